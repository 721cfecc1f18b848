"""Which words of a name do not tell it from others: legal forms, generic words, particles, numbers, ranks?

Lists of general use, written for this project; spellings are folded (`name_forms.fold`).
"""

from whence.text.business_words import FOREIGN_LEGAL_PHRASES, TRADES, TRANSLATED

# What a firm is by law; left out when two names are compared, however it is written.
LEGAL_FORMS = frozenset(
    """ltd limited llc llp lp inc incorporated corp corporation co company plc pty pte gmbh mbh sprl bvba srls ag kg
    ohg ug se sa sas sarl sarlu spa srl sl slu sab cv rl de bv nv vof ab oy oyj as asa aps hf ehf kft zrt rt
    nyrt doo dd ad eood ood jsc ojsc cjsc pjsc ooo oao zao pao ao tov pp tob chp sp zoo spzoo sro ks vos sia uab
    osauhing ou eirl ltda eireli me fze fzc fzco fzllc dmcc wll saoc saog psc est kk yk gk bhd sdn tbk pt cv jv
    group holding holdings""".split()
) - {"de", "me", "est", "as", "pp"}
# Several words for one legal form, folded, longest first.
LEGAL_PHRASES = (
    *FOREIGN_LEGAL_PHRASES,
    "sociedad anonima de capital variable",
    "limited liability company",
    "joint stock company",
    "public limited company",
    "private limited",
    "sociedad anonima",
    "societe anonyme",
    "s a de c v",
    "sa de cv",
    "sp z o o",
    "s p a",
    "s r l",
    "s r o",
    "s a r l",
    "d o o",
    "s a s",
    "l l c",
    "l t d",
    "p l c",
    "g m b h",
    "o o o",
    "p j s c",
    "j s c",
    "b v",
    "n v",
    "s a",
    "a g",
    "a s",
    "a b",
)
# Words that stand between the parts of a person's name, or before one, and come and go in spelling.
PARTICLES = frozenset(
    """al el ul ur ad ar as ash at az an bin ben ibn bint bu abu umm de da do dos das del della di du la le las los les
    van von der den ter ten te zu zum y i e st san""".split()
)
# What stands before or after a person's name and is not part of it.
TITLES = frozenset(
    """mr mrs ms miss mx dr prof professor sir dame lord lady capt captain col colonel gen general maj major lt
    lieutenant sgt sergeant cpl adm admiral brig brigadier cmdr commander insp inspector rev reverend father
    sister brother bishop archbishop cardinal pope rabbi imam sheikh shaykh sheik shaikh cheikh mulla haji hajji
    hajj mullah mufti maulana sayyid syed prince princess king queen count countess baron president minister
    senator governor mayor judge justice ambassador deputy chairman chairwoman chief hon herr frau senor senora
    don dona monsieur madame""".split()
)
GENERATIONS = {"jr": "junior", "junior": "junior", "sr": "senior", "senior": "senior", "hijo": "junior"}
# Small words of the names of bodies, in the languages that news gives them in.
SMALL = frozenset(
    """the a an of for and in on at to by with from & de la le les el los las del du des der die das und et y ve wa va
    og och e of' dla na i v s da do dos""".split()
)
# One word for each thing that bodies are called, in several languages, so that a translated name compares.
SAME_WORD = TRANSLATED | {
    "ministerio": "ministry",
    "ministere": "ministry",
    "ministerstvo": "ministry",
    "ministerium": "ministry",
    "banco": "bank",
    "banque": "bank",
    "banka": "bank",
    "universidad": "university",
    "universite": "university",
    "universitat": "university",
    "universidade": "university",
    "universitet": "university",
    "centre": "center",
    "centro": "center",
    "zentrum": "center",
    "tsentr": "center",
    "instituto": "institute",
    "institut": "institute",
    "compania": "company",
    "compagnie": "company",
    "kompaniya": "company",
    "sociedad": "company",
    "grupo": "group",
    "groupe": "group",
    "gruppe": "group",
    "gruppa": "group",
    "partido": "party",
    "parti": "party",
    "partiya": "party",
    "partei": "party",
    "frente": "front",
    "cartel": "cartel",
    "kartel": "cartel",
    "ejercito": "army",
    "armee": "army",
    "armiya": "army",
    "nacional": "national",
    "nationale": "national",
    "natsionalnyy": "national",
    "internacional": "international",
    "internationale": "international",
    "fundacion": "foundation",
    "fondation": "foundation",
    "stiftung": "foundation",
    "fond": "foundation",
    "fund": "foundation",
    "asociacion": "association",
    "associacao": "association",
    "transportes": "transport",
    "transports": "transport",
    "transportation": "transport",
    "logistica": "logistics",
    "logistique": "logistics",
    "logistik": "logistics",
    "naviera": "shipping",
    "maritima": "maritime",
    "comercial": "trading",
    "comercializadora": "trading",
    "trade": "trading",
    "traders": "trading",
    "handel": "trading",
    "torgovy": "trading",
    "servicios": "services",
    "service": "services",
    "defense": "defence",
    "defensa": "defence",
    "labor": "labour",
    "program": "programme",
    "organization": "organisation",
    "organizacion": "organisation",
    "bde": "brigade",
    "brig": "brigade",
    "bn": "battalion",
    "btn": "battalion",
    "batt": "battalion",
    "bat": "battalion",
    "regt": "regiment",
    "rgt": "regiment",
    "div": "division",
    "coy": "company",
    "sqn": "squadron",
    "dept": "department",
    "govt": "government",
    "min": "ministry",
    "intl": "international",
    "natl": "national",
    "univ": "university",
    "assn": "association",
    "bros": "brothers",
    "mfg": "manufacturing",
    "engg": "engineering",
    "tech": "technology",
    "technologies": "technology",
    "industries": "industry",
    "enterprises": "enterprise",
    "solutions": "solution",
    "investments": "investment",
    "properties": "property",
    "ships": "shipping",
    "lines": "line",
    "resources": "resource",
    "systems": "system",
}
# What bodies are called after: alone such a word tells no body from another, but two different ones tell two bodies.
GENERIC = (
    frozenset(
        """ministry department office authority bureau agency service services administration directorate commission
    committee council court tribunal chamber assembly parliament senate congress cabinet government presidency
    prosecutor prosecution police army navy guard guards force forces brigade battalion regiment division corps squadron
    company unit legion militia front movement party union league federation confederation association society club
    foundation trust institute institution center college university school academy hospital clinic museum gallery
    library bank exchange board corporation group holding holdings international national federal regional state
    provincial municipal city district county central general supreme high constitutional public private royal republic
    kingdom people defence defense foreign interior internal external security intelligence health finance justice
    education transport agriculture environment energy labour labor culture trade economy affairs press news agency
    times post herald courier daily weekly tribune gazette journal observer telegraph chronicle mail star sun globe
    echo standard guardian monitor review bulletin radio television channel broadcasting network media trading shipping
    logistics maritime marine import export investment capital industry enterprise construction engineering technology
    system solution resource mining oil gas petroleum steel textile foods pharma chemical motors airlines airways
    airport port harbour bridge dam station prison base depot factory plant mill refinery line steamship freight cargo
    consulting consultants partners brothers sons associates management property development rescue relief aid
    watch monitor observatory organisation programme project initiative network alliance coalition command staff
    operation operations embassy consulate mission
    river lake town village special first new old north south east west northern southern eastern western""".split()
    )
    | TRADES
)
ORDINALS = {
    word: str(number)
    for number, word in enumerate(
        """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
        fifteenth sixteenth seventeenth eighteenth nineteenth twentieth""".split(),
        1,
    )
}
ROMAN = {
    numeral: str(number)
    for number, numeral in enumerate(
        "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split(), 1
    )
}
# Given names that are written short; each tuple is one name.
SHORT_NAMES = tuple(
    tuple(line.split())
    for line in """alexander alex sandy sasha aleksandr oleksandr alejandro sascha
    alexandra sasha alex sandra
    andrew andy drew andrei andrey andriy andreas
    anthony tony antonio toni
    benjamin ben benny
    catherine kate katie kathy cathy katherine kathryn ekaterina katya kateryna
    charles charlie chuck carlos karl
    christopher chris
    daniel dan danny daniil
    david dave davyd davide
    deborah debbie deb
    dmitri dima dmytro dmitry dmitriy mitya
    donald don donnie
    edward ed eddie ted eduard eduardo
    elizabeth liz beth lizzie betty eliza elisabeth
    eugene gene yevgeny evgeny yevhen evgeniy evgeni
    francis frank francisco pancho paco franz
    frederick fred freddie friedrich
    gabriel gabe
    george georgy jorge georg heorhiy yuri yurii yuriy iurii
    gregory greg grigory hryhoriy
    guadalupe lupe
    helen elena olena yelena
    henry harry hank enrique heinrich
    ignacio nacho
    ivan vanya ioan
    jacob jake yakov jakob
    james jim jimmy jamie jaime
    jennifer jen jenny
    jesus chuy
    john jack johnny jon juan ivan jan johann
    joseph joe joey josef jose pepe yosef iosif yusuf
    katarina katja
    kenneth ken kenny
    konstantin kostya
    lawrence larry
    leonard len leo
    margaret maggie meg peggy rita
    maria mariya mary marie masha
    matthew matt mateo matvey
    maximilian max
    michael mike mick mickey misha mikhail mykhailo miguel michel mihai
    mohammed mohamed muhammad mohammad mohamad muhammed mehmet mohd muhamad
    natalia natasha nataliya natalya
    nicholas nick nikolai nikolay mykola nicolas nikola
    olga olha
    pamela pam
    patricia pat patty trish
    patrick pat paddy
    paul pavel pavlo pablo
    peter pete petr pyotr petro pedro petar
    philip phil phillip felipe
    raymond ray
    rebecca becky
    richard rick dick rich ricardo
    robert bob rob bobby roberto
    ronald ron ronnie
    samuel sam sammy
    sergei sergey serhiy serge sergio serhii
    stephen steve steven stepan esteban stefan
    susan sue suzanne
    svetlana sveta svitlana
    tatiana tanya tetiana tatyana
    theodore ted theo fyodor fedor
    thomas tom tommy tomas
    timothy tim timofey
    valentina valya
    victoria vicky viktoriya
    victor viktor vitya
    vladimir volodymyr vova volodya wladimir
    william bill will billy willy guillermo wilhelm
    yevgenia evgenia zhenya""".splitlines()
)
