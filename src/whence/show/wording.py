"""In which words does Whence speak to a reader? One place for flags, kinds, numbers, frames and times.

No view says that a claim is true or false. An allegation keeps its frame wherever its words are shown.
"""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from whence.model.report import Moment, Report
from whence.model.statement import Act, Basis, Certainty, Polarity, Statement, Voice, VoiceKind
from whence.model.stemma import DriftKind, Flag, How, Numbers, Origins
from whence.model.story import Mention

NOT_RECORDED = "not recorded"

# Characters without a shape of their own that some scripts and emoji need.
JOINERS = "\u200c\u200d"
# Bidirectional classes of the marks that turn the direction of what follows.
STEERING = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})

FLAG_WORDS: Mapping[Flag, str] = {
    "single_origin": "several reports, likely one origin",
    "circular": "the reports rest on each other in a circle",
    "certainty_hardened": "reported as more certain than where it came from",
    "source_dropped": "the source was dropped or made vaguer on the way",
    "unacknowledged_copy": "depends on a report that is not credited",
    "refuted": "a voice with own access says the contrary",
    "corrected": "withdrawn or corrected by its origin, or on the way",
}

DRIFT_WORDS: Mapping[DriftKind, str] = {
    "certainty": "certainty changed",
    "number": "number changed",
    "date": "date changed",
    "place": "place changed",
    "name": "name changed",
    "source": "source changed",
    "detail_added": "detail added",
    "detail_lost": "detail lost",
}

LINK_WORDS: Mapping[Literal["related", "contradicts", "narrower", "broader"], str] = {
    "contradicts": "contradicted by",
    "related": "related, not the same",
    "narrower": "said more narrowly",
    "broader": "said more broadly",
}

HOW_WORDS: Mapping[How, str] = {
    "copy": "copies",
    "rewrite": "rewrites",
    "excerpt": "takes an excerpt from",
    "quote": "quotes",
}

BASIS_WORDS: Mapping[Basis, str] = {
    "first_hand": "its own observation",
    "named_source": "a named source",
    "document": "a document",
    "cites_outlet": "another outlet",
    "unnamed_source": "an unnamed source",
    "none": "nothing that it names",
}

VOICE_KIND_WORDS: Mapping[VoiceKind, str] = {
    "person": "a person",
    "organisation": "an organisation",
    "government": "a government",
    "outlet": "an outlet",
    "document": "a document",
    "unnamed": "a source left unnamed",
    "unspecified": "a source left unspecified",
}

# What a person did in saying it.
ACT_FRAMES: Mapping[Act, str] = {
    "alleges": "alleged",
    "suspects": "suspected",
    "believes": "believed",
    "predicts": "predicted",
    "promises": "promised",
    "demands": "demanded",
    "asks": "asked",
    "admits": "admitted",
    "asserts": "said",
    "own_voice": "stated in own voice",
    "doubts": "doubted",
    "denies": "denied",
}

# Where the act alone would sound surer than the wording was.
CERTAINTY_FRAMES: Mapping[Certainty, str] = {
    "unstated": "reported as",
    "possible": "reported as possible",
    "probable": "reported as probable",
}

# Acts whose frame already says how sure the wording was.
_GUARDED: frozenset[Act] = frozenset({"alleges", "suspects", "believes", "predicts", "promises", "demands", "asks"})

# The frames from most to least guarded; those of the negative acts stand apart.
FRAMES = (
    "alleged",
    "reported as",
    "suspected",
    "reported as possible",
    "believed",
    "reported as probable",
    "predicted",
    "promised",
    "demanded",
    "asked",
    "admitted",
    "said",
    "stated in own voice",
)


def frame_of(act: Act, certainty: Certainty, polarity: Polarity) -> str:
    """Return the word that keeps what is said what it was: an allegation, a denial, a belief.

    >>> frame_of("alleges", "unstated", "positive"), frame_of("asserts", "certain", "negative")
    ('alleged', 'denied')
    """
    if polarity == "negative":
        return "doubted" if act == "doubts" else "denied"
    if act in _GUARDED or certainty == "certain":
        return ACT_FRAMES[act]
    return CERTAINTY_FRAMES[certainty]


def statement_frame(statement: Statement) -> str:
    """Return the frame of a statement.

    >>> from whence.model.spans import Span
    >>> statement_frame(Statement("s1", (Span(0, 4),), act="asserts", certainty="unstated"))
    'reported as'
    """
    return frame_of(statement.act, statement.certainty, statement.polarity)


def claim_frame(statements: Iterable[Statement]) -> str:
    """Return the most guarded frame that any report gives a claim; "denied" where none affirms it.

    The content of a denial is kept as if affirmed, so its text must never be shown bare.
    """
    frames = {statement_frame(statement) for statement in statements}
    affirmed = [frame for frame in FRAMES if frame in frames]
    return affirmed[0] if affirmed else "doubted" if frames == {"doubted"} else "denied"


def numbers_in_words(numbers: Numbers) -> str:
    """Return the three numbers as a reader meets them.

    >>> numbers_in_words(Numbers(1, 1, 2))
    'at least 1, likely 1, at most 2 independent origins'
    """
    noun = "origin" if numbers.at_most == 1 else "origins"
    return f"at least {numbers.at_least}, likely {numbers.likely}, at most {numbers.at_most} independent {noun}"


