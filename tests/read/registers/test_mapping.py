"""Is a mapping file read, and is what is wrong in it said with what to type?"""

import pytest

from whence.errors import FixUsage
from whence.read.registers.mapping import read_mapping


def test_every_field_is_read() -> None:
    mapping = read_mapping(
        """
        [file]
        delimiter = "|"
        encoding = "cp1251"
        dates = ["%d.%m.%Y"]
        calling_code = "+999"
        [company]
        name = "Firm"
        jurisdiction_is = "Veldmark"
        address = ["Street", "Town"]
        [[officer]]
        name = "Boss"
        role_is = "director"
        split = ";"
        [[owner]]
        name = "Holder"
        share = "Percent"
        """
    )
    assert (mapping.delimiter, mapping.encoding, mapping.dates, mapping.calling_code) == (
        "|",
        "cp1251",
        ("%d.%m.%Y",),
        "999",
    )
    assert mapping.jurisdiction_is == "Veldmark"
    assert (mapping.officers[0].role_is, mapping.officers[0].split) == ("director", ";")
    assert mapping.named() == ("Firm", "Street", "Town", "Boss", "Holder", "Percent")


@pytest.mark.parametrize(
    ("text", "found", "following"),
    [
        ("name =", "The mapping is no TOML", "whence register mapping"),
        ("[company]\nnumber = 'No'", "Found no name under [company]", "whence register mapping"),
        ("[company]\nname = 'Firm'\nadress = 'Seat'", "Found the field of company 'adress'", "Did you mean address?"),
        ("[firm]\nname = 'Firm'", "Found the section 'firm'", "file, company, officer, owner"),
        ("[company]\nname='F'\n[officer]\nname='B'", "Found officer written otherwise", "whence register mapping"),
        ("officer = [1]\n[company]\nname='F'", "Found officer written otherwise", "whence register mapping"),
        ("[company]\nname='F'\n[[owner]]\nshare='P'", "Found [[owner]] without a name", "whence register mapping"),
    ],
)
def test_a_wrong_mapping_says_what_was_found_and_what_to_type(text: str, found: str, following: str) -> None:
    with pytest.raises(FixUsage) as raised:
        read_mapping(text)
    assert found in raised.value.message
    assert following in raised.value.hint
