"""What is one attribution found in a stretch of tokens, before its contents and its source are read?"""

from dataclasses import dataclass

from whence.understand.cues import Cue
from whence.understand.phrases import Range


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution in a stretch of tokens: who, by which words, and what is left to read.

    `source_to` is where the source phrase ends with all that is said about it ("obtained by the Courier"); `contents`
    are the contents, each in pieces; `relays` are phrases that may name who was told; `cited` are those whom the source
    cites; `rest` is what the attribution does not cover, `tail` what it covers with the same subject ("adding that"),
    `is_noun` tells that the content is a noun phrase;
    `left` the clause before it whose subject it shares ("the firm closed, saying that").
    """

    cue: Cue
    cue_range: Range
    source: Range | None
    source_to: int
    contents: tuple[tuple[Range, ...], ...]
    shape: str
    relays: tuple[Range, ...] = ()
    cited: tuple[Range, ...] = ()
    rest: tuple[Range, ...] = ()
    tail: tuple[Range, ...] = ()
    left: tuple[Range, ...] = ()
    negated: bool = False
    is_inherited: bool = False
    is_hearsay: bool = False
    is_noun: bool = False
