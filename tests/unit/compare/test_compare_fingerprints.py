import random
from itertools import pairwise

from scorer.compare.fingerprints import SHINGLE, WINDOW, find_fingerprints


def _random_letters(dice: random.Random, size: int) -> str:
    return "".join(chr(0x4E00 + dice.randrange(3000)) for _ in range(size))


def test_texts_that_share_enough_letters_share_a_fingerprint() -> None:
    dice = random.Random(3)
    for _ in range(200):
        shared = _random_letters(dice, SHINGLE + WINDOW - 1)
        texts = [
            _random_letters(dice, dice.randrange(90)) + shared + _random_letters(dice, 90)
            for _ in range(2)
        ]
        one, other = ({value for value, _ in find_fingerprints(text)} for text in texts)
        assert one & other


def test_every_window_keeps_one_and_most_keep_no_more() -> None:
    letters = _random_letters(random.Random(5), 4000)
    places = [place for _, place in find_fingerprints(letters)]
    assert places == sorted(set(places))
    assert max(b - a for a, b in pairwise(places)) <= WINDOW
    assert len(places) < 4000 * 2.4 / WINDOW


def test_a_text_of_one_letter_does_not_keep_every_shingle() -> None:
    places = [place for _, place in find_fingerprints("法" * 300)]
    assert len(places) >= 1


def test_a_text_too_short_for_a_shingle_has_none() -> None:
    assert list(find_fingerprints("法治" * 5)) == []
    assert len(list(find_fingerprints("法" * SHINGLE))) == 1
