"""What does a large case look like? Invented reports in any number, made from a seed, for timing and memory only."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from html import escape

_SYLLABLES = "bar dun kel mor ost rav sel tarn ulm ver wyn hal mir lor quen fyr gan jor pel sto".split()
_ENDINGS = "mere stead wick ford holm dale rath ley burg combe".split()
_FIRST = "Mara,Jonty,Ilse,Petar,Tova,Radu,Amina,Basil,Odile,Kirsten,Olin,Dell".split(",")
_BODIES = "port authority,water board,transport ministry,fire service,city council,health inspectorate".split(",")
_OUTLETS = "Northern Ledger,Ashmere Courier,Lantern Post,Meridian Wire,Radio Solen,Kestrel News Agency".split(",")
_THINGS = "sluice gate,footbridge,grain lift,cable car,boiler house,breakwater,tram depot,signal mast".split(",")
_PARTS = "bearing,anchor bolt,drainage pipe,control panel,support beam,emergency brake,warning light,steel cable".split(
    ","
)
_STATES = (
    "cracked,rusted through,wrongly fitted,missing,repaired twice,never tested,replaced in secret,overloaded".split(",")
)
_WHOM = "residents,inspectors,schoolchildren,two engineers,a night watchman,the contractor,market traders,divers".split(
    ","
)
_EVENTS = (
    "a {part} of the {thing} at {place} was found {state} on {day}",
    "the {body} had known since {month} that the {part} was {state}",
    "repairs to the {thing} will cost {money} million crowns",
    "{n} people were inside the {thing} when the {part} gave way",
    "the contractor from {other} was paid {money} thousand crowns for an inspection of the {part}",
    "the {thing} near {place} would stay closed until the end of {month}",
    "{whom} had complained about the {part} {n} times",
)
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
    "In {place}, {whom} left flowers by the gate in the {month} rain.",
    "The road from {other} was closed for {n} hours while crews looked at the {part}.",
    "A similar {part} was found {state} in {other} in {month}.",
    "The {body} of {other} has a budget of {money} million crowns and employs about {n} people.",
    "A hearing on the {thing} is planned for {month} in {other}, and its minutes will be public.",
    "On {day} {whom} went about the streets of {place} as usual, past the {thing}.",
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
            story = _new_story(rng)
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


def _new_story(rng: random.Random) -> dict[str, str]:
    """Return what an affair is about: names that no other one has, and its own people."""
    people = ";".join(f"{rng.choice(_FIRST)} {_name(rng)}" for _ in range(4))
    fixed = {"thing": _THINGS, "body": _BODIES}
    chosen = {key: rng.choice(values) for key, values in fixed.items()}
    return {**chosen, "place": _name(rng), "people": people}


def _name(rng: random.Random) -> str:
    return (rng.choice(_SYLLABLES) + rng.choice(_SYLLABLES) + rng.choice(_ENDINGS)).capitalize()


def _paragraph(rng: random.Random, story: dict[str, str]) -> str:
    return " ".join(_sentence(rng, story) for _ in range(rng.randint(3, 5)))


def _sentence(rng: random.Random, story: dict[str, str]) -> str:
    values = {
        **story,
        "n": str(rng.randint(2, 60)),
        "money": str(rng.randint(2, 900)),
        "outlet": rng.choice(_OUTLETS),
        "other": _name(rng),
        "part": rng.choice(_PARTS),
        "state": rng.choice(_STATES),
        "whom": rng.choice(_WHOM),
        "month": rng.choice(_MONTHS),
        "day": rng.choice(_DAYS),
    }
    if rng.random() < 0.4:
        sentence = rng.choice(_FILLER).format(**values)
    else:
        event = rng.choice(_EVENTS).format(**values)
        person = rng.choice(story["people"].split(";"))
        source = rng.choice([person, f"the {story['body']}", f"{person} of the {story['body']}", "two officials"])
        up = event[0].upper() + event[1:]
        sentence = rng.choice(_CUES).format(**values, source=source, event=event, event_up=up)
    return sentence[0].upper() + sentence[1:]
