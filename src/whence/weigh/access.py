"""Does whoever stands at the end of a chain speak from own access, or were they told?"""

import re
from typing import Literal

from whence.model.report import Report
from whence.model.spans import cut_all, hull
from whence.model.statement import Statement, Voice
from whence.weigh.words import find_proper_words

Access = Literal["own", "likely", "unknown", "told"]

# Words by which a witness, or whoever keeps a record, shows that the content is their own.
_SENSES = re.compile(
    r"\b(?:I|we|my|our|me|us|saw|seen|heard|watched|felt|smelled|counted|treated|measured|registered|recorded|filmed"
    r"|photographed|witness\w*|survivor\w*|resident\w*|neighbour\w*|neighbor\w*"
    r"|passenger\w*|driver\w*|crew)\b"
)
# People who speak of what others did: told, not there.
_COMMENTS = re.compile(
    r"\b(?:analyst|expert|commentator|observer of|critic|opposition|lawmaker|professor|pundit|insider|rumou?r|sources?"
    r"|circles|supporter|spokes\w+ for the opposition|think[ -]tank)s?\b",
    re.IGNORECASE,
)
# Papers that tell what others know, unless their name says whose they are; a register or a log is a record itself.
_RETELLS = re.compile(
    r"\b(?:report|article|story|piece|post|page|entry|account|publication|coverage|statement)s?\b", re.IGNORECASE
)
_HEDGED_ACTS = frozenset({"believes", "suspects", "alleges", "predicts", "doubts", "asks"})
# Who says that they know of nothing has seen nothing: that nothing happened is not theirs to witness.
_KNOWS_NOTHING = re.compile(
    r"\b(?:know|knows|knew|known|heard|hears) (?:nothing|of no|about no)\b"
    r"|\bno (?:knowledge|evidence|record|indication|sign|proof|trace) (?:of|that|for)\b"
    r"|\b(?:not|n['’]t|never) (?:been )?(?:aware|heard|seen|informed|know|known|told)\b"
    r"|\bunaware\b",
    re.IGNORECASE,
)
SPEAKS_FOR_ITSELF = frozenset({"official", "ngo"})


def judge_access(statement: Statement, report: Report) -> Access:
    """Say what access the end of a statement's chain has: own, likely own, unknown, or told by someone else.

    Beliefs, suspicions and guesses are about what others did; a document, a witness or an institution on its own acts
    has access of its own. Grounds mean that it was told. A record in the report's own hands is first-hand.
    """
    voice = statement.grounds[-1] if statement.grounds else statement.voices[-1] if statement.voices else None
    if voice is None:
        return _own_voice_access(statement, report)
    said = cut_all(statement.content, report.title or "" if statement.within == "title" else report.text)
    if _KNOWS_NOTHING.search(said) or _was_told(statement, voice):
        return "told"
    has_name = bool(find_proper_words(voice.name))
    if voice.kind == "document" and _RETELLS.search(voice.name) and not has_name:
        return "unknown"
    if statement.basis in ("first_hand", "document") or voice.kind == "document":
        return "own"
    if _is_witness(statement, voice, report):
        return "own" if voice.named and has_name else "likely"
    return "likely" if (voice.named and has_name) or voice.kind in ("organisation", "government") else "unknown"


def _was_told(statement: Statement, voice: Voice) -> bool:
    """Tell whether the text itself says that the voice has it from elsewhere, or does not know."""
    if statement.grounds or voice.kind in ("outlet", "unspecified") or statement.act in _HEDGED_ACTS:
        return True
    is_unsure = statement.certainty in ("possible", "unstated")
    return is_unsure or _COMMENTS.search(f"{voice.name} {voice.as_worded}") is not None


def _own_voice_access(statement: Statement, report: Report) -> Access:
    if statement.basis in ("first_hand", "document"):
        return "own"
    if statement.certainty in ("possible", "unstated"):
        return "told"
    return "likely" if report.outlet_type in SPEAKS_FOR_ITSELF else "unknown"


def _is_witness(statement: Statement, voice: Voice, report: Report) -> bool:
    if statement.within != "text":
        return False
    said = cut_all(statement.content, report.text)
    cue = cut_all(statement.cue, report.text) if statement.cue else ""
    around = hull(statement.content)
    before = report.text[max(0, around.start - 40) : around.start]
    return bool(_SENSES.search(f"{said} {cue} {voice.as_worded}")) or bool(
        re.search(r"\b(?:saw|heard|watched)\b", before)
    )
