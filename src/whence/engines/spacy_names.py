"""Which names does a spaCy pipeline find in a text? Any pipeline that is installed, by its name or its folder."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, get_args

from whence.errors import BadSetting, ReaderMissing
from whence.model.finding import FoundName
from whence.model.spans import Span
from whence.model.statement import EntityKind

PREFIX = "spacy:"
# Goes up with anything here that changes which names are found; the pipeline has its own version beside it.
VERSION = "1"

# What each label of a pipeline stands for; a label that is not here, or that is left out, names nothing of ours.
KINDS: Mapping[str, EntityKind | None] = {
    # Our own kinds, for pipelines that were trained on them.
    **{kind: kind for kind in get_args(EntityKind)},
    # OntoNotes, the labels of spaCy's English pipelines.
    "PERSON": "person",
    "ORG": "organisation",
    # Countries and cities: who acts in their name is for later stages to see.
    "GPE": "place",
    "LOC": "place",
    "FAC": "facility",
    "NORP": "nationality",
    "DATE": "date",
    "TIME": "date",
    "MONEY": "quantity",
    "QUANTITY": "quantity",
    "PERCENT": "quantity",
    "PRODUCT": "equipment",
    "WORK_OF_ART": "document",
    "LAW": "document",
    # A bare number or place in a row says nothing without what it counts; events and languages are no kind of ours.
    "CARDINAL": None,
    "ORDINAL": None,
    "EVENT": None,
    "LANGUAGE": None,
    # CoNLL and WikiNER, the labels of many other pipelines.
    "PER": "person",
    "MISC": None,
}

# Code points read at once: spaCy's makers count on about 1 GB for 100,000, so this stays below 300 MB.
MOST_CHARACTERS = 25_000
# Where a long text is cut, best first: names do not run over blank lines, seldom over line ends.
_CUTS = (re.compile(r"\n[ \t]*\n\s*"), re.compile(r"\n\s*"), re.compile(r"\s+"))

INSTALL = "Type, in Whence's source folder: pip install '.[spacy]'"


class SpacyNames:
    """Finds names with a spaCy pipeline, loaded once; the whole pipeline is run.

    Leaving its parser out would be faster, but spaCy lets no name run over the end of a sentence, which the parser
    finds.
    """

    def __init__(self, pipeline: str, *, most_characters: int = MOST_CHARACTERS) -> None:
        name = pipeline.removeprefix(PREFIX).strip()
        if not name:
            raise BadSetting(
                f"reader.names is {pipeline!r}, expected the name or folder of a spaCy pipeline.",
                hint='Write, say, --set "reader.names=spacy:en_core_web_trf".',
            )
        spacy = _import_spacy()
        self._nlp = _load(spacy, name)
        _check_labels(self._nlp, name)
        self._most = min(most_characters, self._nlp.max_length)
        self._identity = f"spacy-names/{VERSION}/spacy-{spacy.__version__}/{_identity_of(spacy, self._nlp, name)}"
        _check_it_runs(self._nlp, name)

    @property
    def identity(self) -> str:
        """The versions of this reader and of spaCy, and the pipeline's name and version.

        One given as a folder has its digest too: what people train themselves is mostly "pipeline-0.0.0".
        """
        return self._identity

    def find(self, text: str) -> tuple[FoundName, ...]:
        """Return the names of a text in reading order, none overlapping another."""
        # A lone surrogate, which spaCy cannot take, becomes "?": still one code point.
        clean = text.encode("utf-8", "replace").decode()
        return tuple(name for start, end in _parts(clean, self._most) for name in self._names(clean, start, end))

    def _names(self, text: str, start: int, end: int) -> list[FoundName]:
        """Return the names of one part; what spaCy remembers of its words is given back."""
        found: list[FoundName] = []
        with self._nlp.memory_zone():
            for entity in self._nlp(text[start:end]).ents:
                span = _trimmed(text, start + entity.start_char, start + entity.end_char)
                kind = kind_of(entity.label_)
                if kind is not None and span is not None:
                    found.append(FoundName(span, kind))
        return found


def kind_of(label: str) -> EntityKind | None:
    """Return the kind that a pipeline's label stands for, or None where it names nothing of ours.

    >>> kind_of("FAC"), kind_of("armed_group"), kind_of("ARMED_GROUP"), kind_of("CARDINAL")
    ('facility', 'armed_group', 'armed_group', None)
    """
    return KINDS.get(label, KINDS.get(label.lower()))


def _parts(text: str, most: int) -> Iterator[tuple[int, int]]:
    r"""Yield ranges of at most `most` code points that cover the text, cut at blank lines where there are any.

    >>> list(_parts("One two.\n\nThree. Four", 13))
    [(0, 10), (10, 21)]
    """
    start = 0
    while len(text) - start > most:
        cut = next((last for cuts in _CUTS if (last := _last_end(cuts, text, start, start + most))), start + most)
        yield start, cut
        start = cut
    if start < len(text):
        yield start, len(text)


def _last_end(cuts: re.Pattern[str], text: str, start: int, end: int) -> int | None:
    """Return where the last possible cut of a range ends, in its second half, or None."""
    found = None
    for match in cuts.finditer(text, start + (end - start) // 2, end):
        found = match.end()
    return found


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """Return the span without the white space that some pipelines leave at its ends, or None where nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _import_spacy() -> Any:
    """Return spaCy, or raise ReaderMissing; imported here because it is an optional extra, and takes a second."""
    try:
        return import_module("spacy")
    except ImportError as error:
        raise ReaderMissing(
            f"reader.names asks for spaCy, which cannot be imported ({error}); expected it to be installed.",
            hint=INSTALL,
        ) from error


