"""Which numbers of a run may be tuned, in what unit?"""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class RunOptions:
    """Options of the run as a whole.

    `threads`: how many threads the encoder may use. `batch`: reports kept in one unit of work; what an interruption
    can cost at most. `encoder`: "minilm" is the shipped one; "hashed" needs no weights and finds fewer paraphrases.
    """

    threads: int = 2
    batch: int = 64
    encoder: Literal["minilm", "hashed"] = "minilm"
