"""Which networks do the tests of views share? The example's, and one with a stranger's text in it."""

from pathlib import Path

from whence.app import Session
from whence.flow.registers import RegisterRequest, RegisterRows, find_network, import_register, rows_of
from whence.model.company_network import CompanyNetwork
from whence.settings import load_settings
from whence.show.progress import CountingProgress

EXAMPLES = Path(__file__).resolve().parents[3] / "examples" / "registers"
SETTINGS = load_settings(environ={}, overrides={"run.encoder": "hashed", "reader.statements": "rules"})
HOSTILE = '<script>alert(1)</script>"><b>\u202e'


def example_network(company: str = "") -> tuple[CompanyNetwork, RegisterRows]:
    """Return the network of the example registers, or the part of one company, with its rows."""
    with Session.open(SETTINGS, case_path=None, progress=CountingProgress()) as session:
        _import(session, RegisterRequest(EXAMPLES / "tarvenia.csv", EXAMPLES / "tarvenia.toml", licence="made up"))
        _import(session, RegisterRequest(EXAMPLES / "morovar.ftm.json"))
        network = find_network(session.case, (), company=company, options=SETTINGS.registers)
        return network, rows_of(session.case, network)


def hostile_network(folder: Path) -> tuple[CompanyNetwork, RegisterRows]:
    """Return a network whose every text tries to break out of the page."""
    table, mapping = folder / "hostile.csv", folder / "hostile.toml"
    quoted = HOSTILE.replace('"', '""')
    row = f'"{quoted} Ltd","{quoted}","{quoted} Agents"\n'
    table.write_text("name,place,agent\n" + row + row.replace(" Ltd", " 2 Ltd"), encoding="utf-8")
    mapping.write_text('[company]\nname = "name"\njurisdiction = "place"\nagent = "agent"\n', encoding="utf-8")
    with Session.open(SETTINGS, case_path=None, progress=CountingProgress()) as session:
        _import(session, RegisterRequest(table, mapping, name=HOSTILE, licence=HOSTILE))
        network = find_network(session.case, (), company="", options=SETTINGS.registers)
        return network, rows_of(session.case, network)


def _import(session: Session, request: RegisterRequest) -> None:
    import_register(request, case=session.case, clock=session.clock, max_bytes=SETTINGS.read.max_register_bytes)
