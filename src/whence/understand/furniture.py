"""Which sentences of a report say nothing of the world: questions, calls to readers, notices, sign-offs, headings?"""

import re

from whence.understand.phrases import has_verb, is_verb
from whence.understand.tokens import Tokens

# What a site asks of its readers is no statement of the report.
_IMPERATIVES = frozenset(
    """subscribe sign read click follow share download join contact email call visit see listen watch reply please help
    forward enjoy bring tell send write support donate spotted got ring bet ask phone text tweet stay
    remember""".split()
)
_GREETINGS = frozenset("good hello dear hi welcome thanks thank".split())
_NO_SUBJECT_NEEDED = frozenset("if to for when whoever".split())
# Notices: rights, services, furniture of the page.
_NOTICE = re.compile(
    r"all (?:the )?rights reserved|terms (?:of use|and conditions)|privacy policy|\bcookies?\b"
    r"|\b(?:our|your|this|free) newsletter"
    r"|our journalism"
    r"|^\W*(?:additional )?(?:editing|reporting|writing|compiled|translated) (?:by|with)\b"
    r"|^\W*(?:photographs?|pictures?|graphics?) by\b"
    r"|\b(?:editing|reporting|writing) by\b"
    r"|\b(?:image|photo|photograph|graphic|credit):|getty images|follow us|read more|related articles|advertisement"
    r"|to advertise,"
    r"|\bcopyright\b|©|^\W*\(c\)|redistribut|\breprodu(?:ced|ction)\b|open licen[cs]e|\blicensed under\b|hyperlink"
    r"|reference to (?:this|the) source|may contain errors|automated assistance|unsubscribe|newsdesk"
    r"|forward-looking statements|without notice|in confidence|calls (?:may be|are) recorded"
    r"|intended for (?:professional|informational|general)"
    r"|views (?:expressed )?(?:here )?are (?:his|her|their|those)\b"
    r"|reading time\b|last (?:changed|updated|modified|edited) (?:on|by|at)|citation needed\]?$"
    r"|^\W*press (?:service|office|department) of|editorial use|have your say|more to follow|updates? to follow"
    r"|more (?:news )?(?:at|after|on this)\b.{0,30}\b(?:hour|break|bulletin)"
    r"|^\W*next (?:bulletin|edition|issue|month:|week:)"
    r"|subscribers? (?:can|may|are asked)|comments are closed|transcripts? (?:is|are|was|were) prepared|free of charge"
    r"|(?:listen|heard|watch(?:ed)?|available|download(?:ed)?|read)\b.{0,40}\b(?:in|on|through|from|via) our"
    r" (?:app|website|site|page)"
    r"|\band now (?:to|for|over)\b|corrections on this page|press council",
    re.I,
)
_LONGEST_NOTICE = 34
# An answer that was not given is no content of anybody's.
_NO_ANSWER = re.compile(
    r"\b(?:declined|refused|did not wish|has not wanted|would not wish|was unable|were unable) to"
    r" (?:comment|react|discuss|answer|talk)\b"
    r"|\b(?:did|has|have|had|do|does)(?: not|n[’']t) (?:immediately )?"
    r"(?:respond(?:ed)?|repl(?:y|ied)|return(?:ed)?|answer(?:ed)?) (?:to )?"
    r"(?:a |the |our |any |several |repeated |written |phone )*"
    r"(?:calls?|requests?|questions?|emails?|e-mails?|messages?|inquir\w+|enquir\w+)"
    r"|\b(?:had|gave|offered) no (?:immediate )?comment\b"
    r"|\bcould not (?:immediately |at once )?be (?:reached|contacted)\b"
    r"|\bcould not (?:independently |immediately )?(?:verify|confirm)\b"
    r"|\b(?:was|were) (?:not available|unavailable) for comment\b",
    re.I,
)
_LONGEST_FRAGMENT = 12
_PLAIN = frozenset(("his", "its", "this", "as", "ours", "yours"))
# Initials of desk and editor: "(TWA desk) jk/om", "NTA ep/rk 0748".
_SLUG = re.compile(r"\b[a-z]{2,3}/[a-z]{2,3}\b(?![\w/])|^\W*\(\(")
_LONGEST_SLUG = 10
# "Enquiries: Press Bureau", "Complaints: see page 2", "About the firm: ...": a label of the page, not a voice.
_LABEL = re.compile(
    r"(?:press |media )?(?:enquiries|inquiries|complaints|contacts?|press office|notes? to editors|sources?|tags"
    r"|topics|keywords|tel|telephone|phone|fax|e-?mail|web|address|see also|turn to page \w+|about [^:]{2,40})\s*:",
    re.I,
)
_HEADING = frozenset("what how why who where when".split())
# The outlet about itself; what an official body or a group does is news in its own reports.
_SELF = re.compile(
    r"\s+(?:is|are|takes?|summari[sz]es|cannot|can|may|must|accepts?|reserves?|pays?|welcomes?|receives?|collects?"
    r"|belongs?|operates?|invoices|publishes|aims?)\b"
)
_BODIES = frozenset(("official", "ngo"))
_POSTS = re.compile(
    r"^(?:[A-Z][\w.'’-]+ ){1,3}(?:is|was) (?:a|an|the|our|\w+[’']s) (?:[\w-]+ ){0,4}"
    r"(?:fellow|columnist|correspondent|writer|freelancer|contributor|commentator|blogger)\b(?! who)"
)


