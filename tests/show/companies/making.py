"""Which networks do the tests of views share? The example's, and one with a stranger's text in it."""

from pathlib import Path

from whence.app import Session
from whence.flow.registers import RegisterRequest, RegisterRows
from whence.model.company_network import CompanyNetwork
from whence.settings import load_settings
from whence.show.progress import CountingProgress

EXAMPLES = Path(__file__).resolve().parents[3] / "examples" / "registers"
SETTINGS = load_settings(environ={}, overrides={"run.encoder": "hashed", "reader.statements": "rules"})
HOSTILE = '<script>alert(1)</script>"><b>\u202e'


def example_network(company: str = "") -> tuple[CompanyNetwork, RegisterRows]:
    """Return the network of the example registers, or the part of one company, with its rows."""
    with Session.open(SETTINGS, case_path=None, progress=CountingProgress()) as session:
        session.import_register(
            RegisterRequest(EXAMPLES / "tarvenia.csv", EXAMPLES / "tarvenia.toml", licence="made up")
        )
        session.import_register(RegisterRequest(EXAMPLES / "morovar.ftm.json"))
        network = session.company_network(company)
        return network, session.register_rows(network)


def hostile_network(folder: Path) -> tuple[CompanyNetwork, RegisterRows]:
    """Return a network whose every text tries to break out of the page."""
    table, mapping = folder / "hostile.csv", folder / "hostile.toml"
    quoted = HOSTILE.replace('"', '""')
    row = f'"{quoted} Ltd","{quoted}","{quoted} Agents"\n'
    table.write_text("name,place,agent\n" + row + row.replace(" Ltd", " 2 Ltd"), encoding="utf-8")
    mapping.write_text('[company]\nname = "name"\njurisdiction = "place"\nagent = "agent"\n', encoding="utf-8")
    with Session.open(SETTINGS, case_path=None, progress=CountingProgress()) as session:
        session.import_register(RegisterRequest(table, mapping, name=HOSTILE, licence=HOSTILE))
        network = session.company_network()
        return network, session.register_rows(network)
