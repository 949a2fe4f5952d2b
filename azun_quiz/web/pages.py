"""The pages round the game: the welcome with its question for a name, the game, and notices."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from html import escape
from pathlib import Path
from string import Template

from azun_quiz.names import MAX_NAME_LENGTH
from azun_quiz.text.catalog import Messages, available
from azun_quiz.text.languages import language

_PAGES = Path(__file__).resolve().parent / "pages"
_STYLE = '<link rel="stylesheet" href="/static/serve.css">'
_GAME_FILES = (
    '<link rel="stylesheet" href="/static/xterm.css">',
    _STYLE,
    '<script src="/static/textual.js"></script>',
    '<script src="/static/serve.js"></script>',
)
"""What the page with the terminal loads; the others load the style alone."""


def welcome(t: Messages, *, name: str = "", trouble: str = "") -> str:
    """The page that asks for a name; ``trouble`` says what was wrong with the last one."""
    return _page(
        "welcome",
        t,
        ask=t("What is your name?"),
        name=name,
        trouble=trouble,
        play=t("Play"),
        guest=t("Play without a name"),
        note=t(
            "Your answers are kept under this name on the computer that runs the game."
            " This browser remembers who you are."
        ),
        longest=str(MAX_NAME_LENGTH),
        raw={"languages": _languages(t)},
    )


def game(t: Messages, *, socket: str, size: int, kept: bool) -> str:
    """The page with the terminal; ``socket`` is the address of its websocket.

    ``kept`` says whether answers are stored.
    """
    return _page(
        "game",
        t,
        socket=socket,
        size=str(size),
        waiting=t("The game is being opened."),
        ended=t("The game is over."),
        lost=t("The connection is lost."),
        stopped=t("The game was closed where it runs."),
        elsewhere=t("The game goes on in another window."),
        idle=t("Nothing was done here for a long time, so the game was closed."),
        failed=t("The game ended unexpectedly."),
        kept=t("Your answers are kept.") if kept else t("Your answers are not kept."),
        again=t("Go on playing"),
        leave=t("Play under another name"),
    )


def full(t: Messages, count: int) -> str:
    """The page for a visitor who finds no place."""
    words = t.plural(
        "Somebody is playing here already, and there is room for {count} player.",
        "All places are taken: {count} players are playing.",
        count,
    )
    return _page("notice", t, words=words, again=t("Try again"))


def notice(t: Messages, words: str) -> str:
    """A page that says something and leads back to the start."""
    return _page("notice", t, words=words, again=t("Try again"))


def _page(page: str, t: Messages, *, raw: dict[str, str] | None = None, **words: str) -> str:
    """A page filled with words, which are escaped, and ``raw`` HTML, which is not."""
    shown = {key: escape(value) for key, value in words.items()}
    title = escape(t("Azerbaijan and the United Nations"))
    head = _template("head").substitute(
        lang=escape(t.code),
        dir="rtl" if t.right_to_left else "ltr",
        title=title,
        files="\n".join(_GAME_FILES if page == "game" else (_STYLE,)),
    )
    return _template(page).substitute(
        shown, **(raw or {}), head=head.rstrip(), lang=escape(t.code), title=title
    )


def _languages(t: Messages) -> str:
    return " ".join(_link(code, current=code == t.code) for code in available())


def _link(code: str, *, current: bool) -> str:
    mark = ' aria-current="true"' if current else ""
    name = escape(language(code).name)
    return f'<a href="/?lang={escape(code)}" lang="{escape(code)}"{mark}>{name}</a>'


@cache
def _template(page: str) -> Template:
    return Template((_PAGES / f"{page}.html").read_text(encoding="utf-8"))


def language_of(accepted: str, known: Iterable[str], usual: str) -> str:
    """The language of a visitor, from the header Accept-Language (RFC 9110, 12.5.4)."""
    spoken = set(known)
    wishes: list[tuple[float, int, str]] = []
    for place, part in enumerate(accepted.split(",")[:20]):
        tag, _, quality = part.strip().partition(";q=")
        try:
            weight = float(quality or 1)
        except ValueError:
            continue
        code = tag.partition("-")[0].lower()
        if code in spoken and weight > 0:
            wishes.append((-weight, place, code))
    return min(wishes)[2] if wishes else usual
