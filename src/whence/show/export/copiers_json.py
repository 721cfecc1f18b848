"""What does `whence copiers --format json` write? Everything that was found, and the rows that were refused."""

from collections.abc import Sequence

from whence.model.report import MadeBy
from whence.model.values import CopierFindings, DisputedItem, RefusedRow, SharedValue
from whence.show.export.records import SCHEMA_VERSION, Record, made_by_record


def copiers_document(findings: CopierFindings, refused: Sequence[RefusedRow], *, made_by: MadeBy) -> Record:
    """Return the findings as one document; sources go by their names. No field says that a value is true or false."""
    return {
        "schema_version": SCHEMA_VERSION,
        "made_by": made_by_record(made_by),
        "failed": [],
        "refused": [{"line": row.line, "reason": row.reason} for row in refused],
        "sources": findings.sources,
        "items": findings.items,
        "rows": findings.values,
        "groups": [
            {"sources": list(group.sources), "rare": group.rare, "examples": _examples(group.examples)}
            for group in findings.groups
        ],
        "pairs": [
            {
                "sources": list(pair.sources),
                "probability": round(pair.probability, 4),
                "share": round(pair.share, 4),
                "rare": pair.rare,
                "differing": pair.differing,
                "compared": pair.compared,
                "examples": _examples(pair.examples),
            }
            for pair in findings.pairs
        ],
        "disputed": [_item(item) for item in findings.disputed],
    }


def _item(item: DisputedItem) -> Record:
    values = [
        {
            "value": support.value,
            "sources": list(support.sources),
            "independent": {"at_least": support.at_least, "at_most": support.at_most},
        }
        for support in item.values
    ]
    return {"item": item.item, "values": values}


def _examples(examples: Sequence[SharedValue]) -> list[Record]:
    return [{"item": each.item, "value": each.value, "given_by": each.given_by, "of": each.of} for each in examples]
