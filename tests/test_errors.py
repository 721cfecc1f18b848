"""Is the tree of errors drawn as it is, with one stable code a class?"""

import inspect

from whence import errors
from whence.errors import WhenceError


def _classes(parent: type[WhenceError] = WhenceError) -> list[type[WhenceError]]:
    return [parent, *(each for child in parent.__subclasses__() for each in _classes(child))]


def test_every_class_is_drawn_in_the_tree_in_its_place() -> None:
    drawing = inspect.getdoc(errors) or ""
    drawn = [line.strip("│├└─ ").split()[0] for line in drawing.splitlines()[2:]]
    assert drawn == [each.__name__ for each in _classes()]


def test_codes_are_one_a_class() -> None:
    codes = [each.code for each in _classes()]
    assert len(codes) == len(set(codes))


def test_an_error_says_what_was_found_and_what_to_type() -> None:
    assert str(errors.EmptyReport("Found no text.", hint="Leave it out.")) == "Found no text. Leave it out."
