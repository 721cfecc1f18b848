"""Which numbers of `read` may be tuned, in what unit, and on what were they set?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Options of the stage `read`; all are limits that keep one hostile or mistaken file from stopping a run.

    `max_bytes`: bytes of one file or attachment, and code points of the text read out of it; official reports of
    hundreds of pages stay below it. `max_line_bytes`: bytes of one JSON line; the longest report of the newsroom has
    4 kB. `max_pages`: pages of one PDF; at 10 to 50 ms a page it bounds the wait to half a minute. `max_parts`:
    readable attachments of one e-mail. `max_mail_depth`: e-mails inside e-mails. `max_page_depth`: elements inside
    elements of a web page; real ones have 20 to 60, and the parser drops all beyond 255 without a word. `sample`: code
    points of a text that its language is judged on; more changed no answer on the newsroom. `max_register_bytes`: bytes
    of the file of a company register, which is read whole; the largest published ones have under two gigabytes.
    """

    max_bytes: int = 20_000_000
    max_line_bytes: int = 5_000_000
    max_pages: int = 500
    max_parts: int = 100
    max_mail_depth: int = 5
    max_page_depth: int = 200
    sample: int = 2_000
    max_register_bytes: int = 2_000_000_000
