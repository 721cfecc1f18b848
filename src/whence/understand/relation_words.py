"""Which words state a link between two things, which link, and which of their parties is which?

Closed lists of general English, edited by hand. A frame is "SLOT predicate SLOT": S is who does it, O whom or what it
is done to (in the passive, O is the grammatical subject and S stands behind "by"); "in/at" are prepositions. Of a noun,
H is whoever it describes and C its complement: in "Orr, head of the port", H is Orr and C the port.
"""

from dataclasses import dataclass
from typing import Literal, get_args

from whence.model.statement import Predicate

Form = Literal["base", "s", "ed", "ing"]


@dataclass(frozen=True, slots=True)
class Frame:
    """One link that a word states: which slots hold its subject and its object."""

    subject: tuple[str, ...]
    predicate: Predicate
    object: tuple[str, ...]


Frames = tuple[Frame, ...]

_IRREGULAR = {
    "hit": "hit hits hit hitting hit",
    "strike": "strike strikes struck striking struck stricken",
    "shoot": "shoot shoots shot shooting shot",
    "fight": "fight fights fought fighting fought",
    "blow": "blow blows blew blowing blown",
    "set": "set sets set setting set",
    "beset": "beset besets beset besetting beset",
    "fly": "fly flies flew flying flown",
    "wield": "wield wields wielded wielding wielded",
    "drive": "drive drives drove driving driven",
    "sell": "sell sells sold selling sold",
    "send": "send sends sent sending sent",
    "give": "give gives gave giving given",
    "buy": "buy buys bought buying bought",
    "get": "get gets got getting got gotten",
    "take": "take takes took taking taken",
    "hold": "hold holds held holding held",
    "lead": "lead leads led leading led",
    "run": "run runs ran running run",
    "sit": "sit sits sat sitting sat",
    "lie": "lie lies lay lying lain",
    "stand": "stand stands stood standing stood",
    "teach": "teach teaches taught teaching taught",
    "tie": "tie ties tied tying tied",
    "meet": "meet meets met meeting met",
    "speak": "speak speaks spoke speaking spoken",
    "become": "become becomes became becoming become",
    "ride": "ride rides rode riding ridden",
    "lend": "lend lends lent lending lent",
    "win": "win wins won winning won",
    "have": "have has had having had",
    "make": "make makes made making made",
    "see": "see sees saw seeing seen",
    "throw": "throw throws threw throwing thrown",
    "overrun": "overrun overruns overran overrunning overrun",
    "carry": "carry carries carried carrying carried",
    "keep": "keep keeps kept keeping kept",
    "come": "come comes came coming come",
    "do": "do does did doing done",
    "undergo": "undergo undergoes underwent undergoing undergone",
    "open": "open opens opened opening opened",
    "answer": "answer answers answered answering answered",
    "mortar": "mortar mortars mortared mortaring mortared",
    "slay": "slay slays slew slaying slain",
    "break": "break breaks broke breaking broken",
    "sink": "sink sinks sank sinking sunk",
    "build": "build builds built building built",
    "retake": "retake retakes retook retaking retaken",
    "begin": "begin begins began beginning begun",
    "bear": "bear bears bore bearing borne",
}
_DOUBLED = frozenset("ship equip kidnap program transfer control patrol submit refer enrol".split())

