"""Does a pronoun lead back to a person that is remembered, and to none that was taken back?"""

from whence.model.statement import Voice
from whence.understand.names import Names
from whence.understand.reference import Memory, Referent


def _person(name: str, token: int, gender: str) -> Referent:
    return Referent(token, (Voice(name, name, "person", named=True),), gender=gender)


def test_a_pronoun_leads_to_the_nearest_person_of_its_gender() -> None:
    memory = Memory(Names([]))
    for referent in (_person("Mara Olm", 1, "f"), _person("Petar Selm", 5, "m")):
        memory.note(referent)
    assert [voice.name for voice in memory.resolve_pronoun("she", 9) or ()] == ["Mara Olm"]
    assert [voice.name for voice in memory.resolve_pronoun("he", 9) or ()] == ["Petar Selm"]


def test_what_was_taken_back_is_led_to_no_more() -> None:
    memory = Memory(Names([]))
    memory.note(_person("Mara Olm", 1, "f"))
    memory.note(_person("Ilse Falk", 5, "f"))
    assert [referent.chain[0].name for referent in memory.forget_since(1)] == ["Ilse Falk"]
    assert [voice.name for voice in memory.resolve_pronoun("she", 9) or ()] == ["Mara Olm"]