def _load(spacy: Any, name: str) -> Any:
    """Return the pipeline of that name or folder, or raise ReaderMissing."""
    try:
        return spacy.load(name)
    except Exception as error:  # a pipeline's own code is run here; it may raise anything
        is_folder = Path(name).exists() or "/" in name or "\\" in name
        download = f"Type: python -m spacy download {name}"
        raise ReaderMissing(
            f"spaCy {spacy.__version__} cannot load the pipeline {name!r} of reader.names: {_first_line(error)}",
            hint="Check the folder: it should be one that spaCy wrote with to_disk." if is_folder else download,
        ) from error


def _check_labels(nlp: Any, name: str) -> None:
    """Raise BadSetting where a pipeline can find nothing that we have a kind for: it would be silent, not wrong."""
    makers = [pipe for pipe in nlp.pipe_names if "doc.ents" in nlp.get_pipe_meta(pipe).assigns]
    labels = sorted({label for pipe in makers for label in nlp.pipe_labels.get(pipe, ())})
    if any(kind_of(label) for label in labels) or (nlp.pipe_names and not makers):
        # A component that does not declare what it makes, as of spacy-llm, gets the benefit of the doubt.
        return
    raise BadSetting(
        f"The spaCy pipeline {name!r} of reader.names has the labels {', '.join(labels) or 'of no names at all'}, "
        f"expected some of: {', '.join(label for label, kind in KINDS.items() if kind)}.",
        hint="Choose another pipeline, say spacy:en_core_web_trf.",
    )


def _check_it_runs(nlp: Any, name: str) -> None:
    """Raise ReaderMissing where a pipeline loads but does not run, before a thousand reports wait for it."""
    try:
        nlp("The minister said so.")
    except Exception as error:  # a pipeline's own code is run here; it may raise anything
        raise ReaderMissing(
            f"The spaCy pipeline {name!r} of reader.names loads, but fails on one short sentence: {_first_line(error)}",
            hint=f"Type: python -m spacy validate, and install {name} anew.",
        ) from error


def _identity_of(spacy: Any, nlp: Any, name: str) -> str:
    """Return name and version of the pipeline, and the digest of its files where it is no installed package."""
    meta = nlp.meta
    identity = f"{meta['lang']}_{meta['name']}-{meta['version']}"
    return identity if spacy.util.is_package(name) else f"{identity}/{_digest(Path(nlp.path))[:12]}"


def _digest(folder: Path) -> str:
    """Return the SHA-256 over the names and bytes of all files of a folder."""
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        with path.open("rb") as file:
            content = hashlib.file_digest(file, "sha256").hexdigest()
        digest.update(f"{path.relative_to(folder).as_posix()}\0{content}\n".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _first_line(error: Exception) -> str:
    lines = str(error).splitlines()
    return lines[0] if lines else type(error).__name__
