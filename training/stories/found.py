"""Which claims does the program find in a prepared story, by what was computed of it already?"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from training.stories.prepared import PreparedStory
from whence.link.claims import group_claims
from whence.link.options import LinkOptions
from whence.link.voices import VoiceIndex, resolve_voices
from whence.model.story import Claim
from whence.ports import TextPassages


def find_claims(story: PreparedStory) -> tuple[list[Claim], VoiceIndex]:
    """Return the claims and the voices that the program finds in a story, with the weights in force."""
    voices = resolve_voices(story.gold.reports, story.understandings)
    claims = group_claims(
        story.gold.story,
        reports={report.id: report for report in story.gold.reports},
        understandings=story.understandings,
        voices=voices,
        boilerplate=story.boilerplate,
        passages=KeptContexts(story),
        options=LinkOptions(),
    )
    return claims, voices


class KeptContexts:
    """The vectors of passages that were computed already."""

    identity = "kept"

    def __init__(self, story: PreparedStory) -> None:
        texts = {report.id: {"text": report.text, "title": report.title or ""} for report in story.gold.reports}
        self._vectors = {
            (texts[s.report][s.statement.within], s.statement.content): v
            for s, v in zip(story.sayings, story.contexts, strict=True)
        }

    def encode(self, texts: Sequence[TextPassages]) -> list[NDArray[np.float32]]:
        """Return the kept vector of each passage of each text."""
        return [np.stack([self._vectors[text, spans] for spans in passages]) for text, passages in texts]
