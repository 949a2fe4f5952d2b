"""Round codes: they carry a round, forgive handwriting, and notice mistakes."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from azun_quiz.game.plan import SEEDS
from azun_quiz.game.round_code import (
    ALPHABET,
    CODE_SEEDS,
    CodeCharacterError,
    CodeContentError,
    CodeEmptyError,
    CodeError,
    CodeImpossibleError,
    CodeLengthError,
    CodeNearlyError,
    CodeTypoError,
    RoundRequest,
    decode,
    encode,
    mark,
)
from azun_quiz.levels import LEVELS, MAX_COUNT
from tests.game.stubs import StubBank

BANK = StubBank({"dates": [], "resolutions": [], "memberships": [], "context": []})
OTHER = StubBank({"dates": [], "resolutions": []}, digest="e2" * 32)

requests = st.builds(
    RoundRequest,
    st.lists(st.sampled_from(BANK.topics), min_size=1, unique=True).map(
        lambda chosen: tuple(topic for topic in BANK.topics if topic in chosen)
    ),
    st.sampled_from(LEVELS),
    st.integers(1, MAX_COUNT),
    st.integers(0, SEEDS - 1) | st.integers(0, CODE_SEEDS - 1),
)
EXAMPLE = RoundRequest(("dates", "resolutions", "memberships"), "medium", 10, 4711)


def bare(code: str) -> str:
    return code.replace("-", "")


def written(topics: int, seed: int) -> str:
    """A code by its description, of one easy question; ``topics`` has a bit for each topic."""
    number = (((seed << len(BANK.topics)) | topics) * MAX_COUNT * len(LEVELS) << 15) + mark(BANK)
    digits: list[int] = []
    while number:
        number, digit = divmod(number, 31)
        digits.append(digit)
    for first, second in product(range(31), repeat=2):
        word = [*digits, first, second]
        weighted = sum(digit * 3**place for place, digit in enumerate(word))
        if sum(word) % 31 == weighted % 31 == 0:
            return "".join(ALPHABET[digit] for digit in word)
    raise AssertionError("two check characters always exist")


@given(st.integers(1, 15), st.integers(0, CODE_SEEDS - 1))
def test_codes_are_as_described(topics: int, seed: int) -> None:
    chosen = tuple(name for place, name in enumerate(BANK.topics) if topics >> place & 1)
    assert bare(encode(RoundRequest(chosen, "easy", 1, seed), BANK)) == written(topics, seed)


@pytest.mark.parametrize(("topics", "seed"), [(0, 1), (0, CODE_SEEDS - 1), (1, CODE_SEEDS)])
def test_a_sound_code_of_no_round_is_refused(topics: int, seed: int) -> None:
    with pytest.raises(CodeTypoError):
        decode(written(topics, seed), BANK)


@given(requests)
def test_a_code_carries_the_round(request: RoundRequest) -> None:
    assert decode(encode(request, BANK), BANK) == request


@given(requests, st.data())
def test_how_it_is_written_does_not_matter(request: RoundRequest, data: st.DataObject) -> None:
    typed = ""
    for char in encode(request, BANK):
        typed += data.draw(st.sampled_from([char, char.lower()]))
        typed += data.draw(st.sampled_from(["", " ", "-", "\u2013", "\u00a0", "\u200f"]))
    assert decode(typed, BANK) == request


@given(requests, st.data())
def test_a_wrong_character_is_found_and_put_right(
    request: RoundRequest, data: st.DataObject
) -> None:
    code = bare(encode(request, BANK))
    place = data.draw(st.integers(0, len(code) - 1))
    char = data.draw(st.sampled_from(ALPHABET.replace(code[place], "")))
    with pytest.raises(CodeNearlyError) as error:
        decode(code[:place] + char + code[place + 1 :], BANK)
    suggestion = str(error.value.params["suggestion"])
    assert decode(suggestion, BANK)
    if bare(suggestion) == code:
        assert error.value.params["place"] == place + 1


@given(requests, st.data())
def test_two_wrong_characters_are_noticed(request: RoundRequest, data: st.DataObject) -> None:
    code = list(bare(encode(request, BANK)))
    places = st.lists(st.integers(0, len(code) - 1), min_size=2, max_size=2, unique=True)
    for place in data.draw(places):
        code[place] = data.draw(st.sampled_from(ALPHABET.replace(code[place], "")))
    with pytest.raises((CodeTypoError, CodeNearlyError)):
        decode("".join(code), BANK)


@given(requests, st.data())
def test_neighbours_exchanged_are_found(request: RoundRequest, data: st.DataObject) -> None:
    code = bare(encode(request, BANK))
    place = data.draw(st.integers(0, len(code) - 2))
    assume(code[place] != code[place + 1])
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    with pytest.raises(CodeNearlyError) as error:
        decode(swapped, BANK)
    assert decode(str(error.value.params["suggestion"]), BANK)


@given(requests)
def test_other_content_is_recognised(request: RoundRequest) -> None:
    with pytest.raises(CodeContentError):
        decode(encode(request, BANK), OTHER)


@given(st.text(max_size=40) | st.text(ALPHABET, max_size=40))
def test_any_text_is_a_round_or_an_error_that_can_be_told(text: str) -> None:
    try:
        request = decode(text, BANK)
    except CodeError:
        return
    assert decode(encode(request, BANK), BANK) == request


def test_what_a_player_sees() -> None:
    code = encode(EXAMPLE, BANK)
    assert code == "JYEK-MYVR-32J"
    assert len(bare(code)) <= 12
    assert len(bare(encode(RoundRequest(BANK.topics, "hard", 200, SEEDS - 1), BANK))) == 12


@pytest.mark.parametrize(
    ("typed", "error", "words"),
    [
        ("", CodeEmptyError, "Type the code"),
        (" - ", CodeEmptyError, "Type the code"),
        ("K3", CodeLengthError, "cannot have 2 characters"),
        ("2" * 99, CodeLengthError, "cannot have 31 characters"),
        ("K3F-0A", CodeCharacterError, "Character 4 of the code is “0”"),
        ("K3Fl", CodeCharacterError, "Character 4 of the code is “L”"),
        ("K\x07", CodeCharacterError, "Character 2 of the code is “<U+0007>”"),
        ("K3F9", CodeTypoError, "mistakes in the code"),
        ("2222", CodeTypoError, "mistakes in the code"),
        ("2222-2222-2222", CodeTypoError, "mistakes in the code"),
    ],
)
def test_errors_say_where(typed: str, error: type[CodeError], words: str) -> None:
    with pytest.raises(error) as caught:
        decode(typed, BANK)
    assert words in str(caught.value)


def test_digits_of_an_arabic_keyboard() -> None:
    code = encode(EXAMPLE, BANK)
    table = str.maketrans("23456789", "٢٣٤٥٦٧٨٩")
    assert decode(code.translate(table), BANK) == EXAMPLE


@pytest.mark.parametrize(
    "request_",
    [
        RoundRequest(("cookery",), "easy", 5, 1),
        RoundRequest((), "easy", 5, 1),
        RoundRequest(("dates",), "brutal", 5, 1),
        RoundRequest(("dates",), "easy", 0, 1),
        RoundRequest(("dates",), "easy", MAX_COUNT + 1, 1),
        RoundRequest(("dates",), "easy", 5, -1),
        RoundRequest(("dates",), "easy", 5, CODE_SEEDS),
    ],
)
def test_what_fits_into_no_code(request_: RoundRequest) -> None:
    with pytest.raises(CodeImpossibleError):
        encode(request_, BANK)


def test_too_many_topics() -> None:
    bank = StubBank({f"topic {number}": [] for number in range(120)})
    with pytest.raises(CodeImpossibleError):
        encode(RoundRequest(bank.topics, "easy", 5, 1), bank)


def test_the_longest_code_has_thirty_characters() -> None:
    bank = StubBank({f"topic {number}": [] for number in range(50)})
    request = RoundRequest(bank.topics, "hard", MAX_COUNT, CODE_SEEDS - 1)
    code = encode(request, bank)
    assert len(bare(code)) == 30
    assert decode(code, bank) == request
