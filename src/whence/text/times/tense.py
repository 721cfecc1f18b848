"""Does the sentence around a time speak of what was, or of what is to come?"""

import re
from typing import Literal

Tense = Literal["past", "future"]

_AHEAD = (
    r"will(?!\s+have\b)|won['’]t|shall|[’']ll|(?:would|must|should|may)(?!\s+have\b)|due"
    r"|(?:is|are|was|were|be)\s+to(?=\s+[a-z])|about\s+to|going\s+to"
    r"|(?:expected|scheduled|slated|planned|forecast|predicted|projected|billed|booked|intended|tabled|pencilled)"
    r"\s+(?:to|for|on|in|by|until)(?=\s)|(?:is|are)\s+(?:expected|planned|slated|out)"
    r"|(?:is|are)\s+(?:meeting|leaving|going|coming|returning|flying|travelling|holding|playing|opening|closing|voting)"
    r"|(?:is|are|was|were|been)\s+(?:called|summoned|invited|listed)\s+(?:to|for|on)(?=\s)"
    r"|scheduled|upcoming|forthcoming|ahead\s+of|plans?|planning|hopes?|intends?|aims?|wants?|deadline"
    r"|(?:moved|postponed|delayed|rescheduled|adjourned|deferred|extended|fixed|put\s+off|put\s+back|pushed\s+back"
    r"|brought\s+forward|set)\s+(?:(?:to|for|until|till)(?=\s)|$)|for\s+$|listed|(?:has|have|had)\s+until"
    r"|(?:agreed|vowed|promised|pledged|threatened|decided|ordered|asked|told|urged|prepar\w+|set|ready|likely|bound"
    r"|scheduled|needs?|has|have)\s+to(?=\s+[a-z])|(?:takes?|comes?|goes?|go)\s+(?:effect|into|place|on\s+sale|on\s+trial|to)"
    r"|runs?\s+out|sits?\s+again|(?:open|begin|start|end|expire|close|resume|return|meet|face|leave|arrive|retire|choose"
    r"|decide|elect|debut|premiere|air|vote|reopen|sail|travel|head|host|play|convene|depart|appear)s|launches|flies"
    r"|(?<!to\s)(?<!not\s)(?:meet|begin|choose|decide|elect|arrive|resume|expire|reopen|open)"
)
_SPOKE = (
    r"said|told|added|announced|reported|warned|confirmed|denied|wrote|testified|claimed|argued|stated|insisted|noted"
    r"|acknowledged|predicted|says|tells|warns|reports"
)
_BEHIND = (
    r"(?:would|must|should|could|will|may|might)\s+have|did(?:n['’]t|\s+not)\s+\w+|had\s+to\s+\w+"
    r"|(?:failed|refused|managed|tried|began|started|continued|forced|used|able|helped|came|went)\s+to\s+[a-z]+"
    r"|was|were|had|has|have|been|did|didn['’]t|became|began|bought|broke|brought|built|burnt|came|caught|chose|cut|dealt|died"
    r"|drew|drove|ate|fell|felt|fled|flew|fought|found|froze|gave|went|got|grew|heard|held|hid|hit|hung|kept|knew|laid|lay"
    r"|led|left|lent|lost|made|met|paid|quit|ran|rang|rose|sat|saw|sank|seized|sent|shook|shot|shut|slept|sold|spent|spoke"
    r"|split|spread|sprang|stood|stole|stuck|struck|swept|swore|took|taught|threw|thought|tore|understood|woke|won|wore"
    r"|won|burst|cost|beat|bled|blew|bore|forbade|forgot|overthrew|set|read|[a-z]{2,}ed"
)
# "Will be heard", "due to be named": the participle belongs to what is ahead.
_PASSIVE = r"(?:\s+(?:not|also|now|then|only|likely|\w+ly))?(?:\s+to)?(?:\s+be(?:\s+\w+ly)?\s+\w+)?"
_CUE = re.compile(
    rf"(?<![\w’'])(?:(?P<ahead>(?:{_AHEAD})(?!\w){_PASSIVE})|(?P<spoke>{_SPOKE})|(?P<behind>{_BEHIND}))(?!\w)"
)
# The sentence ends here; a colon or semicolon begins another clause, and a name's initial or "Mr." ends none.
_STOP = re.compile(r"(?<!\bMr)(?<!\bMrs)(?<!\bDr)(?<!\b[A-Z])[.!?]['\"”’]?\s+(?=[\"“‘'(]?[A-Z0-9])|[;:]\s|\n\s*\n")
_REACH = 180  # characters to either side
# What may stand between a verb of saying and its own time: whom it was said to, or where.
_SAID_WHEN = re.compile(
    r"(?:told|tells|warned|warns)\b|\w+\s*(?:$|(?:on|in|at|to|by|late|early|earlier|again|here|from)\b)"
)
_TOUCHING = 28  # characters: "told reporters in the capital on Friday" has its verb this near


def tense_of(text: str, start: int, end: int) -> tuple[Tense | None, bool]:
    """Return the tense of the nearest verb before a time, or the first after it; and whether it stood before.

    A verb of saying counts only close to the time: "said the talks on Friday" begins another clause.

    >>> tense_of("Ministers will meet on Friday.", 23, 29), tense_of("On Friday ministers met.", 3, 9)
    (('future', True), ('past', False))
    """
    low = max(0, start - _REACH)
    is_owner = text[end : end + 1] in ("'", "’")
    before = text[low:start]
    for stop in _STOP.finditer(before):
        before = text[low + stop.end() : start]
    clause = len(before)
    # What belongs to the time's own noun is not planned for the time: "wanted for Friday's raid".
    found = [cue for cue in _CUE.finditer(before) if not (is_owner and cue.end() == clause)]
    if found:
        last = found[-1]
        is_close = clause - last.end() <= _TOUCHING and not is_owner
        if not last["spoke"] or (is_close and _SAID_WHEN.match(before, last.start())):
            return ("future" if last["ahead"] else "past"), True
    after = text[end : end + _REACH]
    stop_after = _STOP.search(after)
    cue = _CUE.search(after[: stop_after.start()] if stop_after else after)
    if cue:
        return ("future" if cue["ahead"] else "past"), False
    return ("past", True) if found else (None, False)
