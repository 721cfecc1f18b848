"""Is English told from the rest, also where it is short, clumsy or full of invented names?"""

import json

import pytest

from tests.shared import SHARED, needs_shared
from whence.read.languages import detect_language, normalise_language

OTHERS = [
    ("de", "Die Regierung hat am Montag bestätigt, dass die Brücke gesperrt bleibt."),
    ("fr", "Le ministre a déclaré lundi que le pont restera fermé."),
    ("es", "El ministro dijo el lunes que el puente seguirá cerrado."),
    ("it", "Il ministro ha detto che il ponte resta chiuso."),
    ("nl", "De minister zei maandag dat de brug gesloten blijft."),
    ("da", "Ministeren sagde mandag, at broen forbliver lukket."),
    ("sv", "Ministern sade på måndagen att bron förblir stängd."),
    ("pl", "Minister powiedział w poniedziałek, że most pozostanie zamknięty."),
    ("ru", "Министр заявил в понедельник, что мост останется закрытым."),
    ("uk", "Міністр заявив у понеділок, що міст залишиться закритим."),
    ("ar", "قال الوزير يوم الاثنين إن الجسر سيبقى مغلقا"),
    ("zh", "部长周一表示，该桥将继续关闭。"),
    ("tr", "Bakan pazartesi günü köprünün kapalı kalacağını söyledi."),
    ("sw", "Waziri alisema Jumatatu kuwa daraja litabaki limefungwa."),
]
ENGLISH = [
    "Teodar Vynn-Lask denies it",  # nothing but names and a verb
    "Bridge closed",
    "Correction: Ilvane Torr",
    "(Reporting by CPS Oskaben; editing by R. Tamsin)",
    "DONE DEAL? Vandermeer to Oulu Athletic agreed for 42m",
    "TolPress. Official, rapid, exact.",
]


@pytest.mark.parametrize(("language", "text"), OTHERS)
def test_detect_language_knows_a_sentence_of_another_language(language: str, text: str) -> None:
    assert detect_language(text, sample=2000) == language
    assert detect_language(" ".join([text] * 20), sample=2000) == language


@pytest.mark.parametrize("text", ENGLISH)
def test_detect_language_wants_strong_evidence_against_english(text: str) -> None:
    assert detect_language(text, sample=2000) == "en"


@pytest.mark.parametrize("text", ["", "42", "—", "ok", "\ud800"])
def test_detect_language_leaves_open_what_has_no_words(text: str) -> None:
    assert detect_language(text, sample=2000) is None


def test_detect_language_is_not_fooled_by_an_english_quotation() -> None:
    german = "Der Sprecher sagte am Montag vor der Presse in der Hauptstadt, die Brücke bleibe gesperrt. " * 4
    assert detect_language(german + "„The bridge is safe and it will open“, sagte er.", sample=2000) == "de"


@pytest.mark.parametrize(
    ("declared", "code"),
    [("en-GB", "en"), ("EN", "en"), ("English", "en"), ("pt_BR", "pt"), ("und", None), ("", None), ("x1", None)],
)
def test_normalise_language_takes_what_sites_declare(declared: str, code: str | None) -> None:
    assert normalise_language(declared) == code


@needs_shared
def test_detect_language_takes_every_shared_report_and_passage_as_english() -> None:
    texts = [json.loads(line)["text"] for line in (SHARED / "gold/chains.jsonl").read_text("utf-8").splitlines()]
    for story in sorted((SHARED / "newsroom").glob("*.json")):
        texts += [report["text"] for report in json.loads(story.read_text("utf-8"))["reports"]]
    texts += [path.read_text("utf-8") for path in (SHARED / "seeds").glob("*.txt")]
    assert len(texts) > 150
    assert [text[:60] for text in texts if detect_language(text, sample=2000) != "en"] == []
