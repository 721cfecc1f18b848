"""Is an address taken for this computer only where it surely is, and is a bad one refused in words?"""

import pytest

from whence.engines.addresses import ModelAddress, is_loopback, parse_address, refuse_remote, shown_address
from whence.errors import BadSetting, NetworkRefused

# address, is on this computer: why
LOOPBACK = [
    ("http://127.0.0.1:11434/v1", True, "Ollama's own"),
    ("http://127.0.0.1", True, "no port, no path"),
    ("https://127.255.255.254:8000/v1", True, "all of 127.0.0.0/8"),
    ("http://[::1]:8080/v1", True, "the same in IPv6"),
    ("HTTP://LOCALHOST:11434/v1", True, "capitals"),
    ("http://localhost/v1", True, "a name that is only this computer"),
    ("http://0x7f000001/v1", False, "hexadecimal"),
    ("http://2130706433/v1", False, "one number"),
    ("http://127.1/v1", False, "cut short"),
    ("http://0177.0.0.1/v1", False, "octal"),
    ("http://127.0.0.01/v1", False, "a leading zero"),
    ("http://127.0.0.256/v1", False, "no number of an address"),
    ("http://127.0.0.1.evil.example/v1", False, "a name that begins like it"),
    ("http://evil.example/127.0.0.1", False, "in the path"),
    ("http://127.0.0.1@evil.example/v1", False, "as a user's name"),
    ("http://me:secret@127.0.0.1/v1", False, "credentials: in doubt"),
    ("http://evil.example#@127.0.0.1/v1", False, "a fragment"),
    ("http://evil.example\\@127.0.0.1/v1", False, "a backslash"),
    ("http://127.0.0.1\\.evil.example/v1", False, "a backslash after it"),
    ("http://127.0.0.1\t.evil.example/v1", False, "a tab that some programs drop"),
    ("http://127.0.0.1:80@evil.example/v1", False, "as name and password"),
    ("http://127.0.0.1%2eevil.example/v1", False, "a full stop in disguise"),
    ("http://127。0。0。1/v1", False, "full stops of another script"),
    ("http://①27.0.0.1/v1", False, "a figure of another script"),
    ("http://١٢٧.0.0.1/v1", False, "figures of another script"),
    ("http://localhoſt/v1", False, "a letter that folds to an s"),
    ("http://[::ffff:127.0.0.1]/v1", False, "IPv4 dressed as IPv6"),
    ("http://[::ffff:7f00:1]/v1", False, "the same in hexadecimal"),
    ("http://[0:0:0:0:0:0:0:1]/v1", False, "another spelling of ::1: in doubt"),
    ("http://[::1%25eth0]/v1", False, "a zone"),
    ("http://0.0.0.0:8000/v1", False, "every address"),
    ("http://[::]/v1", False, "the same in IPv6"),
    ("http://localhost.evil.example/v1", False, "a name that begins like it"),
    ("http://localhost./v1", False, "a full stop at the end"),
    ("http://evil-localhost/v1", False, "a name that ends like it"),
    ("http://192.168.0.10/v1", False, "the office next door"),
    ("http://10.0.0.1/v1", False, "a private network"),
    ("http://169.254.169.254/v1", False, "a cloud's own"),
    ("ftp://127.0.0.1/v1", False, "another protocol"),
    ("//127.0.0.1/v1", False, "no protocol"),
    ("http://127.0.0.1/v1\n", False, "a line end"),
    ("http://127.0.0.1:x/v1", False, "no port"),
    ("", False, "nothing"),
]


@pytest.mark.parametrize(("url", "expected", "why"), LOOPBACK)
def test_is_loopback_only_where_it_surely_is(url: str, expected: bool, why: str) -> None:
    assert is_loopback(url, resolve=lambda _: ["127.0.0.1", "::1"]) is expected, why


