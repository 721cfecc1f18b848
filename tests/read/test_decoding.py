"""Are bytes turned into the characters that were meant, and refused where they are no text?"""

import codecs

import pytest

from whence.errors import BadEncoding, BinaryReport
from whence.read.decoding import SIGNATURES, decode

SENTENCE = "The minister’s café – “closed”, he said, until further notice was given to all its guests. "
CYRILLIC = "Министр заявил в понедельник, что мост останется закрытым до конца года из-за ремонта. " * 5
# The same news in languages that one byte a character was enough for.
LANGUAGES = {
    "de": (
        "Der Bürgermeister von Zürich erklärte am Montag, die Brücke über den Fluß müsse für unbestimmte Zeit "
        "geschlossen bleiben. Die Behörden hätten früher prüfen müssen, ob die Träger noch tragfähig seien, "
        "sagte er im Café gegenüber dem Rathaus. Mehrere Bürger äußerten Ärger über die Verzögerung; die "
        "Opposition sprach von einer Blamage für die Verwaltung und forderte Aufklärung. "
    ),
    "fr": (
        "Le maire de la ville a déclaré lundi que le pont resterait fermé jusqu’à la fin de l’année. « Nous "
        "n’avons pas été prévenus à temps », a-t-il regretté, précisant que les travaux coûteraient près de "
        "dix millions d’euros. Les élus de l’opposition ont réclamé une enquête indépendante et dénoncé la "
        "légèreté des autorités, accusées d’avoir négligé les contrôles nécessaires à la sécurité des "
        "usagers. "
    ),
    "es": (
        "El alcalde de la ciudad declaró el lunes que el puente permanecerá cerrado hasta el año próximo. «No "
        "nos avisaron a tiempo», señaló, y añadió que la reparación costará cerca de diez millones. La "
        "oposición pidió una investigación independiente: ¿por qué nadie revisó la construcción? Según los "
        "técnicos, el daño se debió a la corrosión. "
    ),
    "pt": (
        "O presidente da câmara afirmou na segunda-feira que a ponte permanecerá fechada até ao próximo ano. "
        "«Não fomos avisados a tempo», disse, acrescentando que a reparação custará cerca de dez milhões. A "
        "oposição pediu uma investigação independente às inspeções e à manutenção, que considerou "
        "insuficientes há vários anos. "
    ),
    "sv": (
        "Borgmästaren sade på måndagen att bron förblir stängd till årets slut. ”Vi fick ingen varning i "
        "tid”, sade han och tillade att reparationen kommer att kosta nära tio miljoner. Oppositionen krävde "
        "en oberoende undersökning och frågade varför ingen hade kontrollerat bärigheten. Enligt ingenjörerna "
        "berodde skadan på rost i de äldsta balkarna. "
    ),
    "fi": (
        "Pormestari sanoi maanantaina, että silta pysyy suljettuna vuoden loppuun. Hän lisäsi, että korjaus "
        "maksaa lähes kymmenen miljoonaa euroa. Oppositio vaati riippumatonta selvitystä ja kysyi, miksi "
        "kukaan ei ollut tarkistanut kantavuutta. Insinöörien mukaan vaurio johtui ruosteesta vanhimmissa "
        "palkeissa, joita ei ole vielä määrätty vaihdettaviksi. "
    ),
    "is": (
        "Borgarstjórinn sagði á mánudag að brúin yrði lokuð út árið. Hann bætti því við að viðgerðin myndi "
        "kosta nærri tíu milljónir. Stjórnarandstaðan krafðist óháðrar rannsóknar og spurði hvers vegna "
        "enginn hefði athugað burðarþolið. Að sögn verkfræðinga má rekja skemmdirnar til ryðs í elstu "
        "bitunum, sem þykja úr sér gengnir. "
    ),
    "pl": (
        "Burmistrz powiedział w poniedziałek, że most pozostanie zamknięty do końca roku. Dodał, że "
        "ostrzeżenie nie nadeszło na czas, a naprawa będzie kosztować blisko dziesięć milionów. Opozycja "
        "zażądała niezależnego śledztwa i zapytała, dlaczego nikt nie sprawdził nośności konstrukcji. Zdaniem "
        "inżynierów przyczyną była rdza najstarszych dźwigarów. "
    ),
    "cs": (
        "Starosta v pondělí řekl, že most zůstane uzavřen do konce roku. Dodal, že varování nepřišlo včas a "
        "oprava bude stát téměř deset milionů. Opozice požadovala nezávislé vyšetřování a ptala se, proč "
        "nikdo nezkontroloval nosnost konstrukce. Podle inženýrů byla příčinou rez nejstarších nosníků, které "
        "měly být již dávno vyměněny. "
    ),
    "hu": (
        "A polgármester hétfőn közölte, hogy a híd az év végéig zárva marad. Hozzátette, hogy a "
        "figyelmeztetés nem érkezett meg időben, és a javítás közel tízmillióba kerül majd. Az ellenzék "
        "független vizsgálatot követelt, és megkérdezte, miért nem ellenőrizte senki a szerkezet "
        "teherbírását. A mérnökök szerint a kárt a legrégebbi gerendák rozsdája okozta. "
    ),
    "lt": (
        "Meras pirmadienį pareiškė, kad tiltas liks uždarytas iki metų pabaigos. Jis pridūrė, kad įspėjimas "
        "neatėjo laiku, o remontas kainuos beveik dešimt milijonų. Opozicija pareikalavo nepriklausomo tyrimo "
        "ir paklausė, kodėl niekas nepatikrino konstrukcijos atsparumo. Inžinierių nuomone, žalą sukėlė "
        "seniausių sijų rūdys. "
    ),
    "tr": (
        "Belediye başkanı pazartesi günü köprünün yıl sonuna kadar kapalı kalacağını açıkladı. Uyarının "
        "zamanında gelmediğini söyleyen başkan, onarımın on milyona yakın tutacağını ekledi. Muhalefet "
        "bağımsız bir soruşturma istedi ve taşıma gücünün neden denetlenmediğini sordu. Mühendislere göre "
        "hasar, en eski kirişlerdeki paslanmadan kaynaklanıyor. "
    ),
    "ru": (
        "Министр заявил в понедельник, что мост останется закрытым до конца года из-за ремонта. По его "
        "словам, предупреждение не поступило вовремя, а ремонт обойдётся почти в десять миллионов. Оппозиция "
        "потребовала независимого расследования и спросила, почему никто не проверил несущую способность "
        "конструкции. Инженеры считают причиной ржавчину. "
    ),
    "el": (
        "Ο δήμαρχος δήλωσε τη Δευτέρα ότι η γέφυρα θα παραμείνει κλειστή μέχρι το τέλος του έτους. Όπως είπε, "
        "η προειδοποίηση δεν έφτασε εγκαίρως και η επισκευή θα κοστίσει σχεδόν δέκα εκατομμύρια. Η "
        "αντιπολίτευση ζήτησε ανεξάρτητη έρευνα και ρώτησε γιατί κανείς δεν είχε ελέγξει την αντοχή της "
        "κατασκευής. Οι μηχανικοί μιλούν για σκουριά. "
    ),
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_decode_reads_english_in_every_common_encoding(encoding: str) -> None:
    assert decode(SENTENCE.encode(encoding)) == SENTENCE


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r"])
def test_decode_guesses_another_script(encoding: str) -> None:
    assert decode(CYRILLIC.encode(encoding)) == CYRILLIC


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        *((name, encoding) for name in ("de", "es", "pt", "sv", "fi", "is") for encoding in ("cp1252", "latin-1")),
        *((name, encoding) for name in ("de", "fr") for encoding in ("cp1252", "mac_roman")),
        *((name, encoding) for name in ("pl", "cs", "hu") for encoding in ("cp1250", "iso8859-2")),
        *(("ru", encoding) for encoding in ("cp1251", "koi8-r", "iso8859-5", "cp866")),
        *(("el", encoding) for encoding in ("cp1253", "iso8859-7")),
        *(("tr", encoding) for encoding in ("cp1254", "iso8859-9")),
        ("lt", "cp1257"),
    ],
)
def test_decode_guesses_the_encoding_of_many_languages(name: str, encoding: str) -> None:
    data = LANGUAGES[name].encode(encoding, "ignore")
    assert len(data) >= 300
    assert decode(data) == data.decode(encoding)


