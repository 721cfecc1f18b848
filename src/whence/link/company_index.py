"""Which companies stand under which key? Normalised once a value, so that no company is compared with every other."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from whence.link.company_addresses import read_address, without_unit
from whence.link.company_names import bears_legal_form, company_key, name_keys, person_key
from whence.link.company_phones import read_phone
from whence.model.register import FACT_KINDS, Company, Fact, FactKind

# Domains at which anybody may have an address: sharing one says nothing.
FREE_MAIL = frozenset(
    """gmail.com googlemail.com yahoo.com yahoo.co.uk yahoo.fr yahoo.de ymail.com rocketmail.com hotmail.com
    hotmail.co.uk hotmail.fr outlook.com live.com msn.com aol.com icloud.com me.com mac.com mail.com gmx.com
    gmx.de gmx.net gmx.at web.de t-online.de freenet.de proton.me protonmail.com protonmail.ch pm.me
    tutanota.com zoho.com yandex.ru yandex.com ya.ru mail.ru bk.ru inbox.ru list.ru rambler.ru ukr.net i.ua
    meta.ua qq.com 163.com 126.com sina.com foxmail.com naver.com hanmail.net orange.fr wanadoo.fr free.fr
    laposte.net sfr.fr libero.it virgilio.it tiscali.it seznam.cz centrum.cz wp.pl onet.pl interia.pl o2.pl
    abv.bg btinternet.com sky.com comcast.net verizon.net att.net rediffmail.com uol.com.br bol.com.br
    terra.com.br freemail.example""".split()
)
# Stands before the key of an owner or a director that is a company.
BODY = "company "


@dataclass(frozen=True, slots=True)
class Held:
    """One fact of one company under a key; `unit` is what of an address tells it from others in the building."""

    company: int
    fact: Fact
    unit: str = ""


Holders = Mapping[str, Sequence[Held]]


@dataclass(frozen=True, slots=True)
class CompanyIndex:
    """Companies in order, and for each kind of fact the holders of each key, in the order of the companies.

    `one` has for each company the place of the first with its number and jurisdiction: a company that stands in two
    registers counts once.
    """

    companies: tuple[Company, ...]
    holders: Mapping[FactKind, Holders]
    one: tuple[int, ...]
    by_number: Mapping[str, Sequence[int]]
    by_name: Mapping[str, Sequence[int]]

    def count(self, held: Iterable[Held]) -> int:
        """Return how many companies hold these facts."""
        return len({self.one[each.company] for each in held})


def index_companies(companies: Iterable[Company]) -> CompanyIndex:
    """Return the index of the companies by all that they may share.

    >>> from whence.model.register import Company, Fact
    >>> firms = [Company(f"c{n}", "g", f"Firm {n}", (n,), facts=(Fact("agent", name, (n,)),))
    ...          for n, name in enumerate(("Dray Agents Ltd", "DRAY AGENTS"), 2)]
    >>> [[held.company for held in found] for found in index_companies(firms).holders["agent"].values()]
    [[0, 1]]
    """
    known = tuple(companies)
    keys = _Keys()
    holders: dict[FactKind, dict[str, list[Held]]] = {kind: {} for kind in FACT_KINDS}
    by_number: dict[str, list[int]] = {}
    by_name: dict[str, list[int]] = {}
    for place, company in enumerate(known):
        for fact in company.facts:
            key, unit = keys.of(company, fact)
            if key:
                holders[fact.kind].setdefault(key, []).append(Held(place, fact, unit))
        if company.number:
            by_number.setdefault(number_key(company.number, company.jurisdiction), []).append(place)
        for name in name_keys(company):
            if name:
                by_name.setdefault(name, []).append(place)
    # Without a jurisdiction, numbers of two registers are two countings.
    one = list(range(len(known)))
    for places in by_number.values():
        if len(places) > 1 and known[places[0]].jurisdiction:
            for place in places:
                one[place] = places[0]
    return CompanyIndex(known, holders, tuple(one), by_number, by_name)


def shown_value(fact: Fact) -> str:
    """Return a fact as it is shown of all that share it: as written, an address without the unit of the one company.

    >>> shown_value(Fact("address", "12 Quay Street, Suite 4, Dray", (2,)))
    '12 Quay Street, Dray'
    """
    return without_unit(fact.value) if fact.kind == "address" else fact.value


def number_key(number: str, jurisdiction: str) -> str:
    """Return a key of a company's number in its jurisdiction; blanks, marks and zeros before it make no difference.

    >>> number_key("HR-B 0017", "VD") == number_key("hrb17", "vd"), number_key("0017", "VD") == number_key("17", "VD")
    (False, True)
    """
    plain = "".join(character for character in number.casefold() if character.isalnum())
    return f"{jurisdiction.strip().casefold()} {plain.lstrip('0')}"


class _Keys:
    """Makes keys, each written value once: registers repeat their agents, towns and directors."""

    def __init__(self) -> None:
        self._known: dict[tuple[object, ...], tuple[str, str]] = {}

    def of(self, company: Company, fact: Fact) -> tuple[str, str]:
        """Return the key of a fact and the unit of an address; the key is "" where the fact links nobody."""
        is_phone = fact.kind == "phone"
        written = (fact.kind, fact.value, *((company.jurisdiction, company.calling_code) if is_phone else ()))
        found = self._known.get(written)
        if found is None:
            if is_phone:
                number = read_phone(fact.value, jurisdiction=company.jurisdiction, calling_code=company.calling_code)
                found = (number or "", "")
            else:
                found = _KEY_OF[fact.kind](fact.value)
            self._known[written] = found
        return found


def _address(value: str) -> tuple[str, str]:
    place = read_address(value)
    return (place.building, place.unit) if place else ("", "")


def _domain(value: str) -> tuple[str, str]:
    return ("", "") if value in FREE_MAIL else (value, "")


def _owner(value: str) -> tuple[str, str]:
    # "Ilka Moen" and "Ilka Moen Ltd" are two owners: many a firm is called after a person.
    key = company_key(value)
    return (f"{BODY}{key}" if key and bears_legal_form(value) else key), ""


def _director(value: str) -> tuple[str, str]:
    return (f"{BODY}{company_key(value)}" if bears_legal_form(value) else person_key(value)), ""


_KEY_OF: Mapping[FactKind, Callable[[str], tuple[str, str]]] = {
    "address": _address,
    "domain": _domain,
    "agent": lambda value: (company_key(value), ""),
    "director": _director,
    "owner": _owner,
}
