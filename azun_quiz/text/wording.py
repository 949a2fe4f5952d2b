"""Numbers, dates and spans in words, by the rules of each language.

Month names and plural categories come from CLDR through Babel. What CLDR does not have is the
usage of the United Nations in Arabic (both month names) and the case endings of Azerbaijani.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from azun_quiz.text import azerbaijani
from azun_quiz.text.languages import language

if TYPE_CHECKING:
    from babel import Locale

RANGE = {"en": "–", "az": "–"}
"""What stands between the ends of a range; a plain hyphen elsewhere."""

_UNITED_NATIONS_MONTHS = {"يونيو": "يونيه", "يوليو": "يوليه"}
"""Arabic month names that United Nations documents spell otherwise than CLDR."""


@lru_cache
def _locale(lang: str) -> Locale:
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse({"en": "en_GB"}.get(lang, lang), sep="-" if "-" in lang else "_")
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en_GB")


@lru_cache
def month_name(month: int, lang: str) -> str:
    """The name of a month (1 to 12) as it stands in a date."""
    from babel.dates import get_month_names

    if lang == "ar":
        eastern = get_month_names("wide", locale="ar_SY")[month]
        western = get_month_names("wide", locale="ar")[month]
        return f"{eastern}/{_UNITED_NATIONS_MONTHS.get(western, western)}"
    return str(get_month_names("wide", locale=_locale(lang))[month])


@lru_cache(maxsize=4096)
def day(year: int, month: int, day_of_month: int, lang: str, form: str = "default") -> str:
    """A date to the day.

    Forms in Azerbaijani: ``loc`` (on the day) and ``attr`` (of that date, before a noun).
    """
    if lang == "az":
        return _azerbaijani_day(year, month, day_of_month, form)
    if lang == "ar":
        return f"{day_of_month} {month_name(month, lang)} {year}"
    from babel.dates import format_date

    return format_date(date(year, month, day_of_month), "long", locale=_locale(lang))


def _azerbaijani_day(year: int, month: int, day_of_month: int, form: str) -> str:
    name = month_name(month, "az")
    year_text = azerbaijani.ordinal(year)
    if form == "loc":
        return f"{year_text} il {azerbaijani.genitive(name)} {azerbaijani.locative(day_of_month)}"
    plain = f"{day_of_month} {name} {year_text} il"
    return f"{plain} tarixli" if form == "attr" else plain


@lru_cache(maxsize=1024)
def month(year: int, month_of_year: int, lang: str, form: str = "default") -> str:
    """A month of a year; ``loc`` in Azerbaijani says in that month."""
    name = month_name(month_of_year, lang)
    if lang == "az":
        return f"{azerbaijani.ordinal(year)} ilin {name} ayı{'nda' if form == 'loc' else ''}"
    if lang in ("ar", "en"):
        return f"{name} {year}"
    from babel.dates import format_skeleton

    return format_skeleton("yMMMM", date(year, month_of_year, 1), locale=_locale(lang))


def year(value: int, lang: str, form: str = "default") -> str:
    """A year in figures; Azerbaijani has ``ord`` (1993-cü) and ``loc`` (1993-cü ildə)."""
    if lang == "az" and form == "ord":
        return azerbaijani.ordinal(value)
    if lang == "az" and form == "loc":
        return f"{azerbaijani.ordinal(value)} ildə"
    return str(value)


def years(first: int, last: int | None, lang: str, form: str = "default") -> str:
    """A range of years, both ends counted, or the one year; ``last`` None is an open end."""
    if last is None:
        return _open_years(first, lang)
    if first == last:
        return year(first, lang, form)
    text = f"{first}{RANGE.get(lang, '-')}{last}"
    if lang == "az" and form == "loc":
        return f"{text}-{azerbaijani.ordinal_ending(last)} illərdə"
    return text


def _open_years(first: int, lang: str) -> str:
    if lang == "az":
        return f"{azerbaijani.ordinal(first)} ildən"
    return {"en": f"since {first}", "ar": f"منذ عام {first}"}.get(lang, f"{first}–")


def number(value: int, lang: str, form: str = "default") -> str:
    """A whole number in figures, or as an ordinal (``ord``).

    Figures of five digits and more are grouped as CLDR says.
    """
    if form == "ord":
        return _ORDINALS.get(lang, str)(value)
    if abs(value) < 10_000:
        return str(value)
    from babel.numbers import format_decimal

    return format_decimal(value, locale=_locale(lang), numbering_system="latn")


def decimal(value: float, places: int, lang: str) -> str:
    """A number with so many decimal places, as the language writes it; never a minus before 0.

    Between words from right to left a mark keeps the minus on the left, as CLDR has it there.
    """
    from babel.numbers import format_decimal

    rounded = round(value, places) + 0.0
    pattern = f"0.{'0' * places}" if places else "0"
    text = format_decimal(rounded, format=pattern, locale=_locale(lang), numbering_system="latn")
    if rounded < 0 and language(lang).right_to_left:
        return f"\N{LEFT-TO-RIGHT MARK}{text}"
    return text


def _english_ordinal(value: int) -> str:
    if value % 100 in (11, 12, 13):
        return f"{value}th"
    return f"{value}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th') }"


_ORDINALS: Mapping[str, Callable[[int], str]] = {
    "en": _english_ordinal,
    "az": azerbaijani.ordinal,
}


@lru_cache(maxsize=1024)
def plural_category(value: int, lang: str) -> str:
    """The CLDR plural category of a number: ``one``, ``few``, ``other`` and so on."""
    return str(_locale(lang).plural_form(value))


def counted(value: int, forms: Mapping[str, str], lang: str) -> str:
    """A number with its unit, in the form that the number asks for.

    ``forms`` maps plural categories to wordings in which ``#`` stands for the figure; a wording
    without it says the number in words.
    """
    wording = forms.get(plural_category(value, lang), forms["other"])
    return wording.replace("#", number(value, lang))


@lru_cache(maxsize=256)
def joined(items: tuple[str, ...], lang: str) -> str:
    """A list in a sentence: ``a, b and c``."""
    from babel.lists import format_list

    return format_list(items, locale=_locale(lang))
