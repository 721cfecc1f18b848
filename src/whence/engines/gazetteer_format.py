"""How is the table of places laid out, so that what builds it and what reads it agree?

One row a place, columns as arrays of one compressed numpy file. `names` are lines, a division's with the last part of
its code behind a tab; `region` and `district` the rows of what a place lies in, or -1; degrees are in thousandths;
`population` is eight times its binary logarithm. `parted` are the rows whose parts are known, `parts` of each how far
the middle of its part in each direction of `COMPASS` lies from its own, in hundredths of a degree, with its radius.
`keys` are the differences of the hashed names in order, `owners` the row that each leads to, with a mark where the
name is not the place's own.
"""

from hashlib import blake2b

from whence.model.place import Level

FILE = "places.npz"
LEVELS: tuple[Level, ...] = ("country", "region", "district", "city", "area")
# Marks of a name in the two highest bits of its owner.
ALIAS, SHORT = 1 << 31, 1 << 30
# Five bytes: of a million look-ups of unknown names, fewer than one meets another name's hash.
_HASH_BYTES = 5


def hash_key(key: str) -> int:
    """Return the number that a key of `place_key` is looked up by.

    >>> hash_key("paris") == hash_key("paris"), hash_key("paris") < 2**40
    (True, True)
    """
    return int.from_bytes(blake2b(key.encode(), digest_size=_HASH_BYTES).digest(), "big")
