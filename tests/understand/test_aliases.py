"""Are a report's own other names for a thing found, and nothing else taken for one?"""

import pytest

from whence.understand.aliases import find_aliases
from whence.understand.names import Name
from whence.understand.tokens import read_tokens


def aliases(text: str, *names: str) -> dict[str, str]:
    tokens = read_tokens(text)
    found = []
    for name in names:
        low = next(i for i, start in enumerate(tokens.starts) if start == text.index(name))
        high = next(i for i, end in enumerate(tokens.ends) if end == text.index(name) + len(name)) + 1
        found.append(Name(low, high, name, "organisation"))
    return find_aliases(tokens, found)


@pytest.mark.parametrize(
    ("text", "first", "second", "short"),
    [
        ("the Orlan Relief Fund (ORF) said", "Orlan Relief Fund", "ORF", "ORF"),
        ("the ORF (Orlan Relief Fund) said", "ORF", "Orlan Relief Fund", "ORF"),
        ("the Grey Heron Cartel (CGG), named so", "Grey Heron Cartel", "CGG", "CGG"),
        ("Juan Ruz, alias Toro, fled", "Juan Ruz", "Toro", "Toro"),
        ("Juan Ruz, also known as “Toro”, fled", "Juan Ruz", "Toro", "Toro"),
        ("Orme Lines, formerly known as Osk Lines, sank", "Orme Lines", "Osk Lines", "Osk Lines"),
    ],
)
def test_find_aliases_takes_what_the_text_says(text: str, first: str, second: str, short: str) -> None:
    full = second if short == first else first
    assert aliases(text, first, second) == {short: full}


@pytest.mark.parametrize(
    ("text", "first", "second", "why"),
    [
        ("Lena Torv (Ostmere) said", "Lena Torv", "Ostmere", "a place in brackets"),
        ("Foreign Ministry (BBC)", "Foreign Ministry", "BBC", "letters of something else"),
        ("Lena Torv or Mara Moen left", "Lena Torv", "Mara Moen", "either of two people"),
        ("Lena Torv called Mara Moen", "Lena Torv", "Mara Moen", "a call"),
    ],
)
def test_find_aliases_leaves_two_things_apart(text: str, first: str, second: str, why: str) -> None:
    assert aliases(text, first, second) == {}, why
