"""How is an invented affair told, sentence by sentence, so that every row has its words?"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from whence.model.affair import AffairSources
from whence.model.entity import CaseEntity, CaseRelation, Occurrence, RelationSource
from whence.model.ids import text_sha256
from whence.model.report import MadeBy, Moment, Passage, Report
from whence.model.spans import Span
from whence.model.statement import (
    Act,
    Attribute,
    Certainty,
    EntityKind,
    PlaceExpression,
    Polarity,
    Predicate,
    Statement,
    TimeExpression,
    Understanding,
    Voice,
)
from whence.model.stemma import Numbers, Origins, Trace, WeighedClaim, WeighedMention, WeighedStory
from whence.model.story import Claim, Mention, Story

MADE_BY = MadeBy("test", "1", "0123456789ab")


@dataclass(frozen=True)
class Manner:
    """How surely a sentence is said, and on whose word."""

    act: Act = "own_voice"
    certainty: Certainty = "certain"
    polarity: Polarity = "positive"
    voices: tuple[Voice, ...] = ()


FLAT = Manner()


@dataclass
class Tale:
    """An affair while it is told: reports grow by sentences, and everything in a sentence is found by its words."""

    reports: dict[str, Report] = field(default_factory=dict)
    statements: dict[str, list[Statement]] = field(default_factory=dict)
    times: dict[str, list[TimeExpression]] = field(default_factory=dict)
    places: dict[str, list[PlaceExpression]] = field(default_factory=dict)
    entities: dict[str, CaseEntity] = field(default_factory=dict)
    relations: dict[tuple[str, str, str, str, str], CaseRelation] = field(default_factory=dict)
    mentions: dict[str, list[Mention]] = field(default_factory=dict)

    def report(self, name: str, outlet: str, published: Moment | None) -> str:
        """Begin a report; its name is its id."""
        self.reports[name] = Report(
            name,
            "",
            "",
            text_sha256(name),
            "text/plain",
            MADE_BY,
            outlet=outlet,
            title=f"{outlet} reports",
            published=published,
            language="en",
        )
        for held in (self.statements, self.times, self.places):
            held[name] = []
        return name

    def say(self, report: str, text: str, manner: Manner = FLAT, *, content: str = "", claim: str = "") -> None:
        """Add a sentence, a statement as a whole or by its `content`, and a mention of a claim if one is named."""
        held = self.reports[report]
        start = len(held.text) + (1 if held.text else 0)
        self.reports[report] = replace(held, text=f"{held.text} {text}".strip())
        place = self.find(report, content or text, start)
        statement = Statement(
            f"s{len(self.statements[report])}",
            (place,),
            voices=manner.voices,
            act=manner.act,
            certainty=manner.certainty,
            polarity=manner.polarity,
        )
        self.statements[report].append(statement)
        if claim:
            self.mentions.setdefault(claim, []).append(Mention(f"m-{report}-{statement.id}", report, statement))

    def find(self, report: str, words: str, start: int = -1) -> Span:
        """Return where words stand in a report; without a start, their last place."""
        text = self.reports[report].text
        at = text.index(words, start) if start >= 0 else text.rindex(words)
        return Span(at, at + len(words))

    def time(self, report: str, words: str, value: str) -> None:
        """Mark a time in the last sentence."""
        self.times[report].append(TimeExpression(self.find(report, words), value))

    def place(self, report: str, words: str, at: tuple[float, float, float] | None, gazetteer_id: str = "") -> None:
        """Mark a place in the last sentence: latitude, longitude and radius, or None where they are not known."""
        lat, lon, radius = at or (None, None, None)
        span = self.find(report, words)
        self.places[report].append(PlaceExpression(span, words, lat, lon, radius, gazetteer_id or None))

    def name(
        self,
        report: str,
        words: str,
        kind: EntityKind,
        *,
        name: str = "",
        named: bool = True,
        stated: Sequence[Attribute] = (),
    ) -> str:
        """Mark an entity in the last sentence and return its id: its name, with the report's where it is described."""
        key = f"e:{name or words}" if named else f"d:{report}:{words}"
        passage = Passage(report, self.find(report, words))
        seen = Occurrence(
            f"o-{key}-{report}-{passage.span.start}", report, key, words, kind, named, (), (passage,), tuple(stated)
        )
        held = self.entities.get(key)
        if held is None:
            held = CaseEntity(key, name or words, kind, named, (), ())
        self.entities[key] = replace(held, occurrences=(*held.occurrences, seen))
        return key

    def relate(self, report: str, subject: str, predicate: Predicate, other: str, worded: str) -> None:
        """Tie two entities by the last sentence."""
        statement = self.statements[report][-1]
        key = (subject, predicate, other, statement.certainty, statement.polarity)
        source = RelationSource(
            report,
            statement.id,
            Passage(report, statement.content[0]),
            Passage(report, self.find(report, worded)),
            tuple(voice.name for voice in statement.voices),
            statement.act,
            statement.certainty,
            statement.polarity,
        )
        held = self.relations.get(key)
        if held is None:
            held = CaseRelation(
                f"x{len(self.relations)}", subject, predicate, other, statement.certainty, statement.polarity, ()
            )
        self.relations[key] = replace(held, sources=(*held.sources, source))

    def sources(self) -> AffairSources:
        """Return what the rows of the affair are made from."""
        return AffairSources(
            self.reports,
            self.understandings(),
            tuple(self.entities.values()),
            tuple(self.relations.values()),
            self.claims(),
        )

    def understandings(self) -> dict[str, Understanding]:
        """Return what each report was understood to say."""
        return {
            name: Understanding(
                text_sha256(report.text),
                MADE_BY,
                statements=tuple(self.statements[name]),
                times=tuple(self.times[name]),
                places=tuple(self.places[name]),
            )
            for name, report in self.reports.items()
        }

    def claims(self) -> tuple[WeighedClaim, ...]:
        """Return the claims, each with a range of origins as wide as it has reports."""
        return tuple(
            WeighedClaim(
                Claim(f"c-{name}", "st", self.words(mentions[0]), tuple(mentions)),
                tuple(WeighedMention(mention, ()) for mention in mentions),
                origins(len({mention.report for mention in mentions})),
                (),
                (),
                rank,
            )
            for rank, (name, mentions) in enumerate(self.mentions.items(), 1)
        )

    def words(self, mention: Mention) -> str:
        """Return the words of a mention."""
        return mention.statement.content[0].cut(self.reports[mention.report].text)

    def trace(self) -> Trace:
        """Return a trace of the reports as one story."""
        story = WeighedStory(Story("st", tuple(self.reports), "The invented affair", "invented"), origins(1), ())
        reports = tuple(replace(report, text_sha256=text_sha256(report.text)) for report in self.reports.values())
        return Trace(MADE_BY, reports, (), (story,), self.claims(), (), (), (), ())


