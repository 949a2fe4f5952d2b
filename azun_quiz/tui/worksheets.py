"""Questions as a file in the player's hands: saved on this machine, or sent to a browser."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from azun_quiz.export.sheet import Sheet
    from azun_quiz.generator.item import Item
    from azun_quiz.session import Session
    from azun_quiz.text.catalog import Messages
    from azun_quiz.tui.app import AzunQuiz

FORMAT = "html"
_NAME = "azun-quiz"


def hand_over(quiz: AzunQuiz, session: Session, items: Iterable[Item]) -> None:
    """Make a worksheet of items and give it to the player, and say where it is."""
    from azun_quiz.export.registry import format_named

    t = quiz.t
    form = format_named(FORMAT)
    data = b"".join(form.pieces(_sheet(session, items, t)))
    moment = session.moment().strftime("%Y-%m-%d-%H%M")
    name = f"{_NAME}-{moment}"
    if quiz.services.served:
        quiz.deliver_binary(
            BytesIO(data), save_filename=f"{name}{form.SUFFIX}", mime_type=f"text/{FORMAT}"
        )
        quiz.tell(t("The worksheet is on its way to your browser's downloads."))
        return
    try:
        path = saved(quiz.services.downloads(), name, form.SUFFIX, data)
    except OSError as error:
        reason = error.strerror or error
        quiz.tell(t("The worksheet cannot be saved: {reason}.", reason=reason), severity="error")
    else:
        quiz.tell(t("The worksheet is saved: {path}", path=path))


def _sheet(session: Session, items: Iterable[Item], t: Messages) -> Sheet:
    from azun_quiz.export.sheet import Sheet
    from azun_quiz.names import topic_name

    bank = session.bank
    return Sheet(
        items,
        t,
        title=t("Azerbaijan and the United Nations"),
        topics={topic: topic_name(bank, topic, t) for topic in bank.topics},
        remark=bank.remark,
    )


def saved(directory: Path, name: str, suffix: str, data: bytes) -> Path:
    """Write a file whole, under a name that is free.

    Raises:
        OSError: nothing can be written there.
    """
    from azun_quiz.writing import write_whole

    directory.mkdir(parents=True, exist_ok=True)
    path = next(path for path in _names(directory, name, suffix) if not path.exists())
    write_whole(path, [data])
    return path


def _names(directory: Path, name: str, suffix: str) -> Iterator[Path]:
    yield directory / f"{name}{suffix}"
    for number in count(2):
        yield directory / f"{name}-{number}{suffix}"
