"""How does a finished trace look as one HTML file that needs neither a network nor a script?"""

from collections.abc import Mapping
from datetime import datetime

from markupsafe import escape

from whence.model.statement import Understanding
from whence.model.stemma import Trace


def render_dossier(trace: Trace, understandings: Mapping[str, Understanding], at: datetime) -> str:
    """Return the dossier of a trace; `understandings` are by inner report id, `at` is the time of the run."""
    rows = "".join(f"<li>{escape(claim.claim.text)}</li>" for claim in trace.claims)
    made = f"{at:%Y-%m-%d %H:%M} · {len(understandings)}"
    return f'<!doctype html><html lang="en"><title>Whence</title><p>{made}</p><ol>{rows}</ol></html>\n'