def origins(at_most: int) -> Origins:
    """Return numbers from one to so many."""
    return Origins(Numbers(1, 1, at_most), 0, (1, at_most), ((1, 1.0),), ())


def day(value: str) -> Moment:
    """Return a day of publication."""
    return Moment(value, "day")


def tell_small() -> Tale:
    """Return a small affair: a group, a drone, a training, an alias, a denial, and one who is left unnamed."""
    tale = Tale()
    first = tale.report("first", "Harbour Post", day("2031-05-03"))
    officials = Voice("officials", "officials", "unnamed", named=False)
    alleged = Manner("alleges", "unstated", "positive", (officials,))
    tale.say(
        first,
        "The Rook Group has used the Kestrel 40 drone in Morovar since 2029, officials alleged.",
        alleged,
        content="The Rook Group has used the Kestrel 40 drone in Morovar since 2029",
        claim="kestrel",
    )
    tale.time(first, "since 2029", "2029/..")
    tale.place(first, "Morovar", (19.2, -103.7, 180.0), "g1")
    group, drone = tale.name(first, "Rook Group", "armed_group"), tale.name(first, "Kestrel 40", "equipment")
    tale.relate(first, group, "uses_equipment", drone, "has used")
    tale.say(
        first,
        "On 2 May, a Veldian national was trained in Ostrel.",
        Manner("asserts", "possible", "positive", (officials,)),
    )
    tale.time(first, "2 May", "2031-05-02")
    tale.place(first, "Ostrel", (49.0, 31.0, 40.0), "g2")
    recruit = tale.name(first, "a Veldian national", "person", named=False)
    ostrel = tale.name(first, "Ostrel", "place")
    tale.relate(first, recruit, "trained_in", ostrel, "was trained in")
    second = tale.report("second", "Quay Ledger", day("2031-05-09"))
    tale.say(second, "The army of Ostrel flies the Kestrel 40.", claim="army")
    army, again = tale.name(second, "army of Ostrel", "government"), tale.name(second, "Kestrel 40", "equipment")
    tale.relate(second, army, "uses_equipment", again, "flies")
    spokesman = Voice("Ada Holt", "Ada Holt", "person", named=True)
    tale.say(
        second,
        "Ada Holt denied that the Rook Group uses the Kestrel 40.",
        Manner("denies", "certain", "negative", (spokesman,)),
        content="that the Rook Group uses the Kestrel 40",
    )
    tale.name(second, "Ada Holt", "person")
    tale.relate(
        second,
        tale.name(second, "Rook Group", "armed_group"),
        "uses_equipment",
        tale.name(second, "Kestrel 40", "equipment"),
        "uses",
    )
    return tale


