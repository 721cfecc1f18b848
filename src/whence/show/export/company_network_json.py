"""What does `whence register network --format json` write? Every line of the network with the rows that state it."""

from whence.flow.registers import RegisterRows
from whence.model.company_network import CompanyNetwork, Holder, Pattern, Tie
from whence.model.register import Company, Register
from whence.model.report import MadeBy
from whence.show.export.records import Record, head_record


def network_document(network: CompanyNetwork, rows: RegisterRows, *, made_by: MadeBy) -> Record:
    """Return the network as one document; its companies are those that anything in it speaks of."""
    named = _named(network)
    return {
        **head_record(made_by, ()),
        "registers": [_register(register) for register in network.registers],
        "about": network.about or None,
        "counts": {"companies": len(network.companies), "groups": len(network.groups)},
        "companies": [_company(company) for company in network.companies if company.id in named],
        "ties": [_tie(tie) for tie in network.ties],
        "holdings": [
            {
                "owner": holding.owner,
                "owned": holding.owned,
                "share": holding.share,
                "sure": holding.is_sure,
                "why": holding.why,
                "lines": list(holding.lines),
            }
            for holding in network.holdings
        ],
        "groups": [
            {
                "id": group.id,
                "size": group.size,
                "companies": list(group.companies),
                "ties": [network.ties[place].id for place in group.ties],
                "holdings": list(group.holdings),
            }
            for group in network.groups
        ],
        "patterns": [_pattern(pattern, named) for pattern in network.patterns],
        "matches": [
            {
                "company": match.company,
                "entity": match.entity,
                "name": match.name,
                "reasons": list(match.reasons),
                "against": list(match.against),
            }
            for match in network.matches
        ],
        "rows": [{"register": register, "line": line, "raw": raw} for (register, line), raw in sorted(rows.items())],
    }


def _named(network: CompanyNetwork) -> set[str]:
    known = {company.id for company in network.companies}
    found = {holder.company for tie in network.ties for holder in tie.holders}
    found |= {company for holding in network.holdings for company in (holding.owner, holding.owned)}
    found |= {company for pattern in network.patterns for company in pattern.companies}
    found |= {match.company for match in network.matches}
    return (found | {network.about}) & known


def _register(register: Register) -> Record:
    return {
        "id": register.id,
        "name": register.name,
        "licence": register.licence,
        "file": register.file,
        "sha256": register.sha256,
        "companies": register.companies,
        "rows": register.rows,
        "refused": register.refused,
        "imported_at": register.at,
    }


def _company(company: Company) -> Record:
    return {
        "id": company.id,
        "register": company.register,
        "name": company.name,
        "other_names": list(company.other_names),
        "number": company.number,
        "jurisdiction": company.jurisdiction,
        "legal_form": company.legal_form,
        "status": company.status,
        "incorporated": company.incorporated,
        "dissolved": company.dissolved,
        "lines": list(company.lines),
    }


def _tie(tie: Tie) -> Record:
    return {
        "id": tie.id,
        "kind": tie.kind,
        "name": tie.name,
        "sure": tie.is_sure,
        "hub": tie.is_hub,
        "shared_by": tie.shared_by,
        "why": tie.why,
        "holders": [_holder(holder) for holder in tie.holders],
    }


def _holder(holder: Holder) -> Record:
    return {"company": holder.company, "value": holder.value, "note": holder.note, "lines": list(holder.lines)}


def _pattern(pattern: Pattern, named: set[str]) -> Record:
    return {
        "kind": pattern.kind,
        "said": pattern.said,
        "how_common": pattern.how_common,
        "innocent": pattern.innocent,
        "companies": [company for company in pattern.companies if company in named],
        "rows": [{"company": row.company, "line": row.line} for row in pattern.rows if row.company in named],
    }
