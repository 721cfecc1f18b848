"""Is a source called what it is: by name where it has one, and unnamed only where a person is left so?"""

import pytest

from whence.model.statement import VoiceKind
from whence.model.story import CaseVoice
from whence.show.dossier.dependence_words import Ground, credit_words, name_source
from whence.show.dossier.dependences import Dependence
from whence.show.dossier.places import number_places

NAMED = "yes, by name"
NOT_NAMED = "yes, not by name"


@pytest.mark.parametrize(
    ("name", "kind", "said", "credit"),
    [
        ("Ministry of Locks", "government", "Ministry of Locks", NAMED),
        ("report of the Lock Safety Board", "document", "report of the Lock Safety Board", NAMED),
        ("museum", "organisation", "an organisation, “museum”", NOT_NAMED),
        ("annual report", "document", "a document, “annual report”", NOT_NAMED),
        (
            "officials at the Ministry of Locks",
            "unnamed",
            "a source left unnamed, “officials at the Ministry of Locks”",
            NOT_NAMED,
        ),
        ("keeper of the Osk lock", "person", "a source left unnamed, “keeper of the Osk lock”", NOT_NAMED),
    ],
)
def test_a_body_or_paper_with_a_name_is_not_called_unnamed(name: str, kind: VoiceKind, said: str, credit: str) -> None:
    voice = CaseVoice("v1", name, kind, False, (), "one report")
    ground = Ground(number_places([], []), {"v1": voice})
    assert name_source("v1", name, ground) == said
    assert credit_words(Dependence("r1", "v1", "voice", name, 1.0, (), ()), ground) == credit
