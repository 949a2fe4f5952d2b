"""What is counted, and what must not happen."""

from __future__ import annotations

from dataclasses import dataclass, field


class Lost(Exception):  # noqa: N818 (it is what these programs look for)
    """Something that was acknowledged is not there any more, or a file is half written."""


@dataclass
class Count:
    """What came of all trials of one activity.

    ``acknowledged`` counts answers, or finished pieces of work, that had been said to be stored
    before the process was killed.
    """

    kills: int = 0
    acknowledged: int = 0
    resumed: int = 0
    finished: int = 0
    unbegun: int = 0
    unseen: int = 0
    lost: list[str] = field(default_factory=list)

    def told(self, name: str) -> str:
        """A line that sums up."""
        notes = {
            "acknowledged": self.acknowledged,
            "stored but not yet shown": self.unseen,
            "rounds resumed": self.resumed,
            "rounds finished": self.finished,
            "not yet begun": self.unbegun,
        }
        said = ", ".join(f"{number} {note}" for note, number in notes.items() if number)
        said = said or "nothing acknowledged"
        return f"{name:8} {self.kills:5} kills: {said}; {len(self.lost)} lost"
