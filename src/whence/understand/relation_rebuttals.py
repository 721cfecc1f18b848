"""Does the sentence of a link itself call what is said of it false: "the report that A owns B is false"?"""

from whence.understand.relation_things import Scene

_SAYINGS = frozenset(
    """accusation accusations allegation allegations assertion assertions belief claim claims idea notion report
    reports rumour rumours rumor rumors statement statements story stories suggestion suggestions theory""".split()
)
_BE = frozenset("is are was were be been being as proved proven turned out".split())
_FALSE = frozenset(
    "false untrue wrong incorrect inaccurate baseless groundless unfounded mistaken fabricated invented".split()
)
_WRONGLY = _FALSE | frozenset("mistake error falsely wrongly incorrectly mistakenly erroneously".split())
_TRUE = frozenset("true correct accurate right fact".split())
_NOT = frozenset("not n't no never isn't wasn't".split())
# Between what calls a saying false and what was said: "it was a mistake to report that", "it is false that".
_REACH = 4


def is_rebutted(scene: Scene, low: int, high: int) -> bool:
    """Tell whether the words around a link, tokens [low, high), call it false, wrong or a mistake to report."""
    words = scene.tokens.words
    for that in range(low - 1, scene.low, -1):
        if words[that] != "that":
            continue
        before = words[max(scene.low, that - _REACH) : that]
        if before[-1] in _TRUE and _NOT & set(before):
            return True
        is_denied = {"not", "n't", "no", ","} & set(before)
        if any(word in _WRONGLY for word in before) and not is_denied:
            return True
        return before[-1] in _SAYINGS and _is_called_false(words[high : scene.high])
    return False


def _is_called_false(after: list[str]) -> bool:
    """Tell whether the words behind a saying call it false before the next clause begins."""
    for i, word in enumerate(after):
        if word in (",", ";", "who", "which", "that", "but"):
            return False
        if word in _BE:
            ahead = after[i + 1 : i + 3]
            if any(w in _FALSE for w in ahead):
                return not {"not", "n't", "never"} & set(ahead)
    return False
