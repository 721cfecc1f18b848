"""Are names cut into the parts that are compared, whatever script, order or spelling they come in?"""

import pytest

from whence.text.name_forms import NameFamily, fold, lookup_keys, read_form, sound_of


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Müller-Łódź", "muller lodz"),
        ("O’Brien", "obrien"),
        ("Дмитрий Орлов", "dmitriy orlov"),
        ("Ορέστης", "orestis"),
        ("محمود الزغلاوي", "mhmud al zghlawi"),
        ("  Kim   Jong-un ", "kim jong un"),
    ],
)
def test_fold_writes_every_script_in_plain_letters(name: str, folded: str) -> None:
    assert fold(name) == folded


@pytest.mark.parametrize(
    ("name", "words", "initials", "generation"),
    [
        ("Dr Lena Torv", ("lena", "torv"), (), ""),
        ("TORV, Lena M.", ("torv", "lena"), ("m",), ""),
        ("J.R. Osk Jr.", ("osk",), ("j", "r"), "junior"),
        ("Pedro de la Cruz", ("pedro", "cruz"), (), ""),
        ("Osk Brenn III", ("osk", "brenn"), (), "3"),
        ("JM Torvald", ("torvald",), ("j", "m"), ""),
    ],
)
def test_read_form_of_person(name: str, words: tuple[str, ...], initials: tuple[str, ...], generation: str) -> None:
    form = read_form(name, "person")
    assert (form.words, form.initials, form.generation) == (words, initials, generation)


@pytest.mark.parametrize(
    ("name", "words", "generic", "numbers"),
    [
        ("Orme Shipping Ltd", ("orme",), ("shipping",), ()),
        ("Orme Shipping S.A. de C.V.", ("orme",), ("shipping",), ()),
        ("the Third Karsk Brigade", ("karsk",), ("brigade",), ("3",)),
        ("III Karsk Bde", ("karsk",), ("brigade",), ("3",)),
        ("Ministerio de Defensa", (), ("ministry", "defence"), ()),
        ("Georgian government", ("georgia",), ("government",), ()),
    ],
)
def test_read_form_of_body(
    name: str, words: tuple[str, ...], generic: tuple[str, ...], numbers: tuple[str, ...]
) -> None:
    form = read_form(name, "body")
    assert (form.words, form.generic, form.numbers) == (words, generic, numbers)


def test_read_form_of_model_keeps_letters_and_numbers_apart() -> None:
    assert read_form("X-200T", "model").numbers == read_form("X 200", "model").numbers
    assert read_form("X-200T", "model").initials != read_form("X 200", "model").initials


@pytest.mark.parametrize(
    ("one", "other"),
    [("muhammad", "mohamed"), ("gaddafi", "qadhafi"), ("yusuf", "youssef"), ("zhukov", "jukov")],
)
def test_sound_of_romanisations_is_one(one: str, other: str) -> None:
    assert sound_of(one) == sound_of(other)


@pytest.mark.parametrize(
    ("one", "other", "family", "why"),
    [
        ("Serhiy Petrenko", "Petrenko, Sergei", "person", "order and spelling"),
        ("Kim Jong-un", "Kim Jongun", "person", "written in two or in one"),
        ("김도연", "Kim Do-yeon", "person", "another script"),
        ("Дмитрий Орлов", "Dmitri Orlov", "person", "another script"),
        ("World Food Programme", "WFP", "body", "initials"),
        ("Orme Shipping Ltd", "Orme Shipping LLC", "body", "legal form"),
        ("Kyiv", "Ukrainian government", "body", "a capital for its government"),
        ("392nd Battalion", "Battalion 392", "body", "number and sort"),
    ],
)
def test_lookup_keys_are_shared_by_names_that_may_be_one(one: str, other: str, family: NameFamily, why: str) -> None:
    assert lookup_keys(read_form(one, family)) & lookup_keys(read_form(other, family)), why


def test_lookup_keys_are_not_shared_by_strangers() -> None:
    assert not lookup_keys(read_form("Lena Torv", "person")) & lookup_keys(read_form("Mattis Koer", "person"))
