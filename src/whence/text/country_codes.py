"""Which country do lists mean by a code or by a formal name? Named as `nations` names it, where it is one of those."""

import re

from whence.text.name_forms import fold
from whence.text.nations import BY_DEMONYM, BY_NAME, NATIONS

# ISO 3166-1 alpha-2 and alpha-3 | the name in `nations`, or the common one of a territory | formal names on lists.
_TABLE = """
af afg|Afghanistan
al alb|Albania
dz dza|Algeria
ad and|Andorra
ao ago|Angola
ag atg|Antigua and Barbuda
ar arg|Argentina
am arm|Armenia
au aus|Australia
at aut|Austria
az aze|Azerbaijan
bs bhs|Bahamas
bh bhr|Bahrain
bd bgd|Bangladesh
bb brb|Barbados
by blr|Belarus
be bel|Belgium
bz blz|Belize
bj ben|Benin
bt btn|Bhutan
bo bol|Bolivia|Bolivia Plurinational State of
ba bih|Bosnia and Herzegovina|Bosnia,Bosnia Herzegovina
bw bwa|Botswana
br bra|Brazil
bn brn|Brunei|Brunei Darussalam
bg bgr|Bulgaria
bf bfa|Burkina Faso
bi bdi|Burundi
kh khm|Cambodia
cm cmr|Cameroon
ca can|Canada
cv cpv|Cape Verde|Cabo Verde
cf caf|Central African Republic
td tcd|Chad
cl chl|Chile
cn chn|China|People's Republic of China
co col|Colombia
km com|Comoros
cg cog|Congo|Republic of the Congo,Congo Republic of the
cd cod|Democratic Republic of the Congo|Congo Democratic Republic of the,DR Congo,DRC
cr cri|Costa Rica
hr hrv|Croatia
cu cub|Cuba
cy cyp|Cyprus
cz cze|Czech Republic
dk dnk|Denmark
dj dji|Djibouti
dm dma|Dominica
do dom|Dominican Republic
tl tls|East Timor|Timor-Leste
ec ecu|Ecuador
eg egy|Egypt
sv slv|El Salvador
gq gnq|Equatorial Guinea
er eri|Eritrea
ee est|Estonia
sz swz|Eswatini
et eth|Ethiopia
fj fji|Fiji
fi fin|Finland
fr fra|France
ga gab|Gabon
gm gmb|Gambia|The Gambia,Gambia The
ge geo|Georgia
de deu|Germany
gh gha|Ghana
gr grc el|Greece
gd grd|Grenada
gt gtm|Guatemala
gn gin|Guinea
gw gnb|Guinea-Bissau
gy guy|Guyana
ht hti|Haiti
hn hnd|Honduras
hk hkg|Hong Kong
hu hun|Hungary
is isl|Iceland
in ind|India
id idn|Indonesia
ir irn|Iran|Iran Islamic Republic of,Islamic Republic of Iran
iq irq|Iraq
ie irl|Ireland
il isr|Israel
it ita|Italy
ci civ|Ivory Coast|Cote d'Ivoire
jm jam|Jamaica
jp jpn|Japan
jo jor|Jordan
kz kaz|Kazakhstan
ke ken|Kenya
ki kir|Kiribati
xk xkx|Kosovo
kw kwt|Kuwait
kg kgz|Kyrgyzstan
la lao|Laos|Lao People's Democratic Republic
lv lva|Latvia
lb lbn|Lebanon
ls lso|Lesotho
lr lbr|Liberia
ly lby|Libya
li lie|Liechtenstein
lt ltu|Lithuania
lu lux|Luxembourg
mo mac|Macau|Macao
mg mdg|Madagascar
mw mwi|Malawi
my mys|Malaysia
mv mdv|Maldives
ml mli|Mali
mt mlt|Malta
mh mhl|Marshall Islands
mr mrt|Mauritania
mu mus|Mauritius
mx mex|Mexico
fm fsm|Micronesia
md mda|Moldova|Moldova Republic of,Republic of Moldova
mc mco|Monaco
mn mng|Mongolia
me mne|Montenegro
ma mar|Morocco
mz moz|Mozambique
mm mmr|Myanmar|Burma,Myanmar Burma
na nam|Namibia
nr nru|Nauru
np npl|Nepal
nl nld|Netherlands|The Netherlands
nz nzl|New Zealand
ni nic|Nicaragua
ne ner|Niger
ng nga|Nigeria
kp prk|North Korea|Democratic People's Republic of Korea,Korea North,Korea Democratic People's Republic of,DPRK
mk mkd|North Macedonia|Macedonia
no nor|Norway
om omn|Oman
pk pak|Pakistan
pw plw|Palau
ps pse|Palestine|Palestinian,State of Palestine,Occupied Palestinian Territories,Palestinian Territory Occupied
pa pan|Panama
pg png|Papua New Guinea
py pry|Paraguay
pe per|Peru
ph phl|Philippines
pl pol|Poland
pt prt|Portugal
qa qat|Qatar
ro rou|Romania
ru rus|Russia|Russian Federation
rw rwa|Rwanda
kn kna|Saint Kitts and Nevis
lc lca|Saint Lucia
vc vct|Saint Vincent and the Grenadines
ws wsm|Samoa
sm smr|San Marino
st stp|Sao Tome and Principe
sa sau|Saudi Arabia
sn sen|Senegal
rs srb|Serbia
sc syc|Seychelles
sl sle|Sierra Leone
sg sgp|Singapore
sk svk|Slovakia
si svn|Slovenia
sb slb|Solomon Islands
so som|Somalia
za zaf|South Africa
kr kor|South Korea|Korea South,Republic of Korea,Korea Republic of
ss ssd|South Sudan
es esp|Spain
lk lka|Sri Lanka
sd sdn|Sudan
sr sur|Suriname
se swe|Sweden
ch che|Switzerland
sy syr|Syria|Syrian Arab Republic
tw twn|Taiwan|Taiwan Province of China
tj tjk|Tajikistan
tz tza|Tanzania|Tanzania United Republic of,United Republic of Tanzania
th tha|Thailand
tg tgo|Togo
to ton|Tonga
tt tto|Trinidad and Tobago
tn tun|Tunisia
tr tur|Turkey|Türkiye
tm tkm|Turkmenistan
tv tuv|Tuvalu
ug uga|Uganda
ua ukr|Ukraine
ae are|United Arab Emirates
gb gbr uk|United Kingdom|Great Britain,England,Scotland,Wales
us usa|United States|United States of America
uy ury|Uruguay
uz uzb|Uzbekistan
vu vut|Vanuatu
va vat|Vatican City|Holy See
ve ven|Venezuela|Venezuela Bolivarian Republic of
vn vnm|Vietnam|Viet Nam
ye yem|Yemen
zm zmb|Zambia
zw zwe|Zimbabwe
"""
_ROWS = [[*line.split("|"), "", ""][:3] for line in _TABLE.strip().splitlines()]
_CODES = {code: name for codes, name, _ in _ROWS for code in codes.split()}
_NAMES = (
    {fold(name): name for _, name, _ in _ROWS}
    | {fold(short): nation.name for short, nation in BY_NAME.items()}
    | {fold(demonym): nation.name for demonym, nation in BY_DEMONYM.items()}
    | {fold(other): name for _, name, others in _ROWS for other in others.split(",") if other}
)
_BRACKETS = re.compile(r"[(),.]")
# Whatever in a running text names a country or its people, longest first.
_DEMONYMS = {demonym for nation in NATIONS for demonym in nation.demonyms}
_MENTIONED = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(map(re.escape, sorted({*_DEMONYMS, *BY_NAME, *_CODES.values()}, key=lambda name: (-len(name), name))))
    + r")(?![\w])"
)


def country_named(text: str) -> str | None:
    """Return the country that a code, a name, a formal name or a demonym means, or None.

    >>> country_named("ru"), country_named("Iran (Islamic Republic of)"), country_named("SERBIAN"), country_named("x")
    ('Russia', 'Iran', 'Serbia', None)
    """
    plain = text.strip()
    return _CODES.get(plain.casefold()) or _NAMES.get(fold(_BRACKETS.sub(" ", plain)))


def countries_mentioned(text: str) -> tuple[tuple[str, bool], ...]:
    """Return the countries that a text names, in order, and whether by what their people are called.

    >>> countries_mentioned("A Serbian trader in Bosnia and Herzegovina")
    (('Serbia', True), ('Bosnia and Herzegovina', False))
    """
    found = (match.group() for match in _MENTIONED.finditer(text))
    named = ((country_named(word), word in _DEMONYMS) for word in found)
    return tuple(dict.fromkeys((country, is_people) for country, is_people in named if country))