# Frame, then the verbs that have it; a second word is the particle or preposition that belongs to the verb.
_VERB_TABLE = """
S attacked O; S uses_equipment with/using | attack hit strike shell bomb bombard raid ambush torch storm assault
S attacked O; S uses_equipment with/using | burn sabotage
S attacked O; S uses_equipment with/using | kidnap abduct kill murder shoot stab invade besiege hijack strafe
S attacked O; S uses_equipment with/using | assassinate
S attacked O; S uses_equipment with/using | massacre ransack pillage loot mortar overrun blow_up gun_down set_upon
S attacked O; S uses_equipment with/using | firebomb
S attacked O; S uses_equipment with/using | capture recapture retake liberate seize destroy wound blast pound rocket
S attacked O; S uses_equipment with/using | batter slay hack board target mob
S attacked O; S uses_equipment with/using | dynamite torpedo vandalise vandalize break_into hack_into fight battle
S attacked O; S uses_equipment with/using | sink
S attacked with/against | clash fight battle skirmish
S attacked O | behead decapitate drive_out
S linked_to O | back support
S met O | telephone
S attacked from | capture liberate retake recapture wrest
S attacked O | repel rout defeat repulse oust expel engage ambush
S attacked on | open_fire
S uses_equipment O; S attacked at/on/into/towards/toward/against | fire lob hurl
S uses_equipment O; O operates_in in/across/throughout | use fly field
S uses_equipment O | deploy wield utilise utilize adopt possess pilot fish drive sail carry conduct
S uses_equipment O | practise practice employ perfect master
S uses_equipment O; S operates_in in/off/across/throughout/around/near/from/along | operate
O uses_equipment with; O supplied_by S | equip arm
O supplied_by S; to supplied_by S | supply deliver provide send ship export furnish donate hand_over lend smuggle
O supplied_by S; to supplied_by S | transfer
O supplied_by S; to supplied_by S | rearm outfit
O supplied_by S; to supplied_by S; to owns O | sell
S supplied_by from/through; S uses_equipment O; S owns O | buy purchase acquire
S supplied_by from; S uses_equipment O | take_delivery
S supplied_by from/through; S uses_equipment O | get obtain receive procure import source lease rent charter order
S supplied_by from/through; S uses_equipment O | hire
S owns O | own
S owns O | control
S owns O | co-own
S owns O | hold
S owns of | take_control seize_control gain_control
to has S | belong
S employs O | employ hire sign
for employs S; at employs S; S operates_in in/across/throughout/out | work
S member_of for | play run ride row race skate compete
S member_of on | sit serve
S member_of with/in | serve enlist enrol enroll
S member_of O | join rejoin
O member_of S | include comprise
S member_of to | defect
S directs O | lead head chair command direct manage govern rule captain co-chair co-lead spearhead helm run
S directs over | preside
O located_in in/at/near/outside | base headquarter locate situate register domicile incorporate
S located_in in/at/near/outside | lie stand
O operates_in in/across/along/at/near/around | deploy station
S operates_in in/across/along/around/throughout/off/near/inside | trade patrol fight roam prospect drill
O trained_by S; O trained_in in/at/near; O trained_by under/with | train school coach instruct drill tutor
S trained_by under; S trained_in at/in | study
O linked_to to/with/and; S linked_to with | link tie connect associate affiliate ally
S linked_to with | cooperate co-operate collaborate conspire partner collude
S linked_to O | finance fund bankroll sponsor shelter harbour harbor protect
S investigates O | investigate probe examine scrutinise scrutinize
S investigates into | look inquire
S accuses O | accuse blame indict
S met O; S met with | meet
S met with/to | talk speak confer negotiate consult
S met with | discuss
S met O | host greet
S preceded_by O; S preceded_by from | succeed supersede supplant
S preceded_by O; with preceded_by O; S uses_equipment with | replace
S preceded_by from; S owns O | take_over
"""

# Verbs that do no more than carry an event noun behind them ("launch an attack", "open an inquiry").
LIGHT = frozenset(
    """launch carry stage mount conduct lead make commit perpetrate open start begin hold have has had launched
    carried
    staged mounted conducted made committed perpetrated opened started began held having holding opening launching
    carrying staging mounting conducting making starting beginning opens launches carries stages mounts conducts makes
    starts begins holds receive received receives receiving undergo underwent undergone get got complete completed
    completes finalise finalised finalize finalized maintain maintained maintains keep kept keeps cultivate
    forge forged
    build built claim claims claimed unleash unleashed execute executed order ordered attend attended
    continue continued deny denied denies denying do did done resume resumed
    establish established developed develop face faces faced join joined joins joining leads led wage
    waged wages waging fight fought""".split()
)

