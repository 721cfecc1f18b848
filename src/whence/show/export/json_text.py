"""How is a document written as JSON? UTF-8, one line, the same bytes for the same content."""

import json


def encode_json(document: object) -> bytes:
    r"""Return the document as one line of JSON in UTF-8, with its final newline.

    A lone surrogate, which broken input can hold and UTF-8 cannot, is written as its JSON escape.

    >>> encode_json({"text": "n\u00e9e \ud800"})
    b'{"text": "n\xc3\xa9e \\ud800"}\n'
    """
    return (json.dumps(document, ensure_ascii=False, allow_nan=False) + "\n").encode("utf-8", "backslashreplace")
