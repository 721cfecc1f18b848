"""How does the dossier look? Makes the README's pictures of the examples: `python -m benchmarks.pictures`.

The browser must be Chromium; a page cannot be scrolled from outside without a script, so each picture is of a frame
that is opened at one place of the dossier. System fonts differ, so the pictures differ a little between machines.
"""

import shutil
import subprocess
import sys
import tempfile
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

from benchmarks.program import run_whence

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
# A README is loaded whole by everyone who looks at it.
LARGEST = 300_000


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: its file, the place in the dossier it opens at, and its size in px."""

    name: str
    example: str
    place: str
    width: int
    height: int


PICTURE_LIST = (
    Picture("dossier.png", "grey-herons", "", 1200, 1180),
    Picture("dossier-stemma.png", "grey-herons", "c1-stemma", 1360, 960),
    Picture("dossier-text.png", "grey-herons", "r5", 1200, 760),
)


def main() -> int:
    """Make every picture, and return 1 where one is too large or there is no browser."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        print("No Chromium found; on Debian type: apt-get install chromium fonts-noto-core", file=sys.stderr)
        return 1
    PICTURES.mkdir(parents=True, exist_ok=True)
    too_large = False
    with tempfile.TemporaryDirectory() as folder:
        for picture in PICTURE_LIST:
            made = take_picture(picture, browser=browser, folder=Path(folder))
            size = made.stat().st_size
            too_large |= size > LARGEST
            print(f"{made.relative_to(ROOT)}  {size:,} bytes{'  TOO LARGE' if size > LARGEST else ''}")
    return int(too_large)


def take_picture(picture: Picture, *, browser: str, folder: Path) -> Path:
    """Trace the example once, open the dossier at the place, and return the picture's file."""
    dossier = folder / f"{picture.example}.html"
    if not dossier.exists():
        # From the root, so that the page shows no path of this machine.
        with chdir(ROOT):
            run_whence("trace", f"examples/{picture.example}", "--out", str(dossier), "--quiet")
    style = f"border:0;width:{picture.width}px;height:{picture.height}px"
    frame = folder / "frame.html"
    frame.write_text(
        f'<!doctype html><body style="margin:0"><iframe src="{dossier.name}#{picture.place}" style="{style}"></iframe>',
        "utf-8",
    )
    out = PICTURES / picture.name
    subprocess.run(
        [
            browser,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
            "--virtual-time-budget=3000",
            f"--user-data-dir={folder / 'profile'}",
            f"--window-size={picture.width},{picture.height}",
            f"--screenshot={out}",
            frame.as_uri(),
        ],
        check=True,
        capture_output=True,
    )
    return out


if __name__ == "__main__":
    sys.exit(main())