@pytest.mark.parametrize(
    ("addresses", "expected", "why"),
    [
        (["127.0.0.1"], True, "as on most machines"),
        (["::1", "127.0.0.1"], True, "both"),
        ([], False, "a name for nothing"),
        (["127.0.0.1", "203.0.113.7"], False, "one that leads elsewhere"),
        (["203.0.113.7"], False, "elsewhere"),
        (["::ffff:127.0.0.1"], False, "IPv4 dressed as IPv6"),
        (["fe80::1%eth0"], False, "a zone"),
        (["nonsense"], False, "no number"),
    ],
)
def test_is_loopback_asks_what_localhost_stands_for(addresses: list[str], expected: bool, why: str) -> None:
    assert is_loopback("http://localhost:11434/v1", resolve=lambda _: addresses) is expected, why


def test_is_loopback_does_not_look_numbers_up() -> None:
    def resolve(host: str) -> list[str]:
        raise AssertionError(host)

    assert is_loopback("http://127.0.0.1/v1", resolve=resolve)
    assert not is_loopback("http://models.example/v1", resolve=resolve)


def test_refuse_remote_says_what_to_add() -> None:
    with pytest.raises(NetworkRefused) as caught:
        refuse_remote("https://me:secret@models.example/v1", allow_remote=False)
    assert "https://models.example/v1" in caught.value.message
    assert "secret" not in str(caught.value)
    assert "--allow-remote" in caught.value.hint


def test_refuse_remote_lets_this_computer_and_what_was_allowed_pass() -> None:
    refuse_remote("http://127.0.0.1:11434/v1", allow_remote=False)
    refuse_remote("https://models.example/v1", allow_remote=True)


# setting, base, model: why
GOOD = [
    ("openai:http://127.0.0.1:11434/v1#llama3.1:8b", "http://127.0.0.1:11434/v1", "llama3.1:8b", "Ollama"),
    ("http://[::1]:8000/v1/#org/model-7b", "http://[::1]:8000/v1", "org/model-7b", "a slash too many"),
    ("openai:https://models.example/v1#a#b", "https://models.example/v1", "a#b", "a model with a #"),
]


@pytest.mark.parametrize(("setting", "base", "model", "why"), GOOD)
def test_parse_address_gives_base_and_model(setting: str, base: str, model: str, why: str) -> None:
    assert parse_address(setting) == ModelAddress(base, model), why


# setting, what the message says
BAD = [
    ("openai:", "does not begin with the address"),
    ("openai:llama3", "does not begin with the address"),
    ("openai:ftp://127.0.0.1/v1#m", "does not begin with the address"),
    ("openai:http://127.0.0.1:99999/v1#m", "does not begin with the address"),
    ("openai:http://127.0.0.1:0/v1#m", "does not begin with the address"),
    ("openai:http://[::1/v1#m", "does not begin with the address"),
    ("openai:http:///v1#m", "names no server"),
    ("openai:http://127.0.0.1:11434/v1", "names no model"),
    ("openai:http://127.0.0.1:11434/v1# ", "names no model"),
    ("openai:http://me:secret@127.0.0.1/v1#m", "a name or password"),
    ("openai:http://127.0.0.1/v1?key=1#m", "a question mark"),
    ("openai:http://127.0.0.1/v 1#m", "a blank"),
    ("openai:http://127.0.0.1/v1\r\nX: y#m", "a character that cannot be seen"),
]


@pytest.mark.parametrize(("setting", "says"), BAD)
def test_parse_address_says_what_is_wrong(setting: str, says: str) -> None:
    with pytest.raises(BadSetting, match=says) as caught:
        parse_address(setting)
    assert "expected openai:http://HOST:PORT/v1#MODEL" in caught.value.message
    assert "reader.statements=openai:" in caught.value.hint
    assert "secret" not in str(caught.value)


def test_shown_address_has_no_credentials() -> None:
    assert shown_address("http://a@b:c@models.example/v1@2") == "http://models.example/v1@2"
