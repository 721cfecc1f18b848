"""Are only the stretches of a text looked at that may hold a time, with no word cut in two?"""

from whence.text.times.tokens import find_windows, read_tokens


def test_find_windows_are_apart_and_in_order() -> None:
    text = "In 2019 it opened. " + "Nobody came to see the mill. " * 12 + "It closed last week. " + "So it goes. " * 20
    windows = find_windows(text)
    assert len(windows) == 2
    assert windows[0][1] < windows[1][0]


def test_read_tokens_cuts_no_word() -> None:
    tokens = read_tokens("Yesterday afternoon", 4, 12)
    assert [token.text for token in tokens] == ["Yesterday", "afternoon"]


def test_read_tokens_keeps_stamps_whole() -> None:
    sorts = {token.text: token.sort for token in read_tokens("051430ZAUG24 2031-05-14T07:15Z 3.4.1972", 0, 39)}
    assert sorts == {"051430ZAUG24": "group", "2031-05-14T07:15Z": "iso", "3.4.1972": "dmy"}
