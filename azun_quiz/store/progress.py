"""What a player knows and misses: the review list, the schedule and the days of play."""

from __future__ import annotations

from collections.abc import Container, Iterator
from itertools import islice

from azun_quiz.game.records import DayRecord, ItemRecord
from azun_quiz.moments import Milliseconds
from azun_quiz.store import answers
from azun_quiz.store.part import Part
from azun_quiz.store.rows import ITEMS, day_record, item_record

_NAMES = "SELECT item FROM progress"
_NOT_KNOWN = "(known_at IS NULL OR known_at < missed_at)"


class Progress(Part):
    """Records of items and days.

    ``among`` limits a list to items that can be asked, such as the ids of some topics of the bank:
    items that the content no longer has stay stored and are passed over.
    """

    def items(self, player: int) -> tuple[ItemRecord, ...]:
        """The records of all items that a player met, by id."""
        with self._database.reading() as connection:
            rows = connection.execute(f"{ITEMS} WHERE player = ?", (player,))
            return tuple(map(item_record, rows))

    def item_of(self, player: int, item: str) -> ItemRecord:
        """A player's record of one item; an empty one if it was never answered."""
        with self._database.reading() as connection:
            return answers.progress(connection, player, item)

    def missed(
        self, player: int, *, among: Container[str] | None = None, mended: bool = False
    ) -> tuple[ItemRecord, ...]:
        """Items whose last answer was wrong and that the player does not call known.

        With ``mended``, also those that were answered correctly since. The last missed comes first.
        """
        wish = "" if mended else " AND last_correct = 0"
        with self._database.reading() as connection:
            rows = connection.execute(
                f"{ITEMS} WHERE player = ? AND missed_at IS NOT NULL"
                f" AND {_NOT_KNOWN}{wish} ORDER BY missed_at DESC, item",
                (player,),
            )
            return tuple(_among(map(item_record, rows), among))

    def due(
        self,
        player: int,
        at: Milliseconds,
        *,
        among: Container[str] | None = None,
        limit: int | None = None,
    ) -> tuple[ItemRecord, ...]:
        """Items to be reviewed at ``at``, the longest due first."""
        with self._database.reading() as connection:
            rows = connection.execute(
                f"{ITEMS} WHERE player = ? AND due <= ? AND {_NOT_KNOWN} ORDER BY due, item",
                (player, at),
            )
            return tuple(islice(_among(map(item_record, rows), among), limit))

    def due_count(
        self, player: int, at: Milliseconds, *, among: Container[str] | None = None
    ) -> int:
        """How many items ``due`` would give."""
        with self._database.reading() as connection:
            rows = connection.execute(
                f"{_NAMES} WHERE player = ? AND due <= ? AND {_NOT_KNOWN}",
                (player, at),
            )
            return sum(among is None or item in among for (item,) in rows)

    def recent(self, player: int) -> dict[str, float]:
        """When each item was last answered, in milliseconds since 1970."""
        with self._database.reading() as connection:
            return dict(
                connection.execute(
                    "SELECT item, last FROM progress WHERE player = ? AND last IS NOT NULL",
                    (player,),
                ).fetchall()
            )

    def mark_known(self, player: int, item: str, *, at: Milliseconds) -> None:
        """Take an item off the review list until it is missed again."""
        self._set_known(player, item, at)

    def unmark_known(self, player: int, item: str) -> None:
        """Put an item back on the review list."""
        self._set_known(player, item, None)

    def days(self, player: int, *, since: int = 0) -> tuple[DayRecord, ...]:
        """The days with answers, in order, from the day ``since`` (``datetime.date.toordinal``)."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT day, asked, correct, ms FROM day WHERE player = ? AND day >= ?"
                " ORDER BY day",
                (player, since),
            )
            return tuple(map(day_record, rows))

    def _set_known(self, player: int, item: str, at: Milliseconds | None) -> None:
        with self._database.writing() as connection:
            record = answers.progress(connection, player, item)
            if record.miss is not None and at is not None:
                at = max(at, record.miss.at)
            connection.execute(
                "UPDATE progress SET known_at = ? WHERE player = ? AND item = ?",
                (at, player, item),
            )


def _among(records: Iterator[ItemRecord], among: Container[str] | None) -> Iterator[ItemRecord]:
    return (record for record in records if among is None or record.item in among)
