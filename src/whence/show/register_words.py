"""In which words does Whence speak of registers, of what companies share, and of patterns?"""

from collections.abc import Mapping

from whence.model.company_network import Holding, PatternKind, Tie, TieKind
from whence.model.register import Company, Register
from whence.show.wording import NOT_RECORDED, count_of

KIND_WORDS: Mapping[TieKind, str] = {
    "director": "director",
    "owner": "owner",
    "address": "address",
    "agent": "filing agent",
    "phone": "phone",
    "domain": "e-mail domain",
    "number": "number in two registers",
}
PATTERN_WORDS: Mapping[PatternKind, str] = {
    "one_address": "One address, many companies",
    "same_day": "Incorporated on one day, at one address or by one agent",
    "circular_ownership": "Ownership in a circle",
    "many_directorships": "One director, many companies",
    "same_set": "The same agent, address and directors",
    "succession": "Short-lived companies, one after the other",
    "chain_across_jurisdictions": "Chains of owners across jurisdictions",
}
NO_BLAME = (
    "These are descriptions of a register. None says that anybody did something wrong, and each has innocent grounds."
)
# Companies of a group from which on it is said to say little: by then chance and services hold it together.
VERY_LARGE = 500
LARGE_WORDS = "So large a group says little: services and chance hold it together. Look at one company of it."
_HUB_WORDS: Mapping[TieKind, str] = {"address": "registration address", "agent": "filing agent"}


def hub_in_words(tie: Tie) -> str:
    """Return what is said of a thing that so many share that it links nobody.

    >>> hub_in_words(Tie("t1", "address", "14 Linden Quay", (), "", 14, is_hub=True))
    'a registration address with 14 companies; it links nobody by itself'
    """
    what = _HUB_WORDS.get(tie.kind, KIND_WORDS[tie.kind])
    article = "an" if what[0] in "aeiou" else "a"
    return f"{article} {what} with {count_of(tie.shared_by, 'company', 'companies')}; it links nobody by itself"


def standing_in_words(tie: Tie) -> str:
    """Return how a tie stands: firmly, possibly, or as a hub."""
    if tie.is_hub:
        return hub_in_words(tie)
    return "shared" if tie.is_sure else "possibly shared"


def company_facts(company: Company) -> tuple[str, ...]:
    """Return number, jurisdiction and times of a company; "not recorded" where its register gives none of them.

    >>> company_facts(Company("c1", "g1", "Quay", (2,), "17", "Veldmark", incorporated="2030-01-05"))
    ('17', 'Veldmark', 'incorporated 2030-01-05')
    """
    begun = f"incorporated {company.incorporated}" if company.incorporated else ""
    ended = f"dissolved {company.dissolved}" if company.dissolved else ""
    found = (company.number, company.jurisdiction, begun, ended)
    return tuple(filter(None, found)) or (NOT_RECORDED,)


def lines_in_words(register: Register, lines: tuple[int, ...]) -> str:
    """Return where rows stand: the file and the lines.

    >>> from whence.model.report import MadeBy
    >>> register = Register("g1", "amble", "", "amble.csv", "ab", 1, 1, 0, "2031-03-02", MadeBy("w", "1", "a"))
    >>> lines_in_words(register, (4, 9))
    'amble.csv, lines 4 and 9'
    >>> lines_in_words(register, (2, 3, 4, 5, 9))
    'amble.csv, lines 2-5 and 9'
    """
    runs = _runs(lines)
    told = ", ".join(runs[:-1]) + (" and " if runs[1:] else "") + runs[-1]
    return f"{register.file}, {'line' if len(lines) == 1 else 'lines'} {told}"


def _runs(lines: tuple[int, ...]) -> list[str]:
    """Return numbers with those that follow each other as one run, from three on."""
    runs: list[list[int]] = []
    for line in sorted(lines):
        if runs and line == runs[-1][-1] + 1:
            runs[-1].append(line)
        else:
            runs.append([line])
    told: list[str] = []
    for run in runs:
        told += [f"{run[0]}-{run[-1]}"] if len(run) > 2 else map(str, run)
    return told


def holding_in_words(holding: Holding) -> str:
    """Return the share that is held.

    >>> holding_in_words(Holding("c1", "c2", 60.0, (4,), "its number"))
    'owns 60% of'
    """
    return f"owns {holding.share:g}% of" if holding.share is not None else "owns a share not recorded of"
