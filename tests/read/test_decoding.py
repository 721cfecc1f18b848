"""Are bytes turned into the characters that were meant, and refused where they are no text?"""

import codecs

import pytest

from whence.errors import BadEncoding, BinaryReport
from whence.read.decoding import SIGNATURES, decode

SENTENCE = "The minister’s café – “closed”, he said, until further notice was given to all its guests. "
CYRILLIC = "Министр заявил в понедельник, что мост останется закрытым до конца года из-за ремонта. " * 5


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_decode_reads_english_in_every_common_encoding(encoding: str) -> None:
    assert decode(SENTENCE.encode(encoding)) == SENTENCE


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r"])
def test_decode_guesses_another_script(encoding: str) -> None:
    assert decode(CYRILLIC.encode(encoding)) == CYRILLIC


def test_decode_prefers_utf8_to_a_wrong_declaration() -> None:
    assert decode(SENTENCE.encode(), declared="latin-1") == SENTENCE


def test_decode_takes_the_declaration_where_utf8_does_not_fit() -> None:
    assert decode(CYRILLIC.encode("cp1251"), declared="windows-1251") == CYRILLIC
    assert decode(SENTENCE.encode("cp1252"), declared="iso-8859-1") == SENTENCE


@pytest.mark.parametrize("declared", ["base64", "rot13", "zip", "no-such-thing", "\x00", "utf-8\n"])
def test_decode_passes_over_a_declaration_that_is_no_encoding(declared: str) -> None:
    assert decode(b"caf\xe9", declared=declared) == "café"


def test_decode_reads_a_seven_bit_encoding_as_declared() -> None:
    japanese = "大臣は月曜日、橋は閉鎖されたままだと述べた。"
    assert decode(japanese.encode("iso2022_jp"), declared="ISO-2022-JP") == japanese


def test_decode_keeps_a_text_that_is_cut_inside_a_character() -> None:
    assert decode((SENTENCE * 3 + "é").encode()[:-1]) == SENTENCE * 3 + "\ufffd"


def test_decode_drops_one_byte_order_mark_only() -> None:
    assert decode(codecs.BOM_UTF8 + b"a") == "a"


@pytest.mark.parametrize(("start", "name"), SIGNATURES)
def test_decode_names_a_binary_file(start: bytes, name: str) -> None:
    with pytest.raises(BinaryReport, match=name):
        decode(start + b" any text behind it")


@pytest.mark.parametrize("data", [bytes(range(32)) * 4, bytes(range(256)) * 8])
def test_decode_refuses_bytes_full_of_control_characters(data: bytes) -> None:
    with pytest.raises(BinaryReport):
        decode(data)


def test_decode_marks_a_stray_nul_without_moving_what_follows() -> None:
    assert decode(b"a" * 100 + b"\x00b") == "a" * 100 + "\ufffdb"


def test_decode_refuses_bytes_that_fit_nothing() -> None:
    with pytest.raises(BadEncoding):
        decode(bytes(range(128, 256)) * 200)


@pytest.mark.parametrize("declared", ["unicode_escape", "utf-7", "raw_unicode_escape"])
def test_decode_never_makes_half_characters(declared: str) -> None:
    assert decode(b"caf\xe9 \\ud83d +2D0-", declared=declared) == "café \\ud83d +2D0-"