NAMES: tuple[tuple[str, EntityKind], ...] = (
    ("Rook Group", "armed_group"),
    ("Ada Holt", "person"),
    ("Ministry of Transport of the Federated Republic of Veldmark", "government"),
    ("Kestrel 40", "equipment"),
    ("Ostrel", "place"),
    ("الشركة الدولية للنقل البحري", "organisation"),
    ("WWWWMMMM Holding", "organisation"),
    ("Osprey 9 heavy lift quadcopter drone", "equipment"),
    ("Register of Boats", "document"),
    ("Old Pier", "facility"),
    *((f"Body {n}", "organisation") for n in range(16)),
)
PREDICATES: tuple[Predicate, ...] = (
    "member_of",
    "uses_equipment",
    "linked_to",
    "accuses",
    "met",
    "supplied_by",
    "owns",
)
WHERE = ((19.4, -99.1, 15.0), (50.4, 30.5, 20.0), (20.6, -103.3, 250.0), (4.6, -74.1, 10.0), (-1.3, 36.8, 12.0))
WHEN = (
    "2021/..",
    "2031-05-02",
    "2031-04",
    "2031-22",
    "../2030-02",
    "2029~",
    "203X",
    "1998-06",
    "2030-11-03/2030-11-09",
)


def tell_crowd(*, relations: int = 42, times: int = 32, places: int = 16) -> Tale:
    """Return an affair of 26 entities, long and Arabic names among them, told by six reports in every manner."""
    tale = Tale()
    outlets = ("Harbour Post", "The Very Long Evening Gazette of the Northern Provinces", "الصدى اليومي")
    reports = [tale.report(f"r{n}", outlets[n % 3], None if n == 5 else day(f"2031-0{n + 1}-1{n}")) for n in range(6)]
    officials, herald = Voice("officials", "officials", "unnamed", False), Voice("Herald", "the Herald", "outlet", True)
    manners = (
        FLAT,
        Manner("alleges", "unstated", "positive", (herald, officials)),
        Manner("believes", "probable", "positive", (officials,)),
        Manner("asserts", "possible", "positive", (officials,)),
        Manner("denies", "certain", "negative", (officials,)),
    )
    for n in range(relations):
        report = reports[n * 5 % 6]
        (one, kind), (other, other_kind) = NAMES[n * n % 5 if n % 3 else n % 26], NAMES[(n * 7 + 3) % 26]
        if one == other:
            continue
        tale.say(report, f"{one} is tied {n} to {other}.", manners[n % 5], claim=f"k{n % 9}" if n % 2 else "")
        subject, target = tale.name(report, one, kind), tale.name(report, other, other_kind)
        tale.relate(report, subject, PREDICATES[n % 7], target, "is tied")
    for n in range(times):
        report, value = reports[n % 6], WHEN[n] if n < len(WHEN) else f"2031-0{n % 5 + 1}-{n * 11 % 28 + 1:02}"
        tale.say(
            report,
            f"In time {n}q a cargo was moved out of the harbour before anybody had looked into it.",
            manners[n % 5],
        )
        tale.time(report, f"time {n}q", value)
    for n in range(places):
        report, (lat, lon, radius) = reports[n % 6], WHERE[n % 5]
        tale.say(report, f"Crates were seen in the Parish number {n} at night.", manners[n % 5])
        tale.place(report, f"Parish number {n}", (lat + n / 3, lon + n / 4, radius))
    return tale
