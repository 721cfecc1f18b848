"""Texts with their names marked: "[Karsk|place] is small" is the text "Karsk is small" with one name found in it."""

import re
from functools import cache
from typing import cast

from whence.engines.gazetteer import ShippedGazetteer
from whence.model.finding import FoundName
from whence.model.spans import Span
from whence.model.statement import EntityKind
from whence.understand.named import names_of
from whence.understand.place_view import View, read_view
from whence.understand.tokens import Tokens, read_tokens

_MARK = re.compile(r"\[([^|\]]+)\|(\w+)\]")


def read_marked(marked: str) -> tuple[Tokens, tuple[FoundName, ...]]:
    """Return the text without its marks, and the names that they mark."""
    text, found, last = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        span = Span(len(text), len(text) + len(mark.group(1)))
        found.append(FoundName(span, cast("EntityKind", mark.group(2))))
        text, last = text + mark.group(1), mark.end()
    return read_tokens(text + marked[last:]), tuple(found)


def view_of(marked: str) -> View:
    """Return the view of a marked text, with the shipped gazetteer."""
    tokens, found = read_marked(marked)
    return read_view(tokens, names_of(tokens, found), shipped_gazetteer(), found)


@cache
def shipped_gazetteer() -> ShippedGazetteer:
    """Return the gazetteer that Whence ships, opened once for all tests."""
    return ShippedGazetteer()
