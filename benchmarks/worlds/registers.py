"""How is a large register invented? Companies that share addresses, agents, phones and directors as registers do."""

import csv
import random
from datetime import date, timedelta
from pathlib import Path

SEED = 20311
HEADER = (
    *("number", "name", "registered", "struck_off", "country", "street", "town", "phone", "email", "agent"),
    *("director_1", "born_1", "director_2", "born_2", "owner", "owner_number", "share"),
)
MAPPING = """[company]
name = "name"
number = "number"
jurisdiction = "country"
incorporated = "registered"
dissolved = "struck_off"
address = ["street", "town"]
phone = "phone"
email = "email"
agent = "agent"

[[officer]]
name = "director_1"
born = "born_1"

[[officer]]
name = "director_2"
born = "born_2"

[[owner]]
name = "owner"
number = "owner_number"
share = "share"
"""
_GIVEN = (
    "Ada Bela Cato Dagny Edda Fenn Gesa Hanne Iva Jory Kolja Lena Milo Nele Oran Petra Quill Runa Sefa Teun".split()
)
_PARTS = "ar bel cor dun el fen gar hol ist jor kel lin mor nor ost pel quar rus sol tor ul vin wes yar zel".split()
_FORMS = ("Ltd", "Limited", "LLC", "Holding Ltd", "Trading Ltd")
_STREETS = ("Street", "St.", "Road", "Lane", "Quay", "Square")


def write_register(path: Path, companies: int) -> None:
    """Write an invented register of so many companies; the same for the same number."""
    chance = random.Random(SEED)  # noqa: S311 - an invented world, no secret
    agents = [_word(chance, 2) + " Agents Ltd" for _ in range(max(3, companies // 400))]
    towns = [_word(chance, 2) for _ in range(60)]
    people = [
        (f"{chance.choice(_GIVEN)} {_word(chance, 3)}", chance.randint(1930, 2002)) for _ in range(companies * 6 // 5)
    ]
    offices = [_address(chance) for _ in range(max(3, companies // 100))]
    first = date(2000, 1, 3)
    with path.open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(HEADER)
        for number in range(companies):
            day = first + timedelta(days=chance.randrange(10_000))
            end = day + timedelta(days=chance.randint(100, 4000)) if chance.random() < 0.2 else ""
            is_office = chance.random() < 0.3
            street = f"Suite {number % 90}, {chance.choice(offices)}" if is_office else _address(chance)
            name = f"{_word(chance, 3)} {_word(chance, 2)} {chance.choice(_FORMS)}"
            one, other = chance.choice(people), chance.choice(people)
            owner = f"{number - chance.randint(1, 50):07d}" if number > 50 and chance.random() < 0.1 else ""
            rows.writerow(
                [
                    *(f"{number:07d}", name, day, end, "Tarvenia", street, chance.choice(towns)),
                    f"0{chance.randrange(10**8, 10**9)}" if chance.random() < 0.5 else "",
                    f"office@{_word(chance, 4).lower()}.example" if chance.random() < 0.5 else "",
                    chance.choice(agents) if is_office else "",
                    *(one[0], one[1], other[0] if chance.random() < 0.5 else "", other[1]),
                    *(_word(chance, 3) if owner else "", owner, 100 if owner else ""),
                ]
            )


def _word(chance: random.Random, parts: int) -> str:
    return "".join(chance.choice(_PARTS) for _ in range(parts)).capitalize()


def _address(chance: random.Random) -> str:
    return f"{chance.randrange(1, 300)} {_word(chance, 3)} {chance.choice(_STREETS)}"
