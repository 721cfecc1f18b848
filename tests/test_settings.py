"""Do file, environment and flags win over each other in that order, and are mistakes explained?"""

from pathlib import Path

import pytest

from whence.errors import BadSetting
from whence.settings import load_settings, setting_names


def test_defaults_hold_where_nothing_is_set() -> None:
    settings = load_settings(environ={})
    assert settings.run.threads == 2
    assert settings.origin == ()


def test_flags_win_over_environment_over_file(tmp_path: Path) -> None:
    file = tmp_path / "whence.toml"
    file.write_text("[run]\nthreads = 3\nbatch = 3\nencoder = 'hashed'\n", encoding="utf-8")
    settings = load_settings(file, {"WHENCE_RUN_THREADS": "4", "WHENCE_RUN_BATCH": "4"}, {"run.threads": "5"})
    assert (settings.run.threads, settings.run.batch, settings.run.encoder) == (5, 4, "hashed")
    assert dict(settings.origin) == {
        "run.threads": "flag",
        "run.batch": "WHENCE_RUN_BATCH",
        "run.encoder": str(file),
    }


def test_the_file_in_the_working_folder_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "whence.toml").write_text("[run]\nbatch = 7\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert load_settings(environ={}).run.batch == 7


@pytest.mark.parametrize(
    ("overrides", "words"),
    [
        ({"run.treads": "2"}, "run.treads"),
        (
            {"ran.threads": "2"},
            "Did you mean run.threads? Type it as --set SECTION.KEY=VALUE",
        ),
        ({"foo.bar": "1"}, "Found foo.bar after --set, expected one of the sections run, read, reader, "),
        (
            {"read.threads": "2"},
            "Found read.threads after --set, expected a setting of [read]. Did you mean run.threads? All settings of",
        ),
        ({"threads": "2"}, "SECTION.KEY=VALUE"),
        ({"run.threads": "many"}, "run.threads is 'many' (flag), expected a whole number from 1 up."),
        ({"run.encoder": "large"}, "run.encoder is 'large' (flag), expected one of minilm, hashed."),
        ({"run.batch": "0"}, "run.batch is '0' (flag), expected a whole number from 1 up."),
        ({"read.max_bytes": "-1"}, "read.max_bytes is '-1'"),
        ({"run.threads": "-4"}, "run.threads is '-4'"),
        ({"run.threads": "2.5"}, "expected a whole number"),
        ({"run.threads": ""}, "run.threads is ''"),
        ({"weigh.seed": "-1"}, "expected a whole number from 0 up"),
        ({"link.story_likeness": "much"}, "link.story_likeness is 'much' (flag), expected a number."),
        ({"link.story_likeness": "nan"}, "expected a number"),
    ],
)
def test_wrong_flags_are_explained(overrides: dict[str, str], words: str) -> None:
    with pytest.raises(BadSetting) as caught:
        load_settings(environ={}, overrides=overrides)
    assert words in str(caught.value)


@pytest.mark.parametrize("name", [name for name in setting_names() if name != "weigh.seed"])
def test_no_count_or_limit_may_be_below_one(name: str) -> None:
    section, key = name.split(".")
    if isinstance(getattr(getattr(load_settings(environ={}), section), key), int):
        with pytest.raises(BadSetting, match="expected a whole number from 1 up"):
            load_settings(environ={}, overrides={name: "0"})


def test_a_seed_may_be_zero() -> None:
    assert load_settings(environ={}, overrides={"weigh.seed": "0"}).weigh.seed == 0


def test_an_unknown_setting_is_answered_with_the_nearest_ones_only() -> None:
    with pytest.raises(BadSetting) as caught:
        load_settings(environ={}, overrides={"weigh.sed": "1"})
    assert "Did you mean weigh.seed" in caught.value.hint
    assert "whence/weigh/options.py" in caught.value.hint
    assert len(caught.value.hint) < 200


def test_every_setting_can_be_set_to_its_own_value_as_text() -> None:
    settings = load_settings(environ={})
    for name in setting_names():
        section, key = name.split(".")
        value = getattr(getattr(settings, section), key)
        changed = load_settings(environ={}, overrides={name: str(value)})
        assert getattr(getattr(changed, section), key) == value


@pytest.mark.parametrize("content", ["threads = 2\n", "[run\n", "[run]\nthreads = 'x'\n", "\ufeff\x00"])
def test_broken_files_are_explained(tmp_path: Path, content: str) -> None:
    file = tmp_path / "whence.toml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(BadSetting) as caught:
        load_settings(file, {})
    assert str(file) in str(caught.value)


def test_a_named_file_that_is_missing_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(BadSetting, match="There is no settings file"):
        load_settings(tmp_path / "none.toml", {})


def test_foreign_variables_with_the_prefix_are_left_alone() -> None:
    assert load_settings(environ={"WHENCE_COLOUR": "red"}).origin == ()


@pytest.mark.parametrize("variable", ["WHENCE_READER_KEY", "whence_reader_key"])
def test_the_key_of_a_server_is_no_setting_and_is_kept_nowhere(variable: str) -> None:
    settings = load_settings(environ={variable: "sk-secret", "WHENCE_READER_NAMES": "network"})
    assert settings.origin == (("reader.names", "WHENCE_READER_NAMES"),)
    assert "secret" not in repr(settings)


def test_a_key_among_the_settings_is_refused_without_being_shown(tmp_path: Path) -> None:
    file = tmp_path / "whence.toml"
    file.write_text("[reader]\nkey = 'sk-secret'\n", encoding="utf-8")
    with pytest.raises(BadSetting, match=r"Found reader\.key in .*, expected a setting of \[reader\]") as caught:
        load_settings(file, {})
    assert "secret" not in str(caught.value)


def test_every_setting_has_one_name() -> None:
    names = setting_names()
    assert len(names) == len(set(names))
    assert "read.max_bytes" in names
