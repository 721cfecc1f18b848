"""Is the encoding found in which bytes spell a Latin alphabet, and none where they spell no such alphabet?"""

import pytest

from whence.read.alphabets import ALPHABETS, spelled_in


@pytest.mark.parametrize(("encoding", "alphabet"), [(name, each) for name, all_ in ALPHABETS for each in all_])
def test_every_alphabet_is_held_by_its_encoding(encoding: str, alphabet: str) -> None:
    assert alphabet.encode(encoding).decode(encoding) == alphabet
    assert spelled_in(alphabet.encode(encoding)) is not None


def test_letters_that_two_encodings_share_are_read_in_the_commoner() -> None:
    assert spelled_in("Ein schöner Tag für Österreich".encode("cp1250")) == "cp1252"


def test_letters_of_one_alphabet_alone_decide() -> None:
    assert spelled_in("Köprünün onarımı için şehirde".encode("cp1254")) == "cp1254"
    assert spelled_in("Gdańsk, Łódź, Świętochłowice".encode("iso8859-2")) == "iso8859-2"


@pytest.mark.parametrize(
    "data",
    [b"", b"plain", "“quoted” – and no more".encode("cp1252"), "Ο δήμαρχος".encode("cp1253"), "橋は".encode("euc_jp")],
)
def test_bytes_that_spell_no_latin_alphabet_have_no_encoding_here(data: bytes) -> None:
    assert spelled_in(data) is None
