"""Which texts do the weights learn from, under which licences? Written beside the weights as `data.json`."""

import hashlib
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from benchmarks.datasets import names
from benchmarks.datasets.names import Row, is_free
from benchmarks.datasets.written import LEARN, files
from training.reader.corpora import SHARED, rows

WRITTEN_LICENCE = "Apache-2.0 (the project's own)"
# File, and the licence where its lines carry none.
FILES: tuple[tuple[str, str], ...] = (
    ("polnear/train.jsonl", "annotations published without a licence; texts belong to their publishers"),
    ("entities/gmb_train.jsonl", ""),
    ("entities/re3d_docs.jsonl", ""),
    ("entities/wikigold.jsonl", ""),
    ("entities/wnut17_train.jsonl", ""),
    ("entities/crossner_politics_train.jsonl", ""),
    ("entities/uner_ewt_dev.jsonl", ""),
    ("certainty/fact_uds_ih2_train.jsonl", "CC-BY-SA 4.0"),
)
# Files of which a part is held out to measure with, and which part is learned from.
HELD_OUT: dict[str, Callable[[], list[Row]]] = {
    "entities/re3d_docs.jsonl": lambda: names.re3d_documents(held_out=False),
    "entities/uner_ewt_dev.jsonl": lambda: names.uner_sentences(held_out=False),
}


def manifest() -> list[dict[str, object]]:
    """Return a row for each file and licence: how many of its texts are learned from, how many left out, its digest."""
    found: list[dict[str, object]] = []
    for name, licence in FILES:
        path = SHARED / name
        lines = rows(path)
        learned = HELD_OUT[name]() if name in HELD_OUT else [line for line in lines if is_free(line)]
        used = Counter(licence or str(line.get("licence")) for line in learned)
        there = Counter(licence or str(line.get("licence")) for line in lines)
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        found.extend(
            {"file": name, "licence": kind, "texts": used[kind], "left_out": count - used[kind], "sha256": digest}
            for kind, count in sorted(there.items())
        )
    return [*found, *(_written(file) for file in files(LEARN))]


def _written(file: Path) -> dict[str, object]:
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    count = sum(1 for line in file.read_text(encoding="utf-8").splitlines()[1:] if line.strip())
    name = f"training/written/{LEARN}/{file.name}"
    return {"file": name, "licence": WRITTEN_LICENCE, "rows": count, "sha256": digest}
