"""To which earlier voice does "he", "it", "the paper" or "the report" lead back?"""

from dataclasses import dataclass, field

from whence.model.statement import Voice
from whence.understand.names import Name, Names
from whence.understand.vocabulary import (
    DOCUMENT_NOUNS,
    GOVERNMENT_NOUNS,
    ORGANISATION_NOUNS,
    OUTLET_NOUNS,
    PERSON_NOUNS,
    TITLE_GENDER,
)

Chain = tuple[Voice, ...]

_ORGANISATION_WORDS = frozenset(
    """company firm operator group agency union airline club party charity trust bank consultancy organisation
    mission""".split()
)
FIRST_PERSON = frozenset("i we my our".split())
# An outlet where one was named before, else something else: a building site, a fashion show.
_MAYBE_OUTLETS = frozenset("site show title journal".split())
_PLURALS = frozenset("they them their both others these those".split())


@dataclass(frozen=True, slots=True)
class Referent:
    """Something spoken of before: where, as which chain it would speak, and what tells it from others."""

    token: int
    chain: Chain
    head: str = ""
    gender: str = ""
    is_plural: bool = False
    spoke: bool = False


@dataclass(slots=True)
class Memory:
    """What one report has spoken of so far, in reading order; it grows while the report is read."""

    names: Names
    outlet: str | None = None
    # Whose words are being read: "I" and "my neighbour" in them are theirs.
    holder: Voice | None = None
    referents: list[Referent] = field(default_factory=list)
    # Those of them that are persons: a long text of "he said" without any would be walked over at each "he".
    persons: list[Referent] = field(default_factory=list)

    def note(self, referent: Referent) -> None:
        """Remember something that later words may lead back to."""
        self.referents.append(referent)
        last = referent.chain[-1]
        if last.kind == "person" or (last.kind == "unnamed" and referent.head in PERSON_NOUNS):
            self.persons.append(referent)

    def forget_since(self, known: int) -> list[Referent]:
        """Take back and return all that was noted since there were `known` referents."""
        noted = self.referents[known:]
        del self.referents[known:]
        # Persons stand in the order of the referents, so theirs are the last ones.
        while self.persons and any(self.persons[-1] is referent for referent in noted):
            self.persons.pop()
        return noted

    def resolve_pronoun(self, word: str, token: int) -> Chain | None:
        """Return the chain that a pronoun leads back to, or None.

        "He" and "she" go to the first person of the nearest sentence that has one, a speaker before others; "it" to the
        nearest institution, outlet or document; "they" to the nearest plural, else institution.
        "I" and "we" are whoever is being quoted.
        """
        if word in FIRST_PERSON:
            return (self.holder,) if self.holder else None
        if word in ("he", "she", "him", "her", "his"):
            return self._person("m" if word in ("he", "him", "his") else "f", token)
        if word in ("it", "its"):
            return self._nearest(token, {"organisation", "government", "outlet", "document"})
        if word in _PLURALS:
            for referent in reversed(self.referents):
                if referent.token < token and referent.is_plural:
                    return referent.chain
            return self._nearest(token, {"organisation", "government", "unnamed"})
        return None

    def _person(self, gender: str, token: int) -> Chain | None:
        """Return the nearest person that spoke or that a sentence was about; else the nearest person named."""
        for referent in reversed(self.persons):
            if referent.token < token and not referent.is_plural and (not gender or referent.gender in ("", gender)):
                return referent.chain
        for name in reversed(self.names.before(token)):
            if name.kind == "person" and (not gender or name.gender in ("", gender)):
                return (voice_of_name(name, None),)
        return None

    def group_before(self, token: int) -> str | None:
        """Return the name of the nearest group of unnamed people before a token: "one" is one of them."""
        for referent in reversed(self.referents):
            if referent.token < token and referent.is_plural and referent.chain[-1].kind == "unnamed":
                return referent.chain[-1].name
        return None

    def _nearest(self, token: int, kinds: set[str]) -> Chain | None:
        for referent in reversed(self.referents):
            if referent.token < token and referent.chain[-1].kind in kinds and not referent.is_plural:
                return referent.chain
        for name in reversed(self.names.before(token)):
            if name.kind in kinds:
                return (voice_of_name(name, None),)
        return None

    def resolve_description(self, head: str, modifiers: list[str], token: int) -> Chain | None:
        """Return the chain that "the <head>" leads back to: same head, fitting kind, nearest first; or None."""
        is_agency = head == "agency" and modifiers == ["news"]
        if is_agency or (modifiers in ([], ["same"]) and (head in OUTLET_NOUNS or head in _MAYBE_OUTLETS)):
            return self._outlet_described(head, token)
        same = None
        if not modifiers or (len(modifiers) == 1 and modifiers[0] in ("same", "two", "three", "state", "news")):
            same = self._same_head(head, token)
        if same is not None or (modifiers and modifiers[0] not in ("news", "local", "state", "same")):
            return same
        if head in OUTLET_NOUNS:
            return self._nearest_of_name(token, "outlet") or self._nearest(token, {"outlet"})
        if head in _ORGANISATION_WORDS:
            found = self._nearest_of_name(token, "organisation")
            if found is None and head == "agency":
                found = self._nearest_of_name(token, "outlet")
            return found
        return self._person("", token) if head.endswith("year-old") else None

    def _outlet_described(self, head: str, token: int) -> Chain | None:
        """Return which outlet "the paper" is: one with a name rather than one that was only described."""
        same, named = self._same_head(head, token), self._nearest_of_name(token, "outlet")
        if same is not None and same[-1].named:
            return same
        return named or same or (self._nearest(token, {"outlet"}) if head in OUTLET_NOUNS else None)

    def _same_head(self, head: str, token: int) -> Chain | None:
        for referent in reversed(self.referents):
            if referent.token >= token:
                continue
            if referent.head == head and head:
                return referent.chain
        for name in reversed(self.names.before(token)):
            words = name.text.lower().split()
            if name.kind == "person":
                if name.role == head and head:
                    return (voice_of_name(name, None),)
            elif name.kind in ("government", "organisation", "outlet") and head in words:
                return (voice_of_name(name, None),)
        return None

    def _nearest_of_name(self, token: int, kind: str) -> Chain | None:
        for name in reversed(self.names.before(token)):
            if name.kind == kind:
                return (voice_of_name(name, None),)
        return None


def voice_of_name(name: Name, worded: str | None) -> Voice:
    """Return the voice that a name is, with the full form found elsewhere in the text."""
    kinds = {
        "person": "person",
        "outlet": "outlet",
        "government": "government",
        "armed_group": "organisation",
        "document": "document",
    }
    return Voice(name.full or name.text, worded or name.text, kinds.get(name.kind, "organisation"), named=True)  # type: ignore[arg-type]


def kind_of_head(head: str) -> str:
    """Return the kind of voice that a noun makes by itself.

    >>> kind_of_head("memo"), kind_of_head("ministry"), kind_of_head("spokesman")
    ('document', 'government', 'unnamed')
    """
    word = head.lower()
    single = word[:-1] if word.endswith("s") and not word.endswith("ss") else word
    if word in PERSON_NOUNS or single in PERSON_NOUNS or word in TITLE_GENDER:
        return "unnamed"
    if word in OUTLET_NOUNS:
        return "outlet"
    if word in DOCUMENT_NOUNS or single in DOCUMENT_NOUNS:
        return "document"
    if word in GOVERNMENT_NOUNS:
        return "government"
    if word in ORGANISATION_NOUNS or single in ORGANISATION_NOUNS:
        return "organisation"
    return "unnamed"
