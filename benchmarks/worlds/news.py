"""How might news of an affair have spread? Invented coverage with known propagation, in the newsroom's format.

A world is a set of habits: how often outlets copy, credit, drop the source, invent one, come late, or are missing. A
story is one affair of `affairs.json` (claims with the wordings that editors give them, written for this). Some reports
have a claim from a voice, a paper or their own reporter; the others have it from an earlier report, which they copy
and edit, or tell in other words. Everything is drawn by chance from a seed, so the same for one seed. The worlds of
`UNSEEN` are for measuring alone: nothing may be set on them.
"""

import json
import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks.worlds.copies import edit_sentence

AFFAIRS: list[dict[str, Any]] = json.loads((Path(__file__).parent / "affairs.json").read_text(encoding="utf-8"))

_SYLLABLES = (
    "bar", "dor", "vel", "kas", "ten", "mor", "lun", "hal", "sar", "wen", "gra", "pol", "rin", "tas", "ulm", "quen",
    "fos", "nar", "bel", "cor", "dan", "eru", "ist", "jor", "kel", "lom", "mid", "nor", "osk", "pra", "ros", "stel",
)  # fmt: skip
_FIRST_NAMES = ("Anna", "Boris", "Carla", "Dmitri", "Elsa", "Farid", "Greta", "Hugo", "Ines", "Jonas", "Karin", "Luis")
_PAPER_NAMES = ("Courier", "Herald", "Post", "Gazette", "Observer", "Tribune", "Morning", "Star", "Chronicle", "Voice")
_TYPES = ("newspaper", "newspaper", "newspaper", "broadcaster", "trade_press", "blog")
_VAGUE = ("a source familiar with the matter", "sources", "a person with knowledge of the events")
_TOLD_BY_VOICE = ("{C}, {V} said.", "According to {V}, {C}.", "{V} said that {C}.")
_TOLD_US = ("{V} told {S} that {C}.", "{C}, {V} told {S}.")
_READ_PAPER = ("According to {V}, {C}.", "{V}, seen by {S}, shows that {C}.", "{C}, {V} says.")
_TOLD_BY_OUTLET = ("{C}, {O} reported.", "According to {O}, {C}.", "{O} reports that {C}.")
_TOLD_THROUGH = ("{O} reported, citing {V}, that {C}.", "{C}, {O} reported, quoting {V}.")
_DENIED = ("{V} denied that {C}.", "It is not true that {C}, {V} said.")
_DAY = datetime(2033, 4, 1, 6, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class World:
    """The habits of the outlets of one world; shares and probabilities 0 to 1."""

    name: str
    seed: int
    # Shares of claims with one, two and three true origins; least and most reports a story.
    origins: tuple[float, float, float] = (0.3, 0.4, 0.3)
    reports: tuple[int, int] = (6, 12)
    # A report after the first has something from a source of its own; it then has a late origin to itself that often.
    original: float = 0.4
    # How a derived report takes its model: word for word, edited; else in other words.
    copies: float = 0.4
    # It names its model; it keeps whom the model names; it puts a vague source of its own in their place.
    credits: float = 0.55
    keeps_source: float = 0.6
    invents: float = 0.08
    # Share of words that an editor swaps, of sentences left out, of figures that slip or are rounded.
    rewords: float = 0.3
    slips: float = 0.06
    rounds: float = 0.12
    # Reports that are not in the set; changed silently after others took from them; digests among the outlets.
    missing: float = 0.12
    updates: float = 0.08
    digests: float = 0.15
    # What readers see of the time: nothing, the day, or the instant, wrong by so many hours (a standard deviation).
    undated: float = 0.1
    day_only: float = 0.3
    clock_noise: float = 0.5
    denials: float = 0.15


KNOWN = (World("plain", 1), World("careless", 2, credits=0.25, keeps_source=0.3, invents=0.2))
UNSEEN = (
    World("unseen: usual", 101),
    World("unseen: laundering", 102, credits=0.2, keeps_source=0.25, invents=0.25, copies=0.2),
    World("unseen: well credited", 103, credits=0.9, keeps_source=0.85, invents=0.0, slips=0.02),
    World("unseen: much missing", 104, missing=0.35, digests=0.3, undated=0.25),
    World("unseen: many origins", 105, origins=(0.1, 0.4, 0.5), original=0.6, day_only=0.6, clock_noise=2.0),
)


@dataclass(slots=True)
class _Told:
    """One claim in one report: its sentence with the content inside, whom it names, and where it truly is from."""

    claim: int
    content: str
    sentence: str
    voices: list[str]
    basis: str
    parent: str
    origin: str
    is_denial: bool = False


@dataclass(slots=True)
class _Written:
    """One report while the story is made."""

    id: str
    outlet: str
    kind: str
    time: datetime
    told: list[_Told]
    background: list[str]
    title: str
    models: list[tuple[str, str, bool]] = field(default_factory=list)


def make_stories(world: World, count: int, *, first: int = 0) -> list[dict[str, Any]]:
    """Return that many stories in the newsroom's format, `at_least` and `at_most` left out: nobody has read them."""
    return [_Maker(world, number).make() for number in range(first, first + count)]


class _Maker:
    """Makes one story."""

    def __init__(self, world: World, number: int) -> None:
        self.world, self.number = world, number
        self.chance = random.Random(world.seed * 100_003 + number)  # noqa: S311 - a world, no secret
        affair = AFFAIRS[number % len(AFFAIRS)]
        self.slots = self._fill_slots()
        self.affair: dict[str, Any] = {
            key: [self._fill(text) for text in affair[key]]
            for key in ("titles", "people", "unnamed", "papers", "background")
        }
        self.claims = [[self._fill(text) for text in wordings] for wordings in affair["claims"]]
        self.origins = [self._choose_origins() for _ in self.claims]
        self.used: list[int] = [0] * len(self.claims)
        self.outlets = self._choose_outlets()
        self.written: list[_Written] = []

    def make(self) -> dict[str, Any]:
        """Draw the reports one after the other, then show them as readers see them."""
        time, count = _DAY + timedelta(days=self.number % 300), self.chance.randint(*self.world.reports)
        for place in range(count):
            time += timedelta(hours=self.chance.expovariate(1 / 5))
            report = self._begin(place, time)
            is_digest = report.kind == "aggregator" and self.written
            if place == 0 or (not is_digest and self.chance.random() < self.world.original):
                self._tell_own(report)
                if place and self.chance.random() < 0.3:
                    self._tell_after(report)
            else:
                self._tell_after(report)
            self._deny(report)
            self.written.append(report)
        then = {report.id: report for report in self.written}
        shown = [report for report in self.written[1:] if self.chance.random() >= self.world.missing]
        shown = [self._update(report) for report in [self.written[0], *shown][-count:]]
        return self._as_story(shown, then)

    def _fill_slots(self) -> dict[str, str]:
        figures = self.chance.sample(range(13, 97), 2)
        place, owner = self._name(), f"{self._name()} {self._name()}"
        return {"P": place, "O": owner, "N": str(figures[0]), "M": str(figures[1])}

    def _name(self) -> str:
        return "".join(self.chance.sample(_SYLLABLES, 2)).capitalize()

    def _fill(self, text: str) -> str:
        for key, value in self.slots.items():
            text = text.replace("{" + key + "}", value)
        if "{F}" in text:
            text = text.replace("{F}", self.chance.choice(_FIRST_NAMES)).replace("{L}", self._name())
        return text

    def _choose_origins(self) -> list[tuple[str, str]]:
        """Return the true origins of a claim, each (kind, wording); a reporter's own is worded when it is used."""
        count = self.chance.choices((1, 2, 3), self.world.origins)[0]
        pool = [("named_source", text) for text in self.affair["people"]]
        pool += [("unnamed_source", text) for text in self.affair["unnamed"]]
        pool += [("document", text) for text in self.affair["papers"]] + [("first_hand", "")]
        return self.chance.sample(pool, count)

    def _choose_outlets(self) -> list[tuple[str, str]]:
        names = self.chance.sample([f"{a}{b}" for a in _SYLLABLES[:16] for b in _SYLLABLES[16:]], 14)
        found = [(f"{names[0].capitalize()} News Agency", "wire")]
        for name in names[1:]:
            is_digest = self.chance.random() < self.world.digests
            kind = "aggregator" if is_digest else self.chance.choice(_TYPES)
            word = "Digest" if is_digest else self.chance.choice(_PAPER_NAMES)
            found.append((f"{name.capitalize()} {word}", kind))
        return found

    def _begin(self, place: int, time: datetime) -> _Written:
        free = [row for row in self.outlets if row[0] not in {report.outlet for report in self.written}]
        if place < 3 and self.outlets[0] in free and self.chance.random() < 0.5:
            free = self.outlets[:1]
        outlet, kind = self.chance.choice(free)
        title = self.chance.choice(self.affair["titles"])
        return _Written(f"{self.world.seed}-{self.number}-{place:02}", outlet, kind, time, [], [], title)

    def _tell_own(self, report: _Written) -> None:
        """Give a report one to three claims from sources that it spoke to, papers that it read, or its reporter."""
        for claim in self.chance.sample(range(len(self.claims)), self.chance.randint(1, 3)):
            origins = self.origins[claim]
            # One spokesman tells many: that a claim is heard again is not yet a new origin.
            is_new = self.used[claim] < len(origins) and (not self.used[claim] or self.chance.random() < 0.75)
            self.used[claim] += is_new
            basis, voice = origins[self.used[claim] - 1 if is_new else self.chance.randrange(self.used[claim])]
            content = self._reword(claim)
            told = _Told(claim, content, "", [voice], basis, f"voice:{voice}", voice)
            if basis == "first_hand":
                told.voices, told.origin = [], f"{report.outlet}'s reporter"
                told.parent = f"voice:{told.origin}"
                told.sentence = f"A reporter of the {report.outlet} saw that {content}."
            else:
                frames = _READ_PAPER if basis == "document" else (*_TOLD_BY_VOICE, *_TOLD_US)
                told.sentence = _word(self.chance.choice(frames), C=content, V=voice, S=f"the {report.outlet}")
            report.told.append(told)
        report.background += self.chance.sample(self.affair["background"], self.chance.randint(1, 3))

    def _tell_after(self, report: _Written) -> None:
        """Give a report some of what an earlier one tells: copied and edited, or in other words."""
        ready = [model for model in self.written if model.told and model.outlet != report.outlet]
        if not ready:
            return
        weights = [3.0 if model.kind == "wire" else 0.5 if model.kind == "aggregator" else 1.0 for model in ready]
        model = self.chance.choices(ready, weights)[0]
        is_copy = report.kind == "aggregator" or self.chance.random() < self.world.copies
        is_credited = self.chance.random() < self.world.credits
        held = {told.claim for told in report.told}
        kept = [told for told in model.told if told.claim not in held and not told.is_denial]
        if not kept:
            return
        for told in self.chance.sample(kept, max(1, round(len(kept) * self.chance.uniform(0.5, 1)))):
            report.told.append(self._retell(told, model, is_copy=is_copy, is_credited=is_credited))
        background = model.background if is_copy else self.affair["background"]
        report.background += self.chance.sample(background, min(len(background), self.chance.randint(0, 3)))
        report.models.append((model.id, "copy" if is_copy else "rewrite", is_credited))

    def _retell(self, told: _Told, model: _Written, *, is_copy: bool, is_credited: bool) -> _Told:
        keeps = bool(told.voices) and self.chance.random() < self.world.keeps_source
        content = told.content if is_copy else self._reword(told.claim)
        content = edit_sentence(content, self.world.rewords if is_copy else 0.0, self.chance, slips=self.world.slips)
        content = self._round(content)
        new = replace(told, content=content, parent=model.id, basis="none")
        source, outlet = told.voices[-1] if told.voices else "", f"the {model.outlet}"
        if is_copy and keeps and not is_credited:
            new.sentence, new.basis = _swap(told.sentence, told.content, content), told.basis
        elif is_credited:
            new.voices, new.basis = [outlet, *([source] if keeps else [])], "cites_outlet"
            frame = self.chance.choice(_TOLD_THROUGH if keeps else _TOLD_BY_OUTLET)
            new.sentence = _word(frame, C=content, V=source, O=outlet)
        elif keeps:
            new.voices, new.basis = [source], told.basis if told.basis != "first_hand" else "none"
            new.sentence = _word(self.chance.choice(_TOLD_BY_VOICE), C=content, V=source)
        elif self.chance.random() < self.world.invents:
            new.voices, new.basis = [self.chance.choice(_VAGUE)], "unnamed_source"
            new.sentence = _word(self.chance.choice(_TOLD_BY_VOICE), C=content, V=new.voices[0])
        else:
            new.voices, new.sentence = [], _word("{C}.", C=content)
        return new

    def _reword(self, claim: int) -> str:
        """Return a wording of a claim that nobody has used yet, or one that is used with other everyday words.

        Who writes a thing anew does not hit on another's whole sentence.
        """
        used = {told.content for report in self.written for told in report.told if told.claim == claim}
        free = [wording for wording in self.claims[claim] if wording not in used]
        return (
            self.chance.choice(free)
            if free
            else edit_sentence(self.chance.choice(self.claims[claim]), 0.8, self.chance, slips=0.0)
        )

    def _round(self, content: str) -> str:
        """Return the content with a figure rounded to tens now and then, as editors do."""
        for figure in (self.slots["N"], self.slots["M"]):
            if figure in content and int(figure) % 10 > 6 and self.chance.random() < self.world.rounds:
                return content.replace(figure, f"nearly {int(figure) // 10 * 10 + 10}")
        return content

    def _deny(self, report: _Written) -> None:
        """Now and then let a report give a denial of a claim that was told before."""
        earlier = [told for model in self.written for told in model.told if not told.is_denial]
        if not earlier or self.chance.random() >= self.world.denials:
            return
        claim = self.chance.choice(earlier).claim
        if claim in {told.claim for told in report.told}:
            return
        content, voice = self._reword(claim), self.chance.choice(self.affair["people"])
        sentence = _word(self.chance.choice(_DENIED), C=content, V=voice)
        told = _Told(claim, content, sentence, [voice], "named_source", f"voice:{voice}", voice, is_denial=True)
        report.told.append(told)

    def _update(self, report: _Written) -> _Written:
        """Return the report as it stands now: some were changed silently after others had taken from them."""
        if not report.told or self.chance.random() >= self.world.updates:
            return report
        place = self.chance.randrange(len(report.told))
        told, told_now = report.told[place], list(report.told)
        content = edit_sentence(told.content, 0.0, self.chance, slips=1.0)
        told_now[place] = replace(told, content=content, sentence=_swap(told.sentence, told.content, content))
        return replace(report, told=told_now)

    def _as_story(self, shown: Sequence[_Written], then: Mapping[str, _Written]) -> dict[str, Any]:
        nodes = {report.id: report.id if report in shown else f"unseen:{report.outlet}" for report in then.values()}
        nodes |= {report.id: report.id for report in shown}
        claims = []
        for number in range(len(self.claims)):
            mentions = [
                {
                    "report": report.id,
                    "quote": _as_stands(told.content, told.sentence),
                    "voices": told.voices,
                    "certainty": "unstated" if told.voices[-1:] and told.voices[-1] in _VAGUE else "certain",
                    "polarity": "negative" if told.is_denial else "positive",
                    "basis": told.basis,
                    "parent": nodes.get(told.parent, told.parent),
                    "rests_on": told.origin,
                }
                for report in shown
                for told in report.told
                if told.claim == number
            ]
            true = {row["rests_on"] for row in mentions if row["polarity"] == "positive"}
            if true:
                text = self.claims[number][0]
                claim = {"id": f"c{number}", "text": text, "mentions": mentions, "origins": {"true": len(true)}}
                claims.append(claim | {"drift": [], "flags": []})
        parents = [
            {"report": report.id, "parent": nodes[model], "how": how, "acknowledged": is_credited}
            for report in shown
            for model, how, is_credited in report.models
        ]
        truth = {"report_parents": parents, "claims": claims, "contradictions": []}
        return {
            "id": f"{self.world.seed}-{self.number}",
            "world": self.world.name,
            "notes": "generated",
            "reports": [self._show(report) for report in shown],
            "voices": [],
            "truth": truth,
        }

    def _show(self, report: _Written) -> dict[str, Any]:
        """Return a report as readers see it; its sentences come in the order of telling, background last."""
        seen = report.time + timedelta(hours=self.chance.gauss(0, self.world.clock_noise))
        draw, stamp = self.chance.random(), seen.strftime("%Y-%m-%dT%H:%M:%SZ")
        shown = None if draw < self.world.undated else stamp
        if shown is not None and draw < self.world.undated + self.world.day_only:
            shown = stamp[:10]
        sentences = [told.sentence for told in report.told] + report.background
        slug = report.outlet.lower().replace(" ", "-")
        return {
            "id": report.id,
            "outlet": report.outlet,
            "outlet_type": report.kind,
            "title": report.title,
            "byline": None,
            "published_at": shown,
            "true_time": report.time.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "url": f"https://{slug}.example/{report.id}",
            "language": "en",
            "text": "\n\n".join(" ".join(sentences[n : n + 2]) for n in range(0, len(sentences), 2)),
        }


def _word(frame: str, **parts: str) -> str:
    """Return a frame filled in, its first letter a capital; a voice with a description is set off by commas."""
    for key, value in parts.items():
        closing = "," if key == "V" and ", " in value and re.search(r"\{V\} (?:told|said|says|denied)", frame) else ""
        frame = frame.replace("{" + key + "}", value + closing)
    return frame[0].upper() + frame[1:]


def _as_stands(content: str, sentence: str) -> str:
    """Return a content as it stands in its sentence, which may begin with it."""
    return content if content in sentence else content[0].upper() + content[1:]


def _swap(sentence: str, content: str, new: str) -> str:
    """Return the sentence with another content in the place of its own."""
    stands = _as_stands(content, sentence)
    return sentence.replace(stands, new if stands == content else new[0].upper() + new[1:])
