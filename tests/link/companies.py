"""Which small invented registers do the tests of company networks share?"""

from collections.abc import Sequence

from whence.link.options import RegisterOptions
from whence.model.register import Company, Fact

OPTIONS = RegisterOptions()


def a_company(number: int, *facts: Fact, register: str = "g1", **known: str) -> Company:
    """Return a company with a line of its own; `known` are its fields of text."""
    name = known.pop("name", f"Firm {number} Ltd")
    given = {"jurisdiction": "Veldmark", "number": str(number), **known}
    return Company(f"{register}-c{number}", register, name, (number,), facts=tuple(facts), **given)  # type: ignore[arg-type] # all of them text


def director(name: str, line: int, *, born: int | None = None) -> Fact:
    """Return a director as a row has it."""
    return Fact("director", name, (line,), born, "director")


def owner(name: str, line: int, *, share: float | None = None, number: str = "") -> Fact:
    """Return an owner as a row has it."""
    return Fact("owner", name, (line,), share=share, number=number)


def sharing(kind: str, values: Sequence[str]) -> list[Company]:
    """Return one company for each value, which is its only fact."""
    return [a_company(line, Fact(kind, value, (line,))) for line, value in enumerate(values, 2)]  # type: ignore[arg-type] # a kind of fact
