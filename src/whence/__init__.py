"""Whence: who says so, who told them, and how many independent origins stand behind it?"""

from whence.errors import CaseUnusable, FixUsage, SkipReport, WhenceError
from whence.model.report import Failure, MadeBy, Moment, Passage, Report
from whence.model.spans import Span, Spans
from whence.model.statement import Statement, Understanding, Voice
from whence.model.stemma import Drift, Edge, Numbers, Origin, Origins, Parent, Trace, WeighedClaim, WeighedStory
from whence.model.story import CaseVoice, Claim, ClaimLink, CopiedPassage, Mention, Story
from whence.version import __version__

__all__ = [
    "CaseUnusable",
    "CaseVoice",
    "Claim",
    "ClaimLink",
    "CopiedPassage",
    "Drift",
    "Edge",
    "Failure",
    "FixUsage",
    "MadeBy",
    "Mention",
    "Moment",
    "Numbers",
    "Origin",
    "Origins",
    "Parent",
    "Passage",
    "Report",
    "SkipReport",
    "Span",
    "Spans",
    "Statement",
    "Story",
    "Trace",
    "Understanding",
    "Voice",
    "WeighedClaim",
    "WeighedStory",
    "WhenceError",
    "__version__",
]
