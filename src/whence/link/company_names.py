"""How is a company's or a director's name written so that two spellings of it are equal?"""

import re

from whence.model.register import Company
from whence.text.name_forms import fold, read_form
from whence.text.name_words import LEGAL_FORMS, LEGAL_PHRASES

_PHRASES = re.compile(r"(?<!\w)(?:" + "|".join(LEGAL_PHRASES) + r")(?!\w)")
# These tell a firm from its parent: "Quay Holding" owns "Quay".
_TELLING = frozenset(("group", "holding", "holdings"))
_DROPPED = (LEGAL_FORMS - _TELLING) | {"the", "and", "&"}
# Legal forms that stand before the name.
_BEFORE = frozenset("ooo oao zao pao ao tov pp pt".split())
# Legal forms whose letters are written with stops fall into single letters.
_LETTERS = re.compile(r"\b(?:[a-z] ){1,4}[a-z]\b")


def company_key(name: str) -> str:
    """Return a company's name folded, without its legal form; "" where nothing else is left.

    >>> company_key("The Müller & Söhne Handels G.m.b.H."), company_key("MULLER SOHNE HANDELS GMBH")
    ('muller sohne handels', 'muller sohne handels')
    """
    plain = _PHRASES.sub(" ", _folded(name))
    return " ".join(word for word in plain.split() if word not in _DROPPED)


def name_keys(company: Company) -> tuple[str, ...]:
    """Return the keys of all names of a company, each once, its own first; one may be "", as `company_key` has it.

    >>> name_keys(Company("c1", "g1", "Quay Ltd", (2,), other_names=("QUAY", "Dray Quay AG")))
    ('quay', 'dray quay')
    """
    return tuple(dict.fromkeys(map(company_key, (company.name, *company.other_names))))


def person_key(name: str) -> str:
    """Return a person's name folded, in no order, without titles and single initials; "" where one word is left.

    One name alone is too little to take two people for possibly the same.

    >>> person_key("TORV, Lena"), person_key("Dr Lena M. Torv"), person_key("Torv")
    ('lena torv', 'lena torv', '')
    """
    words = read_form(name, "person").words
    return " ".join(sorted(words)) if len(words) > 1 else ""


def bears_legal_form(name: str) -> bool:
    """Tell whether a name ends in a legal form, or begins with one that goes before: a company's, not a person's.

    >>> bears_legal_form("Ilka Moen Ltd"), bears_legal_form("Ilka Moen"), bears_legal_form("TOV Portova")
    (True, False, True)
    """
    plain = _folded(name)
    words = plain.split()
    if len(words) < 2:
        return False
    return words[-1] in LEGAL_FORMS or words[0] in _BEFORE or _PHRASES.search(plain) is not None


def _folded(name: str) -> str:
    return _LETTERS.sub(lambda match: match.group().replace(" ", ""), fold(name))


def director_in_words(name: str, birth_year: int | None) -> str:
    """Return what tells a director from others of the name.

    >>> director_in_words("Ilka Moen", 1975), director_in_words("Dray Nominees Ltd", None)
    ('born 1975', 'a company')
    """
    if birth_year is not None:
        return f"born {birth_year}"
    if bears_legal_form(name):
        return "a company"
    return "possibly several people of one name: no year of birth is given"
