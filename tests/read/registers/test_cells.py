"""Are dates, years, shares and domains read as they are written, and never guessed?"""

import pytest

from whence.read.registers.cells import read_date, read_domain, read_share, read_text, read_year


@pytest.mark.parametrize(
    ("cell", "formats", "value"),
    [
        ("2031-03-02", (), "2031-03-02"),
        ("2031-03-02T00:00:00Z", (), "2031-03-02"),
        ("20310302", (), "2031-03-02"),
        ("2031-03", (), "2031-03"),
        ("2031", (), "2031"),
        ("02/03/2031", ("%d/%m/%Y",), "2031-03-02"),
        ("02/03/2031", ("%m/%d/%Y",), "2031-02-03"),
        ("2 March 2031", ("%d/%m/%Y", "%d %B %Y"), "2031-03-02"),
        ("03.2031", ("%m.%Y",), "2031-03"),
        ("02/03/2031", (), None),
        ("31/02/2031", ("%d/%m/%Y",), None),
        ("2031-02-31", (), None),
        ("0002-01-01", (), None),
        ("soon", ("%d/%m/%Y",), None),
    ],
)
def test_a_date_is_read_by_its_format_and_never_guessed(cell: str, formats: tuple[str, ...], value: str | None) -> None:
    assert read_date(cell, formats) == value


@pytest.mark.parametrize(
    ("cell", "year"),
    [("1971", 1971), ("02/04/1971", 1971), ("April 1971", 1971), ("71", None), ("1971 or 1972", None), ("", None)],
)
def test_a_year_of_birth_is_the_only_year_in_the_cell(cell: str, year: int | None) -> None:
    assert read_year(cell) == year


@pytest.mark.parametrize(
    ("cell", "share"), [("50", 50.0), ("33,3 %", 33.3), ("100%", 100.0), ("120", None), ("half", None), ("25-50", None)]
)
def test_a_share_is_a_percentage(cell: str, share: float | None) -> None:
    assert read_share(cell) == share


@pytest.mark.parametrize(
    ("cell", "domain"),
    [
        ("Office@Quay.example", "quay.example"),
        ("https://www.quay.example/en?x=1", "quay.example"),
        ("www.quay.example", "quay.example"),
        ("call us", None),
        ("office@quay", None),
    ],
)
def test_a_domain_is_that_of_an_address(cell: str, domain: str | None) -> None:
    assert read_domain(cell) == domain


@pytest.mark.parametrize("cell", ["", "  ", "-", "N/A", "Not known", "NULL"])
def test_a_cell_that_says_that_nothing_is_known_is_empty(cell: str) -> None:
    assert read_text(cell) == ""