def origins_in_words(origins: Origins) -> str:
    """Return the three numbers with own access beside them."""
    return f"{numbers_in_words(origins.numbers)}; own access {origins.own_access}"


def ids_with_access(origins: Origins) -> frozenset[str]:
    """Return the ids of the origins that are counted as having own access: nothing else is said to have it."""
    return frozenset(member.id for member in origins.members if member.own_access)


def independence_in_words(origins: Origins) -> str:
    """Return what may be said of independence: "corroborated" only where P(two or more origins) is 0.95 at least."""
    if origins.is_corroborated:
        return "corroborated: two or more independent origins"
    if origins.numbers.at_most == 0:
        return "no report affirms it"
    if origins.numbers.at_most == 1:
        return "one origin" if origins.numbers.at_least == 1 else "one origin at most"
    return "independence not established"


def moment_in_words(moment: Moment | None) -> str:
    """Return a time as far as it is known.

    >>> moment_in_words(Moment("2031-03-02T09:15:00Z", "second"))
    '2031-03-02 09:15'
    >>> moment_in_words(None)
    'time not recorded'
    """
    if moment is None:
        return f"time {NOT_RECORDED}"
    if moment.precision in {"second", "minute"}:
        return moment.value[:16].replace("T", " ")
    return moment.value


def outlet_in_words(report: Report) -> str:
    """Return who published a report, or what else it can be known by where that is not recorded."""
    return plain(report.outlet or "") or title_in_words(report)


def title_in_words(report: Report) -> str:
    """Return a report's title, or the id that its caller gave, or the name of its file, or its id."""
    file = report.path.replace("\\", "/").rpartition("/")[2]
    return plain(report.title or report.given_id or file.strip("-") or report.id)


def report_in_words(report: Report) -> str:
    """Return who published a report, as far as that is recorded, and its title."""
    title = title_in_words(report)
    return f"{plain(report.outlet)}: {title}" if report.outlet else title


def voice_in_words(voice: Voice) -> str:
    """Return a voice for a chain: its name, with the text's wording where that differs, and whether it is left unnamed.

    >>> voice_in_words(Voice("Lena Torv", "She", "person", named=True))
    'Lena Torv ("She")'
    >>> voice_in_words(Voice("unspecified", "", "unspecified", named=False))
    'a source left unspecified'
    """
    if voice.kind == "unspecified":
        return VOICE_KIND_WORDS["unspecified"]
    name, worded = plain(voice.name), plain(voice.as_worded)
    if voice.kind == "unnamed":
        return f'unnamed: "{worded or name}"'
    is_alike = worded.casefold() in name.casefold() or name.casefold() in worded.casefold()
    return name if is_alike else f'{name} ("{worded}")'


def belonging_in_words(mention: Mention) -> str:
    """Return a doubt that a mention says the same as its claim, where there is one; else nothing.

    Only what belongs more likely than not is shown without it.
    """
    if mention.belongs >= 0.5:
        return ""
    return f"possibly the same, possibly only related ({mention.belongs:.0%} likely the same)"


def voices_beyond(outlet: str, voices: Sequence[Voice]) -> Sequence[Voice]:
    """Return the voices of a chain without an outlet's own at its start: who speaks for itself is shown once.

    >>> port = Voice("Port of Veldmark", "the port", "organisation", named=True)
    >>> voices_beyond("Port of Veldmark", [port]), len(voices_beyond("Quay Ledger", [port]))
    ([], 1)
    """
    if voices and plain(voices[0].name).casefold() == outlet.casefold():
        return voices[1:]
    return voices


def count_of(number: int, noun: str, plural: str | None = None) -> str:
    """Return a number with its noun.

    >>> count_of(1, "report"), count_of(1200, "story", "stories")
    ('1 report', '1,200 stories')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def quoted(text: str) -> str:
    r"""Return words of a report between quote marks, on one line; words that stand between such marks get no others.

    >>> quoted("the dam\nheld"), quoted("“It held.”")
    ('“the dam held”', '“It held.”')
    """
    line = plain(text)
    return line if line.startswith("“") and line.find("”") == len(line) - 1 else f"“{line}”"


def without_stop(text: str) -> str:
    """Return a reason to be put inside a sentence, without a full stop of its own.

    >>> without_stop("it names the Courier.")
    'it names the Courier'
    """
    return plain(text).rstrip(".")


def shortened(text: str, most: int) -> str:
    """Return a text cut at a word to `most` characters, with a mark that there is more.

    >>> shortened("the dam was never inspected", 12)
    'the dam was…'
    """
    line = " ".join(text.split())
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def plain(text: str) -> str:
    r"""Return a text for one line of a terminal: white space as single spaces, nothing in it that could steer one.

    A report is a stranger's text: escape codes and marks that turn the direction of writing are shown as U+FFFD.

    >>> plain("red \x1b[31m\n\nal\xadert")
    'red �[31m alert'
    """
    line = " ".join(text.split())
    return line if line.isprintable() else "".join(map(_visible, line))


def _visible(character: str) -> str:
    if character.isprintable() or character in JOINERS:
        return character
    is_harmless = unicodedata.category(character) == "Cf" and unicodedata.bidirectional(character) not in STEERING
    return "" if is_harmless else "\N{REPLACEMENT CHARACTER}"
