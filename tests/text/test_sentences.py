"""Do sentences end where a reader would end them?"""

import pytest

from whence.text.sentences import find_sentences


@pytest.mark.parametrize(
    ("text", "sentences", "why"),
    [
        ("One. Two.", ["One.", "Two."], "plain"),
        ("Dr. Falk left. J. R. Orr stayed.", ["Dr. Falk left.", "J. R. Orr stayed."], "titles and initials"),
        ("VAUL, May 14 (ASP) - It shook. All ran.", ["VAUL, May 14 (ASP) - It shook.", "All ran."], "a dateline"),
        ("“A b. C d,” he said.", ["“A b. C d,” he said."], "never inside a quotation"),
        ("“It ran.” He left.", ["“It ran.”", "He left."], "after a quotation that ends its sentence"),
        ("Heading\n\nText.", ["Heading", "Text."], "a line of its own"),
        ("", [], "nothing"),
    ],
)
def test_find_sentences_splits(text: str, sentences: list[str], why: str) -> None:
    assert [span.cut(text) for span in find_sentences(text)] == sentences, why
