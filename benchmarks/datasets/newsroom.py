"""What do the newsroom stories hold, as a reader sees them and as their writers know them?

Invented coverage with known propagation (`newsroom/*.json`, format in its FORMAT.md; free to copy). Report ids are
blinded as the scorer blinds them, since the ids in the files tell which story a report is of.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from whence.model.ids import content_id, report_id, text_sha256
from whence.model.report import MadeBy, Moment, Passage, Report
from whence.model.spans import Span
from whence.model.statement import Act, Statement, Understanding, Voice, VoiceKind
from whence.model.story import CaseVoice, Claim, ClaimLink, Mention, Story

MADE_BY = MadeBy("newsroom", "1", "")

# The half of the stories that choices are made on, one of each world; the other half only confirms them.
TUNED_ON = frozenset(
    {
        "osk-bridge-ceasefire",
        "karrow-stell-quarry",
        "hallesk-airport-object",
        "wynn-asche-obituary",
        "banderrin-fee",
        "corvane-ferry",
    }
)

_INSTITUTION = re.compile(
    r"\b(?:ministry|department|authority|agency|guard|police|army|staff|council|institute|university|hospital|mission"
    r"|company|club|laboratory|office|inspectorate|society|group|bureau|court|union|party|committee|museum|board)\b",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"\b(?:register|log|report|record|recorder|letter|permit|papers|study|note|page|entry|list|minutes|email|invoice"
    r"|contract|memo|statement|ledger|footage|camera|scan|file)\b",
    re.IGNORECASE,
)
_SMALL = frozenset("the a an of in at for to and with from by on who that its his her their".split())


@dataclass(frozen=True, slots=True)
class GoldStory:
    """One story with everything that `weigh` needs, as if understand and link had made no mistake."""

    id: str
    world: str
    story: Story
    reports: tuple[Report, ...]
    understandings: dict[str, Understanding]
    claims: tuple[Claim, ...]
    voices: tuple[CaseVoice, ...]
    truth: dict[str, Any]


def load_files(folder: Path) -> list[dict[str, Any]]:
    """Return the files of a folder as their writers know them, in order of file name."""
    return [json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.json"))]


def load_stories(folder: Path, *, names: Iterable[str] | None = None) -> list[GoldStory]:
    """Return the stories of a folder in order of file name; `names` keeps only those."""
    wanted = None if names is None else frozenset(names)
    return [build_story(blind_ids(data)) for data in load_files(folder) if wanted is None or data["id"] in wanted]


def blind_ids(data: dict[str, Any]) -> dict[str, Any]:
    """Return the story with every report id replaced by the hash that the scorer uses."""
    ids = {row["id"]: "r" + hashlib.sha256(row["id"].encode()).hexdigest()[:10] for row in data["reports"]}

    def replace(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: replace(item) for key, item in value.items()}
        if isinstance(value, list):
            return [replace(item) for item in value]
        return ids.get(value, value) if isinstance(value, str) else value

    blinded: dict[str, Any] = replace(data)
    return blinded


def build_story(data: dict[str, Any]) -> GoldStory:
    """Turn one blinded file into nouns: reports as read, and the truth as statements, claims and voices."""
    reports = {row["id"]: build_report(row) for row in data["reports"]}
    statements: dict[str, list[Statement]] = {report.id: [] for report in reports.values()}
    drafts: list[tuple[dict[str, Any], list[tuple[str, Statement]]]] = []
    for claim in data["truth"]["claims"]:
        rows = []
        for mention in claim["mentions"]:
            report = reports[mention["report"]]
            statement = build_statement(mention, report, f"s{len(statements[report.id])}")
            statements[report.id].append(statement)
            rows.append((report.id, statement))
        drafts.append((claim, rows))
    voices, voice_of = group_voices([(rid, s) for _, rows in drafts for rid, s in rows])
    story = Story(content_id("st", data["id"]), tuple(r.id for r in reports.values()), data["id"], "as the file says")
    claims = tuple(
        Claim(
            id=f"{story.id}-{claim['id']}",
            story=story.id,
            text=claim["text"],
            mentions=tuple(
                Mention(f"{story.id}-{claim['id']}-{n}", rid, s, tuple(voice_of[v.name] for v in s.voices))
                for n, (rid, s) in enumerate(rows)
            ),
            links=_contradictions(claim["id"], story.id, data["truth"].get("contradictions", [])),
        )
        for claim, rows in drafts
    )
    understandings = {
        report.id: Understanding(report.text_sha256, MADE_BY, statements=tuple(statements[report.id]))
        for report in reports.values()
    }
    return GoldStory(
        data["id"], data["world"], story, tuple(reports.values()), understandings, claims, voices, data["truth"]
    )


def build_report(row: dict[str, Any]) -> Report:
    """Return a report as a reader sees it: no true time, and the caller's id kept beside ours."""
    digest = text_sha256(row["text"])
    return Report(
        id=report_id(digest, row["outlet"], row["url"], row["published_at"]),
        text=row["text"],
        text_sha256=digest,
        original_sha256=digest,
        media_type="application/jsonl",
        made_by=MADE_BY,
        given_id=row["id"],
        title=row["title"],
        outlet=row["outlet"],
        outlet_type=row["outlet_type"],
        byline=row["byline"],
        url=row["url"],
        published=read_moment(row["published_at"]),
        language=row["language"],
    )