_NOUN_TABLE = """
H directs C | head chief leader president chairman chairwoman chairperson chair director commander boss ceo
H directs C | principal rector dean
H directs C | governor mayor premier king queen emir sultan captain skipper kingpin ringleader speaker warlord-of
H directs C | superintendent
H directs C | secretary-general co-chair co-chairman co-leader co-director coordinator headmaster headmistress
H directs C | chancellor warden
H directs C | editor publisher commander-in-chief editor-in-chief commandant overseer-of manager-of chieftain
H directs C | secretary supremo president-elect-of
H member_of C | member lieutenant fighter militant soldier operative recruit gunman activist lawmaker mp
H member_of C | foot-soldier footsoldier
H member_of C | sergeant corporal private trooper hitman enforcer cadre midfielder striker defender goalkeeper
H member_of C | winger forward
H member_of C | general colonel brigadier admiral commodore seaman airman marine commando
H member_of C | captain-in members co-member ranger rower cyclist backbencher candidate-of combatant guerrilla
H member_of C | insurgent
C employs H | employee accountant engineer analyst researcher scientist professor lecturer doctor nurse physicist
C employs H | economist
C employs H | curator agent worker staffer teacher reporter correspondent journalist designer technician pilot
C employs H | driver historian
C employs H | glaciologist biologist chemist clerk bookkeeper physician surgeon officer fellow programmer auditor
C employs H | welder
C employs H | spokesman spokeswoman spokesperson spokesmen envoy ambassador negotiator diplomat delegate adviser
C employs H | advisor representative aide-to
C employs H | columnist astronomer geologist epidemiologist archivist conductor-at librarian operator-at guard-at
C employs H | chef buyer-at
H part_of C | unit part component branch arm wing division subdivision section offshoot faction chapter department
H part_of C | affiliate-of
H part_of C | subunit directorate office-of agency-of brigade-of battalion-of squadron-of regiment-of
C owns H | subsidiary
H owns C | owner proprietor shareholder co-owner landlord parent
C supplied_by H | supplier
H supplied_by C | customer client
H preceded_by C | successor heir replacement
C preceded_by H | predecessor forerunner precursor
C trained_by H | coach trainer instructor
H trained_by C | trainee pupil
H linked_to C | associate ally accomplice proxy henchman confidant confidante intermediary frontman financier
H linked_to C | affiliate partner
"""

# Nouns of what is done: their doer stands before "'s", behind "by" or before a light verb.
_EVENT_TABLE = """
S attacked on/against/of/at; S uses_equipment with/using | attack raid strike assault bombing shelling ambush
S attacked on/against/of/at; S uses_equipment with/using | offensive airstrike bombardment
S attacked on/against/of/at | incursion onslaught siege attacks raids strikes airstrikes assaults ambushes
S attacked on/against/of/at | air-strikes bombings killing
S attacked on/against/of/at | murder assassination kidnapping abduction massacre invasion hijacking sabotage
S attacked on/against/of/at | cyberattack cyber-attack arson torching
S attacked against | mission missions
S attacked against | campaign struggle operation operations counteroffensive combat
S attacked against/with/between | fight battle battles fighting
S attacked against/on/with/between | war
S attacked against/on | crackdown counter-offensive counterattack counterattacks counter-attack counter-attacks
S attacked with/between | clash clashes skirmish skirmishes firefight gunfight hostilities gunbattle gunbattles
S investigates into/of/against/on | investigation investigations inquiry inquiries probe probes
S met with/between/and | meeting meetings talks negotiations consultations summit phone-call
S met with/between | conversation conversations discussions
S owns of/in | purchase acquisition takeover stake shareholding shares majority holding control
S linked_to with/to/between | ties links connection connections contacts relations association link tie relationship
S linked_to with/to/between | dealings affiliation
S trained_in in/at; S trained_by from/by/under/with | training instruction
from attacked S | fire gunfire shellfire
S uses_equipment of | use utilization utilisation deployment
"""

# What is said of the thing before them, of the thing behind: "on the books of", "part of".
_PHRASE_TABLE = """
C directs H | under the command of; under the leadership of
H directs C | at the helm of; in charge of; in command of; at the head of
C owns H | under the control of; in the hands of; under the rule of
C investigates H | under investigation by; under scrutiny by
C employs H | on the books of; on the payroll of; on the staff of
C employs H | under contract to; under contract with; a contract with; in the employ of
H linked_to C | in the pay of; in league with; close to; aligned with
H linked_to C | allied with; allied to; in cahoots with; loyal to
C attacked H | under fire from; under attack from; under attack by; under siege by; under bombardment by
C attacked H | under bombardment from; under siege from
H member_of C | on the board of; in the ranks of; the ranks of
H preceded_by C | in place of; took the place of; take the place of; taken the place of
H part_of C | part of
H operates_in C | active in; active across; active along; active around; active near
H located_in C | headquartered in; based in
"""