def test_decode_reads_a_short_western_text_as_western() -> None:
    german = "Der Bürgermeister traf sich im café in Zürich mit der Präsidentin zu einem Gespräch über Löhne."
    assert decode(german.encode("latin-1")) == german


def test_decode_reads_names_of_many_western_languages_as_western() -> None:
    names = "Mr Smith, Señor Muñoz, Frau Müller, M. Lefèvre, Herr Ångström, Dr Šola and João agreed on the façade."
    assert decode(names.encode("cp1252")) == names


def test_decode_prefers_utf8_to_a_wrong_declaration() -> None:
    assert decode(SENTENCE.encode(), declared="latin-1") == SENTENCE


def test_decode_takes_the_declaration_where_utf8_does_not_fit() -> None:
    assert decode(CYRILLIC.encode("cp1251"), declared="windows-1251") == CYRILLIC
    assert decode(SENTENCE.encode("cp1252"), declared="iso-8859-1") == SENTENCE


@pytest.mark.parametrize("declared", ["base64", "rot13", "zip", "no-such-thing", "\x00", "utf-8\n"])
def test_decode_passes_over_a_declaration_that_is_no_encoding(declared: str) -> None:
    assert decode(b"caf\xe9", declared=declared) == "café"


def test_decode_reads_a_seven_bit_encoding_as_declared() -> None:
    japanese = "大臣は月曜日、橋は閉鎖されたままだと述べた。"
    assert decode(japanese.encode("iso2022_jp"), declared="ISO-2022-JP") == japanese


def test_decode_keeps_a_text_that_is_cut_inside_a_character() -> None:
    assert decode((SENTENCE * 3 + "é").encode()[:-1]) == SENTENCE * 3 + "\ufffd"


def test_decode_drops_one_byte_order_mark_only() -> None:
    assert decode(codecs.BOM_UTF8 + b"a") == "a"


@pytest.mark.parametrize(("start", "name"), SIGNATURES)
def test_decode_names_a_binary_file(start: bytes, name: str) -> None:
    with pytest.raises(BinaryReport, match=name):
        decode(start + b" any text behind it")


@pytest.mark.parametrize("data", [bytes(range(32)) * 4, bytes(range(256)) * 8])
def test_decode_refuses_bytes_full_of_control_characters(data: bytes) -> None:
    with pytest.raises(BinaryReport):
        decode(data)


def test_decode_marks_a_stray_nul_without_moving_what_follows() -> None:
    assert decode(b"a" * 100 + b"\x00b") == "a" * 100 + "\ufffdb"


def test_decode_refuses_bytes_that_fit_nothing() -> None:
    with pytest.raises(BadEncoding):
        decode(bytes(range(128, 256)) * 200)


@pytest.mark.parametrize("declared", ["unicode_escape", "utf-7", "raw_unicode_escape"])
def test_decode_never_makes_half_characters(declared: str) -> None:
    assert decode(b"caf\xe9 \\ud83d +2D0-", declared=declared) == "café \\ud83d +2D0-"