def read_moment(value: str | None) -> Moment | None:
    """Return the moment that a published_at field means; a bare midnight is a date.

    >>> read_moment("2031-03-02T00:00:00Z").precision
    'day'
    """
    if not value:
        return None
    if "T" not in value or "T00:00:00" in value:
        return Moment(value[:10], "day")
    return Moment(value, "second")


def build_statement(mention: dict[str, Any], report: Report, statement_id: str) -> Statement:
    """Return the statement that a mention of the truth describes, its voices as this text words them."""
    start = report.text.index(mention["quote"])
    worded: Sequence[str] = mention["voices"]
    act: Act = "own_voice" if not worded else "denies" if mention["polarity"] == "negative" else "asserts"
    return Statement(
        id=statement_id,
        content=(Span(start, start + len(mention["quote"])),),
        voices=tuple(_build_voice(name, report, mention["basis"], n, len(worded)) for n, name in enumerate(worded)),
        act=act,
        certainty=mention["certainty"],
        polarity=mention["polarity"],
        basis=mention["basis"],
    )


def _build_voice(name: str, report: Report, basis: str, place: int, count: int) -> Voice:
    """Return one voice of a chain; its kind is guessed from its words, as the truth does not say it per mention."""
    at = report.text.find(name)
    is_last = place == count - 1
    kind: VoiceKind = "organisation" if _INSTITUTION.search(name) else "person"
    if basis == "cites_outlet" and place == 0:
        kind = "outlet"
    elif is_last and (basis == "document" or (_PAPER.search(name) and not _INSTITUTION.search(name))):
        kind = "document"
    elif (is_last and basis == "unnamed_source") or not _proper_words(name):
        kind = "unnamed"
    return Voice(name, name, kind, kind != "unnamed", Span(at, at + len(name)) if at >= 0 else None)


def group_voices(rows: Sequence[tuple[str, Statement]]) -> tuple[tuple[CaseVoice, ...], dict[str, str]]:
    """Return voices over reports and the voice of each wording: same proper words, or one's held in the other's."""
    groups: list[tuple[frozenset[str], list[str]]] = []
    for name in sorted({v.name for _, s in rows for v in s.voices}, key=lambda name: (-len(name), name)):
        words = _proper_words(name)
        home = next((g for g in groups if words and (words <= g[0] or not words ^ g[0])), None)
        home = home or next((g for g in groups if not words and g[1][0].lower() == name.lower()), None)
        if home:
            home[1].append(name)
        else:
            groups.append((words, [name]))
    voices, voice_of = [], {}
    for _, names in groups:
        held = [(rid, v) for rid, s in rows for v in s.voices if v.name in names]
        voice = held[0][1]
        vid = content_id("v", rows[0][0], names[0])
        passages = tuple(Passage(rid, v.span) for rid, v in held if v.span is not None)
        voices.append(CaseVoice(vid, names[0], voice.kind, voice.named, passages, "same proper words"))
        voice_of.update(dict.fromkeys(names, vid))
    return tuple(voices), voice_of


def _proper_words(name: str) -> frozenset[str]:
    words = re.findall(r"[\w-]+", re.sub(r"[’']s\b", "", name))
    return frozenset(w.lower() for w in words if w[:1].isupper() and w.lower() not in _SMALL and len(w) > 1)


def _contradictions(claim: str, story: str, rows: Sequence[dict[str, str]]) -> tuple[ClaimLink, ...]:
    others = [
        (row["b"] if row["a"] == claim else row["a"], row["why"]) for row in rows if claim in (row["a"], row["b"])
    ]
    return tuple(ClaimLink(f"{story}-{other}", "contradicts", why, ()) for other, why in others)
