"""Do the words of the pictures stand apart and inside in a real browser, and does it show and print them?"""

import html
import json
import re
from pathlib import Path

import pytest

from tests.invented_affair import Tale, tell_crowd, tell_small
from tests.show.dossier.invented import AT
from tests.show.dossier.test_in_a_browser import browse, find_requests, pytestmark
from whence.engines.base_map import NaturalEarthMap
from whence.show.dossier.dossier import render_dossier
from whence.weigh.affair import find_affair

__all__ = ["pytestmark"]

# Notes all words of a picture that leave it, leave the box they begin in, or stand on others, in px of the drawing.
LOOK = """<script>
const out = [];
for (const svg of document.querySelectorAll("svg.picture:not(.key)")) {
  const frame = svg.getBoundingClientRect(), scale = frame.width / svg.viewBox.baseVal.width;
  const words = [...svg.querySelectorAll("text")].map(e => [e.textContent, e.getBoundingClientRect()]);
  const boxes = [...svg.querySelectorAll("path.box")].map(e => e.getBoundingClientRect());
  words.forEach(([said, r], n) => {
    if (r.left < frame.left - 1 || r.right > frame.right + 1 || r.top < frame.top - 1 || r.bottom > frame.bottom + 1)
      out.push(["outside", said]);
    for (const b of boxes)
      if (r.left >= b.left && r.left < b.right && r.top >= b.top - 2 && r.bottom <= b.bottom + 2 &&
          r.right > b.right + 1)
        out.push(["leaves its box", said]);
    for (const [other, o] of words.slice(n + 1)) {
      const across = Math.min(r.right, o.right) - Math.max(r.left, o.left);
      const down = Math.min(r.bottom, o.bottom) - Math.max(r.top, o.top);
      if (across > 1.5 * scale && down > 3 * scale) out.push(["meet", said, other]);
    }
  });
  out.push(["counted", words.length]);
}
document.body.innerHTML = "<pre id=found></pre>";
document.getElementById("found").textContent = JSON.stringify(out);
</script>"""


def render(tale: Tale) -> str:
    affair = find_affair(tale.sources())
    return render_dossier(tale.trace(), tale.understandings(), AT, affair=affair, base_map=NaturalEarthMap())


def look(folder: Path, source: str) -> list[list[str]]:
    """Return what the browser finds wrong with the pictures, and how many words it has looked at."""
    opened = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", source).replace(
        "</body>", f"{LOOK}</body>"
    )
    done = browse(folder, opened, "--dump-dom", "--window-size=1280,2000")
    found = re.search(r'<pre id="found">(.*?)</pre>', done.stdout, re.DOTALL)
    assert found is not None
    rows: list[list[str]] = json.loads(html.unescape(found[1]))
    return rows


@pytest.mark.parametrize("tale", [tell_small(), tell_crowd()], ids=["small", "crowd"])
def test_no_words_meet_or_leave_their_picture(tmp_path: Path, tale: Tale) -> None:
    found = look(tmp_path, render(tale))
    assert len([row for row in found if row[0] == "counted"]) == 4
    assert [row for row in found if row[0] != "counted"] == []


def test_words_that_meet_would_be_noticed(tmp_path: Path) -> None:
    moved = re.sub(r'(<text x="[\d.]+") y="[\d.]+"', r'\1 y="40"', render(tell_small()))
    assert "meet" in {row[0] for row in look(tmp_path, moved)}


def test_a_browser_shows_and_prints_it_without_complaint(tmp_path: Path) -> None:
    source = render(tell_crowd())
    requests, shown, logged = find_requests(tmp_path, source)
    assert "who-picture-name" in shown
    assert "CONSOLE" not in logged
    assert requests == []
    printed = tmp_path / "dossier.pdf"
    browse(tmp_path, source, "--no-pdf-header-footer", f"--print-to-pdf={printed}")
    assert printed.read_bytes().startswith(b"%PDF")
