"""Are generated copies what they say: the same for a seed, with spans that hold what came from the model?"""

from benchmarks.worlds.copies import EQUIVALENTS, HELD_OUT, make_copies
from whence.text.words import content_words

MODELS = [
    "The lock gate at Osk stood open all night. Police said 40 barges had passed by morning. Nobody was hurt, the "
    "mayor told a meeting. Rain fell on Kellin until ten.",
    "A museum in Dunesk lost a painting of a ferry. Officials found the frame near the river. The insurer has paid "
    "nothing, and the director has resigned because of it.",
]


def test_a_seed_gives_one_world() -> None:
    assert make_copies(MODELS, seed=1, copies=5) == make_copies(MODELS, seed=1, copies=5)
    assert make_copies(MODELS, seed=1, copies=5) != make_copies(MODELS, seed=2, copies=5)
    assert len(set(HELD_OUT)) == 3


def test_copied_spans_hold_the_models_words_and_nothing_else_does() -> None:
    new = {word for phrase in EQUIVALENTS.values() for word in content_words(phrase)}
    for copy in make_copies(MODELS, seed=3, copies=40):
        model, other = MODELS[copy.model], MODELS[1 - copy.model]
        assert copy.spans
        assert all(one.end < two.start for one, two in zip(copy.spans, copy.spans[1:], strict=False))
        copied = " ".join(span.cut(copy.text) for span in copy.spans)
        words = {word for word in content_words(copied) if not word.isdigit()}
        assert words <= set(content_words(model)) | new
        rest = copy.text
        for span in reversed(copy.spans):
            rest = rest[: span.start] + rest[span.end :]
        assert set(content_words(rest)) <= set(content_words(other))


def test_some_copies_are_reworded_and_some_are_not() -> None:
    copies = make_copies(MODELS, seed=4, copies=40)
    verbatim = [all(span.cut(copy.text) in MODELS[copy.model] for span in copy.spans) for copy in copies]
    assert 5 < sum(verbatim) < 35
