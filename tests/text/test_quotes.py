"""Are quotations paired, and apostrophes left alone?"""

import pytest

from whence.text.quotes import find_quotes


@pytest.mark.parametrize(
    ("text", "inner", "why"),
    [
        ("“It’s on,” he said. “Go.”", ["It’s on,", "Go."], "typographic, with an apostrophe inside"),
        ('"Is it?" Orr asked.', ["Is it?"], "straight"),
        ("‘We’re on,’ she said.", ["We’re on,"], "single"),
        ("the 'free' bus of the drivers' union", ["free"], "a plural possessive closes nothing"),
        ("«On y va», dit-il", ["On y va"], "guillemets"),
        ("„Gut“, sagte er", ["Gut"], "low opening marks"),
        ("rock 'n' roll of the '90s", [], "clipped words"),
        ('He wrote "x and stopped', [], "a lone mark quotes nothing"),
        ("“One.\n\n“Two,” he said.", ["One.", "Two,"], "goes on over a paragraph"),
        ("“He said ‘no’ twice,” she said.", ["He said ‘no’ twice,"], "only the outer quotation"),
    ],
)
def test_find_quotes_pairs_marks(text: str, inner: list[str], why: str) -> None:
    assert [quote.inner.cut(text) for quote in find_quotes(text)] == inner, why


def test_find_quotes_marks_one_that_goes_on() -> None:
    assert [quote.goes_on for quote in find_quotes("“One.\n\n“Two,” he said.")] == [True, False]
