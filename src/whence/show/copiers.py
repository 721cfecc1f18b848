"""How is it told who copies in a table of values, and how many independent sources give each value?"""

from collections.abc import Iterator

from rich.text import Text

from whence.model.values import CopierFindings, CopierGroup, CopyPair, DisputedItem, SharedValue, ValueSupport
from whence.show.wording import count_of, plain

# Pairs that are shown beside the groups; the rest stand in the JSON.
MOST_PAIRS = 10


def copier_lines(findings: CopierFindings, *, most_items: int) -> Iterator[Text]:
    """Yield the lines of the answer in the terminal: the table, the groups, further pairs, the disputed items."""
    disputed = len(findings.disputed)
    yield Text(
        f"{count_of(findings.sources, 'source')}, {count_of(findings.items, 'item')}, "
        f"{count_of(findings.values, 'row')}; {count_of(disputed, 'item')} disputed."
    )
    yield from _group_lines(findings.groups)
    yield from _pair_lines(_one_of_each(findings), all_pairs=len(findings.pairs), are_further=bool(findings.groups))
    yield from _item_lines(findings.disputed, most=most_items)


def _group_lines(groups: tuple[CopierGroup, ...]) -> Iterator[Text]:
    yield Text("")
    if not groups:
        yield Text("No sources are shown to copy each other wholesale.", style="bold")
        return
    yield Text("Sources that share their rare values, each group counted once:", style="bold")
    for number, group in enumerate(groups, 1):
        yield Text(f"  {number}. {', '.join(map(plain, group.sources))}")
        yield Text(f"     the same rare value for {count_of(group.rare, 'item')}")
        yield from map(_example_line, group.examples)


def _one_of_each(findings: CopierFindings) -> list[CopyPair]:
    """Return the pairs without those that only say of a group's other members what a pair before said of one."""
    of = {source: number for number, group in enumerate(findings.groups) for source in group.sources}
    seen: set[frozenset[int | str]] = set()
    pairs = []
    for pair in findings.pairs:
        ends: frozenset[int | str] = frozenset(of.get(source, source) for source in pair.sources)
        if ends not in seen:
            seen.add(ends)
            pairs.append(pair)
    return pairs


def _pair_lines(pairs: list[CopyPair], *, all_pairs: int, are_further: bool) -> Iterator[Text]:
    if not pairs:
        return
    yield Text("")
    pairs_that = "Further pairs that" if are_further else "Pairs that"
    yield Text(f"{pairs_that} may copy, in part or with less to show for it:", style="bold")
    for pair in pairs[:MOST_PAIRS]:
        one, other = map(plain, pair.sources)
        differing = f"two values for {pair.differing:,}" if pair.differing else "never two values"
        yield Text(
            f"  {one} and {other}: the same rare value for {count_of(pair.rare, 'item')}, {differing}, "
            f"of {pair.compared:,} compared"
        )
        yield from map(_example_line, pair.examples[:1])
    if all_pairs > len(pairs[:MOST_PAIRS]):
        yield Text(f"  and {all_pairs - len(pairs[:MOST_PAIRS]):,} more; --format json has all")


def _item_lines(items: tuple[DisputedItem, ...], *, most: int) -> Iterator[Text]:
    if not items:
        return
    yield Text("")
    yield Text("Disputed items, each value with its independent sources:", style="bold")
    for item in items[:most]:
        yield Text(f"  {plain(item.item)}")
        for support in item.values:
            yield Text(f"    {plain(support.value)}: {support_in_words(support)}")
    if len(items) > most:
        yield Text(f"  and {len(items) - most:,} more; --items N shows more of them, --format json all")


def support_in_words(support: ValueSupport) -> str:
    """Return how many sources give a value and how many of them are independent.

    >>> support_in_words(ValueSupport("9:15", ("a", "b", "c"), 1, 2, 0.5))
    '3 sources, at least 1 and at most 2 independent'
    >>> support_in_words(ValueSupport("9:15", ("a",), 1, 1, 0.5))
    '1 source'
    """
    sources = count_of(len(support.sources), "source")
    if len(support.sources) == 1:
        return sources
    if support.at_least == support.at_most:
        return f"{sources}, {support.at_most:,} independent"
    return f"{sources}, at least {support.at_least:,} and at most {support.at_most:,} independent"


def _example_line(shared: SharedValue) -> Text:
    words = f"     {plain(shared.item)}: {plain(shared.value)}, given by {shared.given_by:,} of {shared.of:,} sources"
    return Text(words, style="dim")
