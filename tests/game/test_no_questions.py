"""What is said where there is nothing to ask."""

from __future__ import annotations

from collections.abc import Iterable

from azun_quiz.game.no_questions import no_questions_error


class _Bank:
    """A bank with one question, in one language and on one topic."""

    topics = ("rivers",)
    languages = ("az",)

    def ids(self, topics: Iterable[str] | None = None, lang: str | None = None) -> tuple[str, ...]:
        return ("one",) if "rivers" in (topics or ()) and lang in (None, "az") else ()


def test_another_language_is_named_if_it_has_the_topic() -> None:
    error = no_questions_error(_Bank(), ("rivers",), "en")
    assert (error.params["language"], error.params["known"]) == ("en", "az")


def test_a_topic_is_named_if_none_is_asked_by_default() -> None:
    error = no_questions_error(_Bank(), (), "az")
    assert error.params["known"] == "rivers"


def test_a_topic_that_nobody_asks_about_has_no_other_language() -> None:
    error = no_questions_error(_Bank(), ("lakes",), "en")
    assert not error.params
