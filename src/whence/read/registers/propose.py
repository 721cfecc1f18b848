"""Which mapping would a person likely write for a table, from the names of its columns and its first rows?"""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from whence.read.registers.cells import read_date
from whence.read.registers.rows import Row, read_table

# Words of a column's name, for each field of the company; the first field that fits takes the column.
_COMPANY: tuple[tuple[str, str], ...] = (
    (
        "number",
        r"(company|entity|registration|register|reg|business|corp\w*|org\w*)?\W*(number|no|nr|num|id|code)"
        r"|crn|kvk|siren|ein|inn",
    ),
    ("jurisdiction", r".*(jurisdiction|state\W*of|country\W*of\W*(origin|inc|reg)).*|country"),
    (
        "incorporated",
        r"registered(\W*on)?|.*(incorporat|founded|established|start\W*date).*"
        r"|.*(date\W*of\W*(formation|registration)|registration\W*date).*",
    ),
    ("dissolved", r".*(dissol|struck|removal|removed|closed|cessation|end\W*date).*"),
    ("legal_form", r".*(legal\W*form|company\W*type|entity\W*type|company\W*category|form)|type"),
    ("status", r".*status.*"),
    ("email", r".*(e-?mail|website|web\W*site|url).*"),
    ("phone", r".*(phone|telephone|tel|mobile)\W*\d*"),
    ("agent", r".*(agent|filed\W*by|filing|formation\W*agent|presenter).*"),
    (
        "address",
        r"(unit|suite|floor)|.*(address|street|building|line\W*\d|seat|domicile).*"
        r"|.*(city|town|post\W*code|postal|zip).*",
    ),
    ("name", r"(company|entity|business|corporate|legal|firm|organi[sz]ation)?\W*(name)?|firm"),
)
_PART = re.compile(
    r"(?P<who>director|officer|secretary|manager|partner|owner|shareholder|beneficial\W*owner|member|psc|parent)"
)
_FIELDS: tuple[tuple[str, str], ...] = (
    ("born", r"birth|born|dob|year"),
    ("share", r"share\b|shares|percent|pct|%|stake|interest"),
    ("role", r"role|position|function|title|capacity"),
    ("since", r"from|since|appoint|start"),
    ("until", r"until|\bto\b|resign|end|ceased"),
    ("number", r"number|\bno\b|\bid\b|code"),
)
_OWNERS = frozenset(("owner", "shareholder", "member", "psc", "parent"))
_DATE_FORMATS = ("%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y", "%d-%m-%Y", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%d/%m/%y")
_LOOKED_AT = 200
_SEVERAL = (";", "|", " / ")


def propose_mapping(text: str) -> str:
    r"""Return a mapping file for a table, with its columns; a person reads and corrects it before it is used.

    Raises FixUsage where the table has no first line that names columns.

    >>> print(propose_mapping("Company Name,Reg. No,Town\nQuay Works,17,Dray\n").split("[company]")[1].strip())
    name = "Company Name"
    number = "Reg. No"
    address = "Town"
    # jurisdiction_is = ""   # where all of the companies are registered
    """
    table = read_table(text)
    rows = [row.cells for row in islice((row for row in table.rows() if isinstance(row, Row)), _LOOKED_AT)]
    columns = {name: [row[place] for row in rows] for place, name in enumerate(table.header) if name}
    people = {name: found for name in columns if (found := _part_of(name))}
    company = _company_columns([name for name in columns if name not in people])
    parts = _group_parts(people)
    dates = [company[field][0] for field in ("incorporated", "dissolved") if field in company]
    dates += [part[field] for _, part in parts for field in ("since", "until") if field in part]
    formats = _formats([cell for name in dates for cell in columns[name]])
    lines = [
        "# Proposed from the names of the columns and the first rows: read it and correct it before you import.",
        "",
    ]
    lines += ["[file]", f"delimiter = {_quote(table.delimiter)}"]
    lines += [f"dates = [{', '.join(map(_quote, formats))}]"] if formats else []
    lines += (
        ["# Both fit every date that was looked at: strike out the one that is not meant."] if len(formats) > 1 else []
    )
    lines += ['# calling_code = "44"   # of phone numbers that are written without one', "", "[company]"]
    lines += [_line(field, names) for field, names in company.items()] or [
        'name = ""   # not found: write the column here'
    ]
    if "jurisdiction" not in company:
        lines += ['# jurisdiction_is = ""   # where all of the companies are registered']
    for kind, part in parts:
        lines += ["", f"[[{kind}]]", *(f"{field} = {_quote(column)}" for field, column in part.items())]
        several = next((mark for mark in _SEVERAL if any(mark in cell for cell in columns[part["name"]])), "")
        lines += [f"split = {_quote(several)}"] if several else []
    used = {column for names in company.values() for column in names} | set(people)
    left = [name for name in columns if name not in used]
    lines += ["", f"# Columns that are not used: {', '.join(map(_quote, left))}"] if left else []
    return "\n".join(lines) + "\n"


def _company_columns(names: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in names:
        plain = re.sub(r"[_.\s]+", " ", name).strip().casefold()
        field = next((field for field, words in _COMPANY if re.fullmatch(words, plain)), None)
        # Only an address is made of several columns; a second number or status is left to the person.
        if field and (field in ("address", "phone", "email") or field not in found):
            found.setdefault(field, []).append(name)
    order = [field for field in ("name", *(field for field, _ in _COMPANY)) if field in found]
    return {field: found[field] for field in dict.fromkeys(order)}


def _part_of(name: str) -> tuple[str, str, str] | None:
    """Return officer or owner, what tells this one from others, and the field; None for a column of the company."""
    plain = re.sub(r"[_.\s]+", " ", name).strip().casefold()
    found = _PART.search(plain)
    if found is None:
        return None
    who = found.group("who")
    rest = plain.replace(who, " ")
    kind = "owner" if any(word in who for word in _OWNERS) else "officer"
    field = next((field for field, words in _FIELDS if re.search(words, rest)), "name")
    number = "".join(re.findall(r"\d+", plain))
    return kind, f"{who} {number}".strip(), field


def _group_parts(people: Mapping[str, tuple[str, str, str]]) -> list[tuple[str, dict[str, str]]]:
    groups: dict[tuple[str, str], dict[str, str]] = {}
    for column, (kind, which, field) in people.items():
        groups.setdefault((kind, which), {}).setdefault(field, column)
    found = []
    for (kind, which), part in groups.items():
        if "name" in part:
            role = {} if kind == "owner" or "role" in part else {"role_is": re.sub(r"\s*\d+$", "", which)}
            allowed = ("name", "share", "number") if kind == "owner" else ("name", "born", "role", "since", "until")
            found.append((kind, {field: part[field] for field in allowed if field in part} | role))
    return found


def _formats(cells: Sequence[str]) -> list[str]:
    """Return the formats by which the dates that are not ISO 8601 can be read, the one that fits most first.

    Where day and month cannot be told apart in any row, both formats fit and the person must strike one out.
    """
    left = [cell.strip() for cell in cells if cell.strip() and read_date(cell.strip(), ()) is None]
    fitting = [(sum(read_date(cell, (form,)) is not None for cell in left), form) for form in _DATE_FORMATS]
    best = max((count for count, _ in fitting), default=0)
    return [form for count, form in fitting if count and count == best]


def _line(field: str, names: Sequence[str]) -> str:
    if len(names) == 1:
        return f"{field} = {_quote(names[0])}"
    return f"{field} = [{', '.join(map(_quote, names))}]"


def _quote(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
    return f'"{escaped}"'
