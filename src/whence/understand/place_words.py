"""Which words tell that a name is a place, of what sort, and which part is meant? Closed lists, edited by hand."""

from whence.model.place import Level


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Abbreviations of states as agencies write them and as the post does; a qualifying one follows a comma.
_STATES = """
Alabama|Ala|AL
Alaska||AK
Arizona|Ariz|AZ
Arkansas|Ark|AR
California|Calif,Cal|CA
Colorado|Colo|CO
Connecticut|Conn|CT
Delaware|Del|DE
District of Columbia|D.C.,DC|DC
Florida|Fla|FL
Georgia|Ga|GA
Hawaii||HI
Idaho||ID
Illinois|Ill|IL
Indiana|Ind|IN
Iowa||IA
Kansas|Kan,Kans|KS
Kentucky|Ky|KY
Louisiana|La|LA
Maine||ME
Maryland|Md|MD
Massachusetts|Mass|MA
Michigan|Mich|MI
Minnesota|Minn|MN
Mississippi|Miss|MS
Missouri|Mo|MO
Montana|Mont|MT
Nebraska|Neb,Nebr|NE
Nevada|Nev|NV
New Hampshire|N.H.|NH
New Jersey|N.J.|NJ
New Mexico|N.M.|NM
New York|N.Y.|NY
North Carolina|N.C.|NC
North Dakota|N.D.|ND
Ohio||OH
Oklahoma|Okla|OK
Oregon|Ore|OR
Pennsylvania|Pa,Penn|PA
Rhode Island|R.I.|RI
South Carolina|S.C.|SC
South Dakota|S.D.|SD
Tennessee|Tenn|TN
Texas|Tex|TX
Utah||UT
Vermont|Vt|VT
Virginia|Va|VA
Washington|Wash|WA
West Virginia|W.Va,W.V.|WV
Wisconsin|Wis|WI
Wyoming|Wyo|WY
Alberta|Alta|AB
British Columbia|B.C.|BC
Manitoba|Man|MB
New Brunswick|N.B.|NB
Nova Scotia|N.S.|NS
Ontario|Ont|ON
Quebec|Que|QC
Saskatchewan|Sask|SK
"""
STATE_OF = {
    abbreviation: line.split("|")[0]
    for line in _STATES.split("\n")
    if line
    for column in line.split("|")[1:]
    for abbreviation in column.split(",")
    if abbreviation
}

# Which way the part lies: how far northward and how far eastward, of half the place's reach.
_NORTH, _SOUTH, _EAST, _WEST = (1, 0), (-1, 0), (0, 1), (0, -1)
DIRECTIONS: dict[str, tuple[int, int]] = {
    form: (north + more_north, east + more_east)
    for stem, (north, east) in {"north": _NORTH, "south": _SOUTH, "": (0, 0)}.items()
    for other, (more_north, more_east) in {"east": _EAST, "west": _WEST, "": (0, 0)}.items()
    if stem or other
    for joiner in (("", "-") if stem and other else ("",))
    for form in (f"{stem}{joiner}{other}", f"{stem}{joiner}{other}ern")
} | {"central": (0, 0), "mid": (0, 0)}
# Parts that are not told by a direction: the place stands for them as it is.
INNER = _words(
    "downtown uptown inner greater metropolitan metro upstate rural coastal upper lower old midtown suburban"
)

# What follows or goes before a name and says of which level it is.
LEVEL_OF: dict[str, Level] = {
    **dict.fromkeys(
        _words("county counties parish parishes district districts raion rayon borough canton"), "district"
    ),
    **dict.fromkeys(
        _words(
            """state states province provinces oblast oblasts governorate governorates prefecture emirate krai
            department region regions"""
        ),
        "region",
    ),
    **dict.fromkeys(_words("city cities town towns village villages port municipality"), "city"),
}
# "The region of", "County Sligo": of those that also go before a name.
BEFORE = frozenset(LEVEL_OF) | {"co", "co."}
# Lower-case words that widen a name and say no level.
VAGUE = _words("area areas coast peninsula island islands border suburb suburbs")

PLACE_BEFORE = _words(
    """in at near from outside inside around across throughout toward towards into through between within to via over
    against off reached left entered visiting visited leaving"""
)
NEAR = _words("near outside around beyond off")
OF_BEFORE = _words(
    """resident residents native natives city town village county state province region district mayor people part
    parts north south east west northeast northwest southeast southwest outskirts suburb suburbs centre center
    capital port island miles kilometres kilometers km governor university coast streets bishop archdiocese man woman
    districts areas border borders"""
)
PEOPLE_AFTER = _words(
    """resident residents native natives man woman men women boy girl mayor police area community communities couple
    family families teenager neighborhood neighbourhood suburb suburbs home house office headquarters plant firm
    company businessman councilman attorney lawyer school students campus border-crossing border branch base"""
)
# A name that ends in one of these is of a building or a ground: it lies where the place lies that it is called by.
FACILITIES = _words(
    """airport hospital jail prison courthouse school church cemetery dam bridge port harbor harbour stadium station
    airfield airbase base barracks refinery mosque cathedral library museum mall hotel theater theatre college campus
    plant camp hall park marina fairgrounds fairground court facility arena clubhouse center
    centre clinic depot terminal plaza"""
)
STREETS = _words(
    """street st. st road rd rd. avenue ave ave. drive dr dr. lane ln boulevard blvd blvd. highway hwy route interstate
    court ct ct. way place turnpike pike parkway circle trail"""
)
WATERS = _words(
    """river creek lake bay pond reservoir falls mountain mountains hills ridge mount canyon forest national gulf sea
    ocean strait islands glacier desert brook"""
)
# What a government does and a place does not, beside the verbs of saying.
DECIDES = _words(
    """decided decides refused refuses agreed agrees accused accuses blamed blames vowed vows wants wanted hopes hoped
    fears feared backed backs supports supported imposed imposes threatened threatens rejected rejects condemned
    condemns urged urges demanded demands insisted insists denied denies summoned recalled expelled recognised
    recognized recognises signed pledged seeks sought sees believes views considers regards intends plans planned
    claims claimed warned warns called calls offered offers ordered orders approved banned bans joined withdrew
    launched responded retaliated criticised criticized tried announced lifted sent sends provided
    invaded deployed argues argued maintains asked asks expects needs has-denied""",
)
# What only a government has: "Kiev's reliance", "Moscow's demands".
GOVERNMENT_OWNS = _words(
    """reliance demands demand policy policies decision refusal position stance ambassador envoy government
    ministry minister president army forces military allies ally support willingness efforts attempt
    attempts interests influence foreign defence defense intelligence claim claims accusation accusations
    response ambitions allegiance relations ties troops leaders leadership diplomacy diplomats strategy""",
)
# Who is accused, urged or told is a government too: "blamed Veldia".
ADDRESSES = _words(
    """accused accuses accusing blamed blames blaming urged urges urging warned warns warning told asked pressed
    condemned condemns condemning criticised criticized thanked rebuked lobbied persuaded convinced sued"""
)
# "Ties with Washington", "talks between Paris and Rome".
TIES = _words(
    """ties relations talks alliance links pressure rapprochement negotiations friction tension tensions treaty
    agreement accord cooperation pact dispute dialogue standoff loyalty support sanctions hostility""",
)
