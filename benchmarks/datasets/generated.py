"""What does a large case look like? Invented reports in any number, made from a seed, for timing and memory only."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from html import escape

_PLACES = "Tarn Vale,Ostmere,Kellin,Dunesk,Port Aldry,Vessen,Harrow Stell,Brannock,Lower Quay,Immerth".split(",")
_FIRST = "Mara,Jonty,Ilse,Petar,Tova,Radu,Amina,Basil,Odile,Kirsten,Olin,Dell".split(",")
_LAST = "Vadoma,Fairlie,Brandt,Olm,Selm,Falk,Tournel,Aaby,Petry,Amary,Lissac,Keradec".split(",")
_BODIES = "port authority,water board,transport ministry,fire service,city council,health inspectorate".split(",")
_OUTLETS = "Northern Ledger,Ashmere Courier,Lantern Post,Meridian Wire,Radio Solen,Kestrel News Agency".split(",")
_EVENTS = (
    "a {thing} failed at {place} on {day}, injuring {n} people",
    "the {body} had known of cracks in the {thing} since {month}",
    "repairs to the {thing} will cost {money} million crowns",
    "{n} workers had been inside when the {thing} gave way",
    "the contractor for the {thing} was paid twice for the same inspection",
    "the {thing} near {place} would stay closed until the end of {month}",
)
_THINGS = "sluice gate,footbridge,grain lift,cable car,boiler house,breakwater,tram depot,signal mast".split(",")
_CUES = (
    "{source} said {event}.",
    "According to {source}, {event}.",
    "{event_up}, {source} said on {day}.",
    '"I can confirm that {event}," {source} told the {outlet}.',
    "{source} told reporters that {event}.",
    "{event_up}.",
    "It is believed that {event}.",
)
_FILLER = (
    "Residents gathered at the site in the morning and left flowers by the gate.",
    "The road from {place} was closed for several hours while crews worked.",
    "Similar faults were found in two other towns last year.",
    "The {body} has an annual budget of {money} million crowns and employs about {n} people.",
    "A hearing is planned for {month}, and the minutes will be made public.",
    "Shops on the main street stayed open, and the market went on as usual.",
)
_DAYS = "Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday".split(",")
_MONTHS = "January,February,March,April,May,June,July,August,September,October,November,December".split(",")


@dataclass(frozen=True, slots=True)
class Page:
    """One generated report: its outlet, time, title and paragraphs."""

    name: str
    outlet: str
    published: str
    title: str
    paragraphs: tuple[str, ...]

    def html(self) -> str:
        """Return the report as a web page, so that reading it is part of what is timed."""
        body = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in self.paragraphs)
        return (
            f'<!doctype html><html lang="en"><head><title>{escape(self.title)}</title>'
            f'<meta property="og:site_name" content="{escape(self.outlet)}">'
            f'<meta property="article:published_time" content="{self.published}"></head>'
            f"<body><article><h1>{escape(self.title)}</h1>{body}</article></body></html>"
        )


def generate_pages(count: int, *, seed: int = 1, per_story: int = 10) -> Iterator[Page]:
    """Yield `count` reports of about 300 words, `per_story` on each affair: some written anew, some copied and cut."""
    rng = random.Random(seed)  # noqa: S311 - texts for timing, no secret
    start = datetime(2031, 1, 1, tzinfo=UTC)
    for number in range(count):
        if number % per_story == 0:
            story = {key: rng.choice(values) for key, values in _choices().items()}
            paragraphs: tuple[str, ...] = ()
            start += timedelta(hours=7)
        if not paragraphs or rng.random() < 0.5:
            paragraphs = tuple(_paragraph(rng, story) for _ in range(rng.randint(5, 8)))
        elif rng.random() < 0.5:
            paragraphs = paragraphs[: max(3, len(paragraphs) - 1)]
        yield Page(
            name=f"page-{number:06d}",
            outlet=rng.choice(_OUTLETS),
            published=(start + timedelta(minutes=37 * (number % per_story))).strftime("%Y-%m-%dT%H:%M:%SZ"),
            title=f"{story['thing'].capitalize()} at {story['place']} under scrutiny",
            paragraphs=paragraphs,
        )


def _choices() -> dict[str, list[str]]:
    return {"place": _PLACES, "thing": _THINGS, "body": _BODIES, "month": _MONTHS, "day": _DAYS}


def _paragraph(rng: random.Random, story: dict[str, str]) -> str:
    return " ".join(_sentence(rng, story) for _ in range(rng.randint(3, 5)))


def _sentence(rng: random.Random, story: dict[str, str]) -> str:
    values = {**story, "n": str(rng.randint(2, 60)), "money": str(rng.randint(2, 90)), "outlet": rng.choice(_OUTLETS)}
    if rng.random() < 0.4:
        return rng.choice(_FILLER).format(**values)
    event = rng.choice(_EVENTS).format(**values)
    person = f"{rng.choice(_FIRST)} {rng.choice(_LAST)}"
    source = rng.choice([person, f"the {story['body']}", f"{person} of the {story['body']}", "two officials"])
    up = event[0].upper() + event[1:]
    sentence = rng.choice(_CUES).format(**values, source=source, event=event, event_up=up)
    return sentence[0].upper() + sentence[1:]
