"""Which words tell what sort of voice a phrase is, and where a phrase ends? Closed lists, edited by hand."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Kinds of voice by head noun (singular and plural) -----------------------------------------------------------------
OUTLET_NOUNS = _words(
    """radio media television tv website page pages titles feed thread newsletter newspaper newspapers paper magazine
    magazines broadcaster broadcasters outlet outlets websites channel channels station stations daily weekly
    tabloid tabloids blog blogs programme podcast newsroom publication publications wire newswire network periodical"""
)
# Last or first words of outlets' names, capitalised in the text.
OUTLET_NAMES = _words(
    """radio news times herald post courier ledger wire tv television gazette tribune press channel journal observer
    guardian telegraph mirror chronicle standard echo star sun mail daily weekly bulletin dispatch examiner inquirer
    broadcasting network reuters bloomberg newspaper magazine argus advertiser mercury globe monitor sentinel record
    report today online media fm afp bbc cnn npr nbc cbs abc msnbc politico breitbart associated newsweek economist
    spiegel pravda tass xinhua interfax ntb dpa efe ansa kyodo yonhap huffpost buzzfeed axios fox comet planet eagle
    voice nation citizen statesman enquirer tidende zeitung gazeta matin monde figaro écho diario pais mundo stampa
    corriere nacional blatt tagblatt kurier kurir novosti noviny novine dagblad dagbladet avisen posten watchdog
    outlook review digest beacon independent messenger register reporter world"""
)
DOCUMENT_NOUNS = _words(
    """papers report reports memo memos memorandum minutes letter letters email emails e-mail e-mails document
    documents file files note notes review survey surveys study studies statement statements filing filings dossier
    transcript transcripts record records log logs logbook model models estimate estimates figures data footage
    video videos picture pictures image images photograph photographs photo photos recording recordings draft audit
    article articles book poll polls decision ruling judgment judgement indictment affidavit complaint contract
    contracts cable cables bulletin release communique communiqué notice register receipt receipts analysis
    assessment findings finding results result material materials map maps invoice invoices diary account accounts
    telegram presentation forecast forecasts brochure manual circular certificate manifest briefing census readings
    measurements warrant verdict ledger spreadsheet slides leaflet petition plan proposal paper white-paper will
    autobiography memoir biography column communication newsletter posting tweet post message messages interview
    readout inquiry timetable count counts list lists sheet clip clips stills plots dispatch dispatches order
    orders rulebook notebook log-book x-rays scans deck tables tally headcount leak passage minute"""
)
GOVERNMENT_NOUNS = _words(
    """ministry ministries government governments police council councils court courts army navy military militaries
    parliament senate congress embassy consulate authority department departments commission palace regulator
    regulators tribunal guard customs administration cabinet intelligence bureau inspectorate ombudsman treasury
    legislature assembly state kremlin pentagon gendarmerie militia constabulary force forces service services
    municipality prefecture staff secretariat chancellery garrison presidency directorate coastguard watchdog
    exchequer prosecution junta regime agency agencies marines headquarters
    command taxman auditors barracks crown counter-intelligence brigade office city county town province bank-central"""
)
ORGANISATION_NOUNS = _words(
    """company companies union unions firm firms federation airline airlines club clubs party parties university
    universities hospital hospitals association associations society trust institute institutes committee charity
    charities group groups foundation observatory league church school laboratory lab consortium cooperative
    operator operators mission board bank banks team campaign clinic museum museums movement organisation
    organization organisations organizations ngo think-tank consultancy manufacturer maker retailer supplier
    shipyard brewery dairy theatre festival orchestra insurer lender builder contractor owner academy college
    corporation utility coalition alliance chamber congregation cartel cartels rebels insurers bureau-of fund
    exchange inquest coroner-court pollster carrier plant factory mine choir centre center startup employer
    employers distributor publisher label studio developer"""
)
# Heads that look like institutions but are people.
PERSON_NOUNS = _words(
    """spokesman spokeswoman spokesperson spokespeople officer officers official officials minister ministers source
    sources expert experts analyst analysts person people man woman men women witness witnesses resident residents
    lawyer lawyers doctor doctors nurse aide aides president mayor chairman chairwoman chair director editor author
    judge prosecutor prosecutors investigator investigators diplomat diplomats envoy ambassador general colonel
    captain commander soldier soldiers engineer engineers scientist scientists researcher researchers professor
    member members neighbour neighbours manager managers executive executives chief head leader leaders inspector
    inspectors detective detectives driver drivers pilot pilots trader traders teacher teachers worker workers
    photographer governor senator critic critics supporter supporters treasurer secretary governess farmer farmers
    economist economists insider insiders negotiator negotiators mediator mediators surveyor surveyors auditor
    auditors adviser advisers advisor advisors agent agents coach player rescuer rescuers authorities founder
    attendant clerk deputy councillor spy spies vet controller shareholder buyer seller reader readers reporter
    reporters journalist journalists inquiries observers monitors counterpart counterparts friend friends relative
    relatives mother father son daughter brother sister wife husband widow colleague colleagues keeper warden
    pathologist virologist surgeon architect archivist historian biologist geologist pensioner customer customers
    harbourmaster curator conductor composer novelist organiser organizer organisers priest pastor bishop rabbi imam
    coroner boss bosses technician operator-man skipper fisherman fishermen patient patients student students
    caretaker delegate delegates commissioner superintendent sergeant constable lieutenant major admiral chancellor
    premier king queen prince princess speaker owner-man whistleblower contractor-man trustee trustees"""
)
PLURAL_UNNAMED = _words(
    """officials sources experts analysts witnesses residents reports authorities people they others"""
)

# Titles in front of a personal name; the value of TITLE_GENDER tells he or she.
TITLES = _words(
    """mr mr. mrs mrs. ms ms. miss dr dr. prof prof. professor president minister mayor general gen. gen colonel col.
    col captain capt. capt major maj. lieutenant lt. lt sergeant sgt. sgt judge justice senator sen. rep.
    representative governor gov. councillor inspector detective superintendent constable sir dame lord lady father
    sister brother bishop rabbi imam admiral adm. commander chancellor premier king queen prince princess secretary
    ambassador sheikh sheikha deputy chief rev. reverend cardinal pope officer nurse commissioner"""
)
TITLE_GENDER = {
    "mr": "m",
    "mr.": "m",
    "sir": "m",
    "lord": "m",
    "father": "m",
    "king": "m",
    "prince": "m",
    "pope": "m",
    "spokesman": "m",
    "chairman": "m",
    "mrs": "f",
    "mrs.": "f",
    "ms": "f",
    "ms.": "f",
    "miss": "f",
    "dame": "f",
    "lady": "f",
    "sister": "f",
    "queen": "f",
    "princess": "f",
    "spokeswoman": "f",
    "chairwoman": "f",
    "mother": "f",
    "woman": "f",
    "man": "m",
    "widow": "f",
    "wife": "f",
    "husband": "m",
}

# Words that make up the frame of a clause ----------------------------------------------------------------------------
# What a noun phrase begins with and its name leaves out.
OPENINGS = _words("the a an this that these those its his her their our")
DETERMINERS = _words(
    """the a an this that these those his her its their our my your some several many few no one two three four five
    six seven eight nine ten dozens another other any each every both all most various numerous certain"""
)
SUBJECT_PRONOUNS = _words("he she it they we i you who which that this these those another others one both neither")
PERSONAL = _words("he she it they we i you")
OBJECT_PRONOUNS = _words("him her it them me us you himself herself itself themselves")
AUXILIARIES = _words(
    """is are was were be been being am has have had having do does did will would shall should can could may might
    must 's ain't isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't cannot
    couldn't shouldn't mustn't 're 've 'd 'll"""
)
NUMBERS = _words(
    """one two three four five six seven eight nine ten eleven twelve about around nearly almost more less fewer
    between over under some a half"""
)
MODALS = _words("""will would shall should can could may might must won't wouldn't can't cannot couldn't shouldn't""")
NEGATIONS = _words(
    """not never neither nor no isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't
    can't cannot couldn't shouldn't hardly"""
)
# Adverbs that may stand between the auxiliary and the verb, or between the subject and the verb.
ADVERBS = _words(
    """also later previously repeatedly consistently publicly now then once further recently again first already still
    since just only even always never not often long soon yesterday today earlier both themselves himself herself
    itself all each simply merely too neither ever so quickly instead yet widely either thereby thus therefore hence
    meanwhile afterwards apparently reportedly allegedly nevertheless indeed though however perhaps"""
)
PREPOSITIONS = _words(
    """of in at from with by within near for to on inside between behind under over outside across among against about
    into onto around through during before after since until beside above below via despite without towards toward
    as like including alongside besides off regarding concerning"""
)
SUBORDINATORS = _words(
    """if because when while whereas although though unless until since before after whether where why how what once so
    than as lest whenever wherever"""
)
COORDINATORS = _words("and but or nor yet")
STOPS = (
    SUBORDINATORS | COORDINATORS | _words("that who which whom whose however meanwhile moreover then there according")
)
# Words that begin a sentence and are no part of its subject.
CONNECTORS = _words(
    """however meanwhile moreover then later earlier yesterday today tomorrow still also instead but and so yet now
    thus therefore nevertheless nonetheless otherwise afterwards separately additionally furthermore similarly
    officially privately publicly asked speaking here there eventually finally initially recently previously"""
)
TIME_WORDS = _words(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december yesterday today tomorrow tonight earlier later recently overnight afterwards week
    month year morning afternoon evening night weekend noon midnight late early last this next ago days weeks months
    years hours minutes on in at after before the a an few two three shortly initially since again"""
)
DATES = _words(
    """monday tuesday wednesday thursday friday saturday sunday january february april june july august september
    october november december yesterday today tomorrow tonight overnight"""
)
# Nouns of the occasion on which something is said: "in a statement", "at a briefing", "by telephone".
OCCASIONS = _words(
    """statement statements interview interviews letter email e-mail speech briefing tweet post news conference
    telephone phone call note memo message report filing court address meeting hearing testimony article reply
    response broadcast programme radio television facebook twitter x social media blog writing session remarks
    comments column podcast communique communiqué release bulletin text transcript complaint affidavit lawsuit
    declaration presentation evidence communication part turn view opinion words"""
)
# Participles that tell how an outlet came by something: "seen by the Courier", "polled by the agency".
ACCESS = _words(
    """seen obtained reviewed read leaked passed handed shared given shown provided sent interviewed polled quoted
    cited contacted reached published carried broadcast reported aired analysed analyzed examined released issued
    compiled commissioned prepared viewed verified heard circulated supplied surveyed questioned written drafted
    signed consulted sighted relayed disclosed inspected forwarded speaking conducted drawn produced filed
    granted posted distributed printed collected made taken recorded run built developed operated filmed asked"""
)
# Of those, the ones after which "by" names whoever made the thing, not whoever got hold of it.
AUTHORSHIP = _words(
    """published issued compiled prepared released written drafted signed commissioned conducted made taken recorded
    produced filed posted drawn collected run built developed operated"""
)
# Verbs that are as often nouns: they show that a clause has a verb, but end no noun phrase.
POSSIBLE_VERBS = _words(
    """hit hits cut cuts set sets cost costs lead leads plan plans face faces need needs run runs fall falls rise rises
    show shows work works use uses help helps live lives lie lies start starts end ends open opens close closes move
    moves change changes stop stops vote votes call calls name names pass passes report reports claim claims want
    agree belong expire mean grow burst split spread shed quit bet feed read remains rests reads turns looks holds
    drops return returns visit visits attack attacks fight fights back backs order orders ban bans offer offers"""
)
FINITE = AUXILIARIES | _words(
    """became began came went took gave got made fell rose kept met ran knew felt brought sent lost won stood put paid
    built spent says say comes goes takes gives gets makes leaves holds keeps meets sees knows brings sends loses
    wins stands finds puts sets hits pays builds spends seem seems appear appears remain remains needs wants
    includes means begins expires belongs agrees grew grows drew fled broke spoke wrote drove flew sank shook struck
    shut slid sought taught swam threw wore woke sold told thought bought caught fought laid sat slept sprang stuck
    swept understood blew chose dealt dug drank ate forgot forgave froze hid hurt meant rode rang shone shot sang
    spun stole swore tore bled bred crept found left held saw led"""
)
