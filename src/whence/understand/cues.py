"""Which words attribute, what act do they report, and how surely do they present what is said?

The tables are meant to be read and edited by hand. The certainty and the act follow the design's one table.
"""

from dataclasses import dataclass
from typing import Literal

from whence.model.statement import Act, Certainty, Polarity

# How a form of a verb is made; "ed" is past tense or participle, which English mostly spells alike.
Form = Literal["base", "s", "ed", "ing"]


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that attributes: its lemma, the frames it stands in, and what it reports.

    Frames, one letter each: s a clause; n a noun phrase; a an audience first ("told them that"); w a question word;
    t to + verb; o an object and then to + verb; c an object and what it is called; d an object, then "as"; x someone
    and what they are accused of; h a clause only after "that"; k an object and what it is thought to be ("thought it
    thin"); p a number put on something; q only beside a quotation or after its content; f content heard
    from someone ("heard from her that"); i nothing but a thing shows ("the pictures show").
    """

    lemma: str
    frames: str
    act: Act
    certainty: Certainty
    polarity: Polarity = "positive"
    particle: str = ""


# act, certainty, polarity, then frames and the verbs that have them.
_ROWS: tuple[tuple[Act, Certainty, Polarity, str, str], ...] = (
    ("asserts", "certain", "positive", "s", "say state remark opine posit quip joke contend write argue communicate"),
    ("asserts", "certain", "positive", "sn", "add report announce confirm declare reveal disclose stress emphasize"),
    ("asserts", "certain", "positive", "sn", "emphasise highlight underline underscore mention note recall recount"),
    ("asserts", "certain", "positive", "snw", "explain outline clarify"),
    ("asserts", "certain", "positive", "s", "assert affirm maintain insist testify attest repeat reiterate proclaim"),
    ("asserts", "certain", "positive", "s", "reply respond answer comment observe tweet post volunteer cable agree"),
    ("asserts", "certain", "positive", "q", "continue interject retort shout whisper laugh chant sing echo exclaim"),
    ("asserts", "certain", "positive", "q", "begin conclude"),
    ("asserts", "certain", "positive", "s", "conclude"),
    ("asserts", "certain", "positive", "sin", "find"),
    ("asserts", "certain", "positive", "h", "establish determine calculate verify"),
    (
        "asserts",
        "certain",
        "positive",
        "h",
        "rule hold provide stipulate specify boast lament complain protest object concur counter confide justify",
    ),
    ("demands", "unstated", "positive", "hn", "recommend propose"),
    ("asserts", "certain", "positive", "hin", "record register"),
    ("asserts", "certain", "positive", "p", "put"),
    ("asserts", "certain", "positive", "sin", "show"),
    ("asserts", "certain", "positive", "si", "demonstrate reflect read"),
    ("asserts", "certain", "positive", "n", "identify cite list count credit criticise criticize condemn praise"),
    ("asserts", "certain", "positive", "as", "tell inform assure remind notify brief convince advise caution warn"),
    ("asserts", "certain", "positive", "f", "hear learn"),
    ("asserts", "certain", "positive", "d", "describe portray characterise characterize depict hail denounce"),
    ("asserts", "certain", "positive", "c", "call label dub term brand name"),
    ("admits", "certain", "positive", "sn", "admit concede acknowledge confess"),
    ("believes", "probable", "positive", "sk", "believe think reckon assume suppose feel guess"),
    ("believes", "probable", "positive", "sn", "assess judge estimate"),
    ("asserts", "probable", "positive", "s", "indicate suggest imply hint signal"),
    ("believes", "probable", "positive", "s", "conjecture understand"),
    ("believes", "probable", "positive", "cd", "consider deem regard view"),
    ("suspects", "probable", "positive", "sn", "suspect"),
    ("predicts", "probable", "positive", "snto", "expect forecast predict anticipate foresee project"),
    ("believes", "possible", "positive", "sn", "fear worry speculate"),
    ("believes", "possible", "positive", "sn", "hope"),
    ("alleges", "unstated", "positive", "sn", "allege"),
    ("alleges", "unstated", "positive", "x", "accuse"),
    ("alleges", "unstated", "positive", "xn", "blame"),
    ("asserts", "unstated", "positive", "snt", "claim purport"),
    ("denies", "certain", "negative", "sng", "deny refute rebut repudiate contradict"),
    ("denies", "certain", "negative", "n", "reject dismiss"),
    ("doubts", "possible", "negative", "swn", "doubt dispute question"),
    ("asks", "unstated", "positive", "w", "ask wonder inquire enquire query"),
    ("demands", "unstated", "positive", "hto", "demand urge order instruct request ask"),
    ("promises", "probable", "positive", "stn", "promise pledge vow swear undertake"),
)

_IRREGULAR = {
    "say": "says said said saying",
    "tell": "tells told told telling",
    "write": "writes wrote written writing",
    "find": "finds found found finding",
    "show": "shows showed shown showing",
    "think": "thinks thought thought thinking",
    "feel": "feels felt felt feeling",
    "foresee": "foresees foresaw foreseen foreseeing",
    "hear": "hears heard heard hearing",
    "learn": "learns learned learnt learning",
    "begin": "begins began begun beginning",
    "sing": "sings sang sung singing",
    "swear": "swears swore sworn swearing",
    "undertake": "undertakes undertook undertaken undertaking",
    "understand": "understands understood understood understanding",
    "forecast": "forecasts forecast forecast forecasting",
    "admit": "admits admitted admitted admitting",
    "quip": "quips quipped quipped quipping",
    "rebut": "rebuts rebutted rebutted rebutting",
    "read": "reads read read reading",
    "hold": "holds held held holding",
    "concur": "concurs concurred concurred concurring",
    "put": "puts put put putting",
    "deny": "denies denied denied denying",
    "reply": "replies replied replied replying",
    "imply": "implies implied implied implying",
    "testify": "testifies testified testified testifying",
    "clarify": "clarifies clarified clarified clarifying",
    "worry": "worries worried worried worrying",
    "verify": "verifies verified verified verifying",
    "notify": "notifies notified notified notifying",
    "identify": "identifies identified identified identifying",
    "query": "queries queried queried querying",
    "signal": "signals signalled signaled signalling",
    "label": "labels labelled labeled labelling",
}

# Words in front of "that": who has said it stands before them as a possessive or after them with "by" or "from".
_NOUN_ROWS: tuple[tuple[Act, Certainty, Polarity, str], ...] = (
    ("asserts", "unstated", "positive", "claim suggestion contention insinuation rumour rumor story"),
    ("asserts", "certain", "positive", "statement announcement assertion argument insistence remark comment reminder"),
    ("asserts", "certain", "positive", "warning report disclosure revelation confirmation assurance explanation"),
    ("asserts", "certain", "positive", "finding conclusion testimony ruling message tip complaint assessment"),
    ("believes", "probable", "positive", "belief view opinion impression estimate estimation"),
    ("believes", "possible", "positive", "fear worry hope concern speculation"),
    ("suspects", "probable", "positive", "suspicion"),
    ("predicts", "probable", "positive", "prediction forecast expectation"),
    ("alleges", "unstated", "positive", "allegation accusation charge"),
    ("admits", "certain", "positive", "admission acknowledgement acknowledgment concession confession"),
    ("denies", "certain", "negative", "denial rebuttal"),
    ("doubts", "possible", "negative", "doubt"),
    ("promises", "probable", "positive", "promise pledge vow"),
    ("demands", "unstated", "positive", "demand"),
)

# Phrases with a verb that attribute as one word would: the words after the auxiliary, and what they report.
PHRASES: tuple[tuple[tuple[str, ...], str, Act, Certainty, Polarity], ...] = (
    (("pointed", "out"), "sn", "asserts", "certain", "positive"),
    (("points", "out"), "sn", "asserts", "certain", "positive"),
    (("point", "out"), "sn", "asserts", "certain", "positive"),
    (("pointing", "out"), "sn", "asserts", "certain", "positive"),
    (("made", "clear"), "s", "asserts", "certain", "positive"),
    (("made", "it", "clear"), "s", "asserts", "certain", "positive"),
    (("went", "on", "to", "say"), "s", "asserts", "certain", "positive"),
    (("raised", "concerns"), "sn", "asserts", "possible", "positive"),
    (("raised", "the", "possibility"), "sn", "asserts", "possible", "positive"),
    (("expressed", "concern"), "sn", "asserts", "possible", "positive"),
    (("expressed", "concerns"), "sn", "asserts", "possible", "positive"),
    (("expressed", "fears"), "sn", "asserts", "possible", "positive"),
    (("expressed", "doubt"), "sn", "doubts", "possible", "negative"),
    (("expressed", "doubts"), "sn", "doubts", "possible", "negative"),
    (("cast", "doubt", "on"), "n", "doubts", "possible", "negative"),
    (("wanted", "to", "know"), "w", "asks", "unstated", "positive"),
    (("wants", "to", "know"), "w", "asks", "unstated", "positive"),
    (("want", "to", "know"), "w", "asks", "unstated", "positive"),
    (("called", "for"), "n", "demands", "unstated", "positive"),
    (("calls", "for"), "n", "demands", "unstated", "positive"),
    (("calling", "for"), "n", "demands", "unstated", "positive"),
    (("called", "on"), "o", "demands", "unstated", "positive"),
    (("calls", "on"), "o", "demands", "unstated", "positive"),
    (("calling", "on"), "o", "demands", "unstated", "positive"),
    (("appealed", "to"), "o", "demands", "unstated", "positive"),
    (("spoke", "of"), "n", "asserts", "certain", "positive"),
    (("spoken", "of"), "n", "asserts", "certain", "positive"),
    (("speaks", "of"), "n", "asserts", "certain", "positive"),
    (("told", "of"), "n", "asserts", "certain", "positive"),
    (("warned", "of"), "n", "asserts", "certain", "positive"),
    (("warns", "of"), "n", "asserts", "certain", "positive"),
    (("warning", "of"), "n", "asserts", "certain", "positive"),
    (("warned", "against"), "n", "asserts", "certain", "positive"),
    (("put", "forward"), "n", "asserts", "certain", "positive"),
    (("gave", "warning"), "s", "asserts", "certain", "positive"),
    (("rule", "out"), "sn", "denies", "certain", "negative"),
    (("ruled", "out"), "sn", "denies", "certain", "negative"),
    (("rules", "out"), "n", "denies", "certain", "negative"),
    (("rejected", "as", "false"), "n", "denies", "certain", "negative"),
    (("have", "it"), "s", "asserts", "unstated", "positive"),
    (("has", "it"), "s", "asserts", "unstated", "positive"),
    (("had", "it"), "s", "asserts", "unstated", "positive"),
)

# Adjectives after "be" and before "that".
ADJECTIVES: dict[str, tuple[Act, Certainty, Polarity]] = {
    "convinced": ("believes", "probable", "positive"),
    "confident": ("believes", "probable", "positive"),
    "sure": ("believes", "probable", "positive"),
    "certain": ("believes", "probable", "positive"),
    "hopeful": ("believes", "possible", "positive"),
    "afraid": ("believes", "possible", "positive"),
    "worried": ("believes", "possible", "positive"),
    "concerned": ("believes", "possible", "positive"),
    "adamant": ("asserts", "certain", "positive"),
    "categorical": ("asserts", "certain", "positive"),
    "emphatic": ("asserts", "certain", "positive"),
    "insistent": ("asserts", "certain", "positive"),
    "doubtful": ("doubts", "possible", "negative"),
    "sceptical": ("doubts", "possible", "negative"),
}

# Adverbs that put what they stand with into nobody's mouth.
HEARSAY_ADVERBS: dict[str, Act] = {
    "reportedly": "asserts",
    "allegedly": "alleges",
    "purportedly": "asserts",
    "supposedly": "asserts",
    "apparently": "asserts",
}

# "is said to", "was reported to", "it is understood that": passives without an agent.
HEARSAY_PASSIVES: dict[str, tuple[Act, Certainty]] = {
    "said": ("asserts", "unstated"),
    "reported": ("asserts", "unstated"),
    "alleged": ("alleges", "unstated"),
    "claimed": ("asserts", "unstated"),
    "rumoured": ("asserts", "possible"),
    "rumored": ("asserts", "possible"),
    "thought": ("believes", "probable"),
    "believed": ("believes", "probable"),
    "understood": ("believes", "probable"),
    "considered": ("believes", "probable"),
    "estimated": ("believes", "probable"),
    "assumed": ("believes", "probable"),
    "suspected": ("suspects", "probable"),
    "expected": ("predicts", "probable"),
    "forecast": ("predicts", "probable"),
    "predicted": ("predicts", "probable"),
    "tipped": ("predicts", "probable"),
    "feared": ("believes", "possible"),
}


def _regular(lemma: str) -> str:
    """Return third person, past and -ing form of a regular verb."""
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    third = f"{lemma}es" if lemma.endswith(("s", "sh", "ch", "x")) else f"{lemma}s"
    return f"{third} {stem}ed {stem}ed {stem}ing"


def _verb_forms() -> dict[str, list[tuple[Cue, Form]]]:
    """Return every form of every verb of the tables with its cues, in the order of the tables."""
    forms: dict[str, list[tuple[Cue, Form]]] = {}
    for act, certainty, polarity, frames, verbs in _ROWS:
        for lemma in verbs.split():
            cue = Cue(lemma, frames, act, certainty, polarity)
            third, past, participle, ing = _IRREGULAR.get(lemma, _regular(lemma)).split()
            spellings: tuple[tuple[str, Form], ...] = (
                (lemma, "base"),
                (third, "s"),
                (past, "ed"),
                (participle, "ed"),
                (ing, "ing"),
            )
            for word, form in dict(spellings).items():
                forms.setdefault(word, []).append((cue, form))
    return forms


VERBS = _verb_forms()
NOUNS: dict[str, Cue] = {
    word: Cue(noun, "s", act, certainty, polarity)
    for act, certainty, polarity, nouns in _NOUN_ROWS
    for noun in nouns.split()
    for word in (noun, f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s")
}