def is_statement(tokens: Tokens, low: int, high: int) -> bool:
    """Tell whether a sentence says something: no request, greeting, notice, sign-off or heading."""
    words = tokens.words
    if high - low < 2:
        return False
    text = tokens.cut(low, high)
    if _is_request(tokens, low, high) or (words[low] in _GREETINGS and high - low < 7):
        return False
    if words[low] in _HEADING and high - low < 6 and words[high - 1] not in (".", "!", "?", '"', "”"):
        return False
    if _LABEL.match(text) or (high - low <= _LONGEST_SLUG and _SLUG.search(text)):
        return False
    return not (high - low < _LONGEST_NOTICE and tokens.quote_of[low] < 0 and _NOTICE.search(text))


def is_question(tokens: Tokens, high: int, count: int) -> bool:
    """Tell whether the sentence whose tokens end at `high` is a question."""
    return high <= count and high > 0 and tokens.words[high - 1] == "?"


def is_about_itself(text: str, *, outlet: str | None, outlet_type: str | None, byline: str | None) -> bool:
    """Tell whether a sentence presents the outlet or the author instead of news.

    >>> is_about_itself("The Tarn Herald is part of a group", outlet="Tarn Herald", outlet_type=None, byline=None)
    True
    """
    if _POSTS.match(text) or (
        byline
        and text.startswith(byline)
        and re.match(r"\s+(?:is|was|edits|writes|covers|reports)\b", text[len(byline) :])
    ):
        return True
    if not outlet or outlet_type in _BODIES:
        return False
    bare = text.removeprefix("The ").removeprefix("the ")
    names = (
        outlet.removeprefix("The "),
        *((outlet.split()[-1],) if len(outlet.split()) > 1 and text.startswith("The ") else ()),
    )
    return any(bare.startswith(name) and _SELF.match(bare[len(name) :]) for name in names)


def is_no_answer(text: str) -> bool:
    """Tell whether a clause only says that somebody said nothing.

    >>> is_no_answer("The ministry declined to comment"), is_no_answer("The ministry closed the bridge")
    (True, False)
    """
    return bool(_NO_ANSWER.search(text))


def is_fragment(tokens: Tokens, low: int, high: int) -> bool:
    """Tell whether a stretch of running text is a bare noun phrase: nothing in it can be a verb, by list or ending."""
    if high - low >= _LONGEST_FRAGMENT or has_verb(tokens, low, high):
        return False
    return not any(
        tokens.words[i].endswith(("ed", "s")) and tokens.words[i] not in _PLAIN and tokens.forms[i].islower()
        for i in range(low + 1, high)
    )


def _is_request(tokens: Tokens, low: int, high: int) -> bool:
    """Tell whether a sentence asks something of its readers: a bare verb at its head, or behind "if you ...,"."""
    words = tokens.words
    if (
        words[low] in _IMPERATIVES
        and low + 1 < high
        and not is_verb(tokens, low + 1)
        and words[low + 1] not in (",", "and")
    ):
        return tokens.forms[low][:1].isupper()
    if words[low] in _NO_SUBJECT_NEEDED:
        comma = next((i for i in range(low + 1, min(high - 1, low + 18)) if words[i] == ","), None)
        return comma is not None and words[comma + 1] in _IMPERATIVES and high - low < _LONGEST_NOTICE
    return False
