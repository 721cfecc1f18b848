"""What does `whence watchlist screen --format json` write? What the text shows, and no more: the same rules hold."""

from whence.model.report import MadeBy
from whence.model.watchlist import PossibleMatch, Screening, Watchlist
from whence.show.export.records import Record, head_record


def screening_document(screening: Screening, *, made_by: MadeBy) -> Record:
    """Return what screening came to as one document. No field says that a thing is on a list."""
    purpose = screening.purpose
    lists = {match.watchlist.number: match.watchlist for match in screening.matches}
    return {
        **head_record(made_by, ()),
        "purpose": purpose and {"text": purpose.text, "until": purpose.until, "by": purpose.who, "at": purpose.at},
        "screened": screening.screened,
        "name_only": screening.name_only,
        "hidden": screening.hidden,
        "lists": [_list_record(lists[number]) for number in sorted(lists)],
        "possible_matches": [_match_record(match) for match in screening.matches],
    }


def _list_record(watchlist: Watchlist) -> Record:
    source = watchlist.source
    return {
        "number": watchlist.number,
        "series": source.series,
        "name": source.name,
        "publisher": source.publisher,
        "licence": source.licence,
        "published": source.published,
        "imported_at": watchlist.at,
        "files": [{"path": path, "sha256": sha256} for path, sha256 in watchlist.files],
        "entries": watchlist.entries,
        "refused": watchlist.refused,
    }


def _match_record(match: PossibleMatch) -> Record:
    entry, decision = match.entry, match.decision
    return {
        "number": match.number,
        "name": match.screened.name,
        "list": match.watchlist.number,
        "entry": {
            "id": entry.id,
            "kind": entry.kind,
            "name": entry.name,
            "matched": match.matched,
            "births": list(entry.births),
            "nationalities": list(entry.nationalities),
            "countries": list(entry.countries),
            "roles": list(entry.roles),
            "places": list(entry.places),
            "listed_on": entry.listed_on or None,
            "programmes": list(entry.programmes),
        },
        "score": round(match.score, 3),
        "reasons": list(match.reasons),
        "against": list(match.against),
        "agrees": sorted(found.kind for found in match.evidence if found.agrees),
        "contradicts": sorted(found.kind for found in match.evidence if not found.agrees),
        "decision": decision
        and {"verdict": decision.verdict, "by": decision.who, "at": decision.at, "note": decision.note},
    }
