"""What became of which stories from one grouping to the next, and what do all changes together come to?"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from whence.model.story import StoryChange

Reports = tuple[str, ...]


def find_changes(before: Mapping[str, Reports], after: Mapping[str, Reports]) -> list[StoryChange]:
    """Return what changed between two groupings, each by story id: stories that share reports change together.

    >>> [change.kind for change in find_changes({"s1": ("a",)}, {"s2": ("a", "b"), "s3": ("c",)})]
    ['opened', 'joined']
    """
    old = {story: reports for story, reports in before.items() if after.get(story) != reports}
    new = {story: reports for story, reports in after.items() if before.get(story) != reports}
    home = {report: story for story, reports in old.items() for report in reports}
    touched: dict[str, set[str]] = defaultdict(set)
    for story, reports in new.items():
        touched[story] = {home[report] for report in reports if report in home}
    joined = _join(touched)
    found = [_describe(olds, news, old, new) for olds, news in joined]
    gone = set(old) - {story for olds, _ in joined for story in olds}
    found += [StoryChange("left", (story,), ()) for story in sorted(gone)]
    return sorted(found, key=lambda change: (change.before, change.after))


def replay(changes: Iterable[StoryChange]) -> dict[str, Reports]:
    """Return the stories after all changes, in order, by id.

    >>> replay([StoryChange("opened", (), (("s1", ("a",)),)), StoryChange("joined", ("s1",), (("s2", ("a", "b")),))])
    {'s2': ('a', 'b')}
    """
    stories: dict[str, Reports] = {}
    for change in changes:
        for story in change.before:
            stories.pop(story, None)
        stories.update(change.after)
    return stories


def _join(touched: Mapping[str, set[str]]) -> list[tuple[list[str], list[str]]]:
    """Return the (old, new) stories that hang together by shared reports."""
    group_of: dict[str, int] = {}
    groups: dict[int, tuple[set[str], set[str]]] = {}
    for number, (story, olds) in enumerate(touched.items()):
        near = {group_of[old] for old in olds if old in group_of}
        joined = ({*olds}, {story})
        for other in near:
            held = groups.pop(other)
            joined[0].update(held[0])
            joined[1].update(held[1])
        groups[number] = joined
        group_of.update(dict.fromkeys(joined[0], number))
    return [(sorted(olds), sorted(news)) for olds, news in groups.values()]


def _describe(
    olds: Sequence[str], news: Sequence[str], old: Mapping[str, Reports], new: Mapping[str, Reports]
) -> StoryChange:
    after = tuple((story, new[story]) for story in news)
    if not olds:
        return StoryChange("opened", (), after)
    if len(news) > 1:
        return StoryChange("split" if len(olds) == 1 else "regrouped", tuple(olds), after)
    if len(olds) > 1:
        return StoryChange("merged", tuple(olds), after)
    is_more = set(old[olds[0]]) <= set(new[news[0]])
    return StoryChange("joined" if is_more else "regrouped", tuple(olds), after)
