"""Does every kind of case keep imported registers as promised? One suite, in memory and on disk."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.keep.making import NOON, READER
from whence.engines.clock import FixedClock
from whence.keep.case import open_case
from whence.keep.memory import MemoryCase
from whence.model.register import Company, Fact, Register, RegisterContent, SourceRow
from whence.model.values import RefusedRow
from whence.ports import Case


@pytest.fixture(params=["memory", "disk"])
def case(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Case]:
    if request.param == "memory":
        yield MemoryCase()
        return
    with open_case(tmp_path / "my.case", clock=FixedClock(NOON)) as opened:
        yield opened


def a_register(name: str) -> Register:
    return Register(f"g-{name}", name, "open", f"{name}.csv", "ab", 2, 2, 1, NOON.isoformat(), READER)


def a_content(name: str) -> RegisterContent:
    facts = (Fact("director", "Лена \ud83d", (2, 3), 1975, "chair", "2030", "", 33.5, "9"),)
    company = Company(f"c-{name}", f"g-{name}", name, (2,), "17", "Veldmark", facts=facts, other_names=("Quay",))
    rows = (SourceRow(2, "half \ud83d a pair"), SourceRow(7, "17,Quay"))
    return RegisterContent((company,), rows, (RefusedRow(4, "no name"),), (RefusedRow(2, "no date"),))


def test_a_register_comes_back_as_it_went_in(case: Case) -> None:
    assert case.registers.add(a_register("veldmark"), a_content("veldmark"))
    assert case.registers.all() == [a_register("veldmark")]
    assert case.registers.companies(["g-veldmark"]) == list(a_content("veldmark").companies)
    assert case.registers.rows("g-veldmark", [7, 2, 99]) == {2: "half \ud83d a pair", 7: "17,Quay"}
    assert [row.reason for row in case.registers.refused("g-veldmark")] == ["no name", "no date"]


def test_the_same_register_twice_is_kept_once(case: Case) -> None:
    assert case.registers.add(a_register("veldmark"), a_content("veldmark"))
    assert not case.registers.add(a_register("veldmark"), a_content("other"))
    assert [company.name for company in case.registers.companies(["g-veldmark"])] == ["veldmark"]


def test_companies_are_those_of_the_registers_asked_for_in_order_of_arrival(case: Case) -> None:
    for name in ("veldmark", "amble", "dray"):
        case.registers.add(a_register(name), a_content(name))
    assert [company.name for company in case.registers.companies(["g-dray", "g-veldmark"])] == ["veldmark", "dray"]
    assert case.registers.companies([]) == []


def test_an_unknown_register_has_nothing(case: Case) -> None:
    assert case.registers.rows("g-none", [1]) == {}
    assert case.registers.refused("g-none") == []
    assert case.registers.companies(["g-none"]) == []


def test_a_unit_that_fails_leaves_no_register(case: Case) -> None:
    def fail() -> None:
        with case.unit():
            case.registers.add(a_register("veldmark"), a_content("veldmark"))
            raise LookupError("in the middle")

    with pytest.raises(LookupError):
        fail()
    assert case.registers.all() == []
    assert case.registers.companies(["g-veldmark"]) == []
