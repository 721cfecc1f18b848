"""Does a noun come back from its bytes, and are bytes that hold none refused?"""

import pytest

from tests.keep.making import a_full_report, a_trace, an_understanding
from whence.keep.bodies import Body, UnreadableBody
from whence.model.spans import Span
from whence.model.statement import Understanding
from whence.model.stemma import Trace


def test_spans_come_back_as_spans() -> None:
    body = Body(Understanding)
    back = body.unpack(body.pack(an_understanding("t")))
    assert back == an_understanding("t")
    assert type(back.statements[0].content[0]) is Span


def test_half_pairs_come_back_in_readable_json() -> None:
    body = Body(Trace)
    packed = body.pack(a_trace(a_full_report()))
    assert b"\\udcff" in packed
    assert body.unpack(packed) == a_trace(a_full_report())


def test_a_field_added_since_has_its_default_and_one_taken_away_is_passed_over() -> None:
    older = b'{"text_sha256":"a","made_by":{"component":"c","version":"1","options_digest":"d"},"mood":"grim"}'
    assert Body(Understanding).unpack(older).statements == ()


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"text_sha256": 7}', b"\xff\xfe", b'{"text_sha256": "\\ud83d"}'])
def test_other_bytes_are_refused(body: bytes) -> None:
    with pytest.raises(UnreadableBody):
        Body(Understanding).unpack(body)