# Nouns in front of "of", "in" or "from" that leave the thing behind them the party ("fighters from", "a convoy of").
PEOPLE = frozenset(
    """fighters members troops forces soldiers militants gunmen recruits pilots officers agents cadets engineers
    teams team crews crew operatives units unit elements convoy convoys column columns fleet squad squads group
    bands band
    detachment detachments cells cell guerrillas insurgents rebels combatants militiamen commandos paratroopers
    marines
    investigators detectives inspectors prosecutors lawyers executives managers directors employees workers
    staff leaders commanders
    hitmen enforcers foot-soldiers positions vehicles vessels ships boats aircraft jets helicopters warplanes drones
    militia militias supporters followers activists partisans snipers gangsters henchmen sailors airmen half dozens
    hundreds thousands scores part batch battalion batallions brigade patrol patrols auditors scientists researchers
    divers medics students athletes players representatives delegates delegation envoys negotiators officials
    sicarios raiders attackers kidnappers hackers personnel contingent island town city village port
    volunteers conscripts mercenaries terrorists extremists targets jihadists infantry gendarmes
    servicemen peacekeepers instructors trainers advisers advisors specialists experts technicians guards smugglers
    traffickers runners dealers couriers thugs""".split()
)
# Nouns behind a name that name a part of what it is: the whole is the party ("the Maarif school", "the Zafiro clan").
GROUPS = frozenset(
    """cartel clan group faction gang movement network party militia club company firm family ring syndicate
    brotherhood
    mob crew union league front alliance coalition army brigade battalion regiment unit tribe organisation
    organization
    school airport port terminal depot base camp hospital station bridge dam refinery plant silos casino shipyard yard
    radar utility headquarters mine pipeline prison barracks checkpoint garrison power-plant substation market
    mosque church
    convoy positions outpost district province region town city village valley island government regime ministry
    police
    insurgency guerrillas junta administration""".split()
)
# Armed groups that reports of many wars name, in whatever kind a reader of names puts them.
ARMED_NAMES = frozenset(
    """islamic state|so-called islamic state|islamic state group|isis|isil|is|daesh|da'esh|da’esh|
    islamic state of iraq and the levant|
    islamic state of iraq and syria|al-qaeda|al-qaida|al qaeda|al qaida|al-nusra front|nusra front|jabhat al-nusra|
    al-nusra|ahrar al-sham|hezbollah|hizbollah|hizbullah|hamas|islamic jihad|taliban|the taliban|haqqani network|
    boko haram|al-shabab|al-shabaab|houthis|houthi|peshmerga|free syrian army|syrian democratic forces|sdf|ypg|pkk|
    farc|eln|m23|janjaweed|lord's resistance army|abu sayyaf|eta|ira|tamil tigers|wagner group|wagner|isf|
    popular mobilisation forces|popular mobilization forces|rapid support forces|rsf""".replace("\n    ", "").split("|")
)
EQUIPMENT = frozenset(
    """drone drones uav uavs quadcopter quadcopters rifle rifles gun guns machine-gun machine-guns missile
    missiles rocket rockets
    mortar mortars howitzer howitzers tank tanks jet jets helicopter helicopters aircraft warplane warplanes
    plane planes boat
    boats ship ships submarine submarines narco-submarine narco-submarines truck trucks pickup pickups
    motorcycle motorcycles
    vehicle vehicles launcher launchers grenade grenades explosive explosives bomb bombs mine mines landmines
    radar radars
    jammer jammers scanner scanners locomotive locomotives glider gliders turboprop turboprops rig rigs crane cranes
    satellite satellites sensor sensors camera cameras spyware malware wiper ransomware trojan software radio radios
    pistol pistols revolver revolvers shotgun shotguns ammunition artillery armour tractor tractors trawler
    trawlers tanker tankers ferry ferries frigate frigates corvette corvettes speedboat speedboats bus buses
    tram trams train
    trains car cars van vans ambulance ambulances robot robots bulldozer bulldozers excavator excavators
    torpedo torpedoes carbine carbines balloon balloons airliner airliners warhead warheads booster boosters
    telescope telescopes microscope microscopes phone phones handsets laptop laptops server servers
    interceptor interceptors loudspeakers catapult knives machetes scooters bicycles barges barge dredger dredgers
    tugs tug freighters freighter vaccine-fridges turbine turbines battery batteries engine engines""".split()
)
METHODS = frozenset(
    """warfare tactics attack attacks bombing bombings ambushes phishing extortion identities identity documents
    passports
    companies shelling sabotage smuggling espionage surveillance""".split()
)


