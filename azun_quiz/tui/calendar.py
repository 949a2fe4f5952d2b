"""Short names of weekdays and months, from CLDR."""

from __future__ import annotations

from functools import lru_cache

MAX_WEEKDAY_LENGTH = 3


@lru_cache
def weekdays(lang: str) -> tuple[str, ...]:
    """Monday to Sunday, in three letters at most."""
    from babel.dates import get_day_names

    for width in ("abbreviated", "narrow"):
        names = get_day_names(width, context="stand-alone", locale=lang)
        if max(map(len, names.values())) <= MAX_WEEKDAY_LENGTH:
            break
    return tuple(str(names[place]) for place in range(7))


@lru_cache
def months(lang: str) -> tuple[str, ...]:
    """January to December, short."""
    from babel.dates import get_month_names

    names = get_month_names("abbreviated", context="stand-alone", locale=lang)
    return tuple(str(names[place]) for place in range(1, 13))