def _frames(text: str) -> Frames:
    made = []
    for part in text.split(";"):
        subject, predicate, object_ = part.split()
        made.append(Frame(tuple(subject.split("/")), _predicate(predicate), tuple(object_.split("/"))))
    return tuple(made)


def _predicate(word: str) -> Predicate:
    # "to has S": whether it owns or has as a member is told by what the two are.
    return next((known for known in get_args(Predicate) if known == word), "part_of")


def _forms(lemma: str) -> list[tuple[str, Form]]:
    """Return the inflected forms of a verb.

    >>> _forms("ship")
    [('ship', 'base'), ('ships', 's'), ('shipped', 'ed'), ('shipping', 'ing')]
    """
    if lemma in _IRREGULAR:
        base, third, past, ing, *others = _IRREGULAR[lemma].split()
        return [(base, "base"), (third, "s"), (past, "ed"), (ing, "ing"), *((other, "ed") for other in others)]
    stem = lemma + lemma[-1] if lemma in _DOUBLED else lemma
    if lemma.endswith("e"):
        return [(lemma, "base"), (lemma + "s", "s"), (lemma + "d", "ed"), (lemma[:-1] + "ing", "ing")]
    if lemma.endswith("y") and lemma[-2] not in "aeou":
        return [(lemma, "base"), (lemma[:-1] + "ies", "s"), (lemma[:-1] + "ied", "ed"), (lemma + "ing", "ing")]
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")
    return [(lemma, "base"), (third, "s"), (stem + "ed", "ed"), (stem + "ing", "ing")]


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a verb that states links; `particle` must follow it, "" for none."""

    lemma: str
    form: Form
    frames: Frames
    particle: str = ""


def _verbs() -> dict[str, tuple[Verb, ...]]:
    found: dict[str, list[Verb]] = {}
    for line in _VERB_TABLE.strip().splitlines():
        frames, words = line.split(" | ")
        for word in words.split():
            lemma, _, particle = word.partition("_")
            for form, kind in _forms(lemma):
                found.setdefault(form, []).append(Verb(lemma, kind, _frames(frames), particle))
    return {form: tuple(verbs) for form, verbs in found.items()}


def _nouns(table: str, *, plural: bool) -> dict[str, Frames]:
    found: dict[str, Frames] = {}
    for line in table.strip().splitlines():
        frames, words = line.split(" | ")
        for word in words.split():
            noun = word.partition("-of")[0] if word.endswith("-of") else word
            found[noun] = _frames(frames)
            if plural:
                found.setdefault(noun + ("es" if noun.endswith(("s", "ch")) else "s"), _frames(frames))
    return found


def _phrases() -> tuple[tuple[tuple[str, ...], Frames], ...]:
    found = []
    for line in _PHRASE_TABLE.strip().splitlines():
        frames, phrases = line.split(" | ")
        found += [(tuple(phrase.split()), _frames(frames)) for phrase in phrases.split("; ")]
    return tuple(sorted(found, key=lambda item: -len(item[0])))


VERBS: dict[str, tuple[Verb, ...]] = _verbs()
ROLES: dict[str, Frames] = _nouns(_NOUN_TABLE, plural=True)
EVENTS: dict[str, Frames] = _nouns(_EVENT_TABLE, plural=False)
PHRASES = _phrases()
PHRASE_STARTS = frozenset(words[0] for words, _ in PHRASES)
