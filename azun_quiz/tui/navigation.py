"""Going from screen to screen, by menus, keys and the command palette alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from azun_quiz.tui.telling import TOLD

if TYPE_CHECKING:
    from azun_quiz.session import Session
    from azun_quiz.sitting import Sitting
    from azun_quiz.tui.app import AzunQuiz
    from azun_quiz.tui.starting import Start

_FOR_OWNERS = frozenset({"players", "problems", "workbench"})
"""What only those see who own the machine: other players, and files."""


class Navigation:
    """Opens screens. Screens are imported when they are first opened."""

    def __init__(self, quiz: AzunQuiz) -> None:
        self._quiz = quiz
        self._openers: Mapping[str, Callable[[Session], None]] = {
            "continue": self._continue,
            "new": self._new,
            "daily": self._daily,
            "review": self.review,
            "statistics": self._statistics,
            "players": self._players,
            "workbench": self._workbench,
        }

    def open(self, name: str) -> None:
        """Open what a line of the first screen names, as soon as the content is there."""
        if not self.has(name):
            return
        if name == "settings":
            self._settings()
        elif name == "problems":
            self._problems()
        else:
            self._quiz.when_ready(lambda session: self._openers[name](session))

    def has(self, name: str) -> bool:
        """Whether there is such a line: not every one is there for a visitor in a browser."""
        services = self._quiz.services
        if name == "workbench" and services.follower is None:
            return False
        return not services.served or name not in _FOR_OWNERS

    def home(self, then: str = "") -> None:
        """Back to the first screen, and on from there."""
        while len(self._quiz.screen_stack) > 1:
            self._quiz.pop_screen()
        if then:
            self.open(then)

    def play(self, sitting: Sitting) -> None:
        """Play a round; what was open above the first screen is closed."""
        from azun_quiz.tui.screens.round import RoundScreen

        self.home()
        sitting.resume()
        assert self._quiz.session is not None
        self._quiz.push_screen(RoundScreen(self._quiz.session, sitting))

    def practise(self, items: Sequence[str]) -> None:
        """Play a round of these items."""
        self._quiz.when_ready(lambda session: self._practise(session, items))

    def _practise(self, session: Session, items: Sequence[str]) -> None:
        level = self._quiz.settings.level
        self.try_to(lambda: session.practise(items, level=level))

    def try_to(self, begin: Callable[[], Sitting]) -> None:
        """Play a round, or say why it cannot be played."""
        try:
            sitting = begin()
        except TOLD as error:
            self._quiz.explain(error)
        else:
            self.play(sitting)

    def begin(self, start: Start) -> None:
        """Go where the command line asked to go."""

        def go(session: Session) -> None:
            from azun_quiz.tui.starting import begin

            begin(self, session, start, self._quiz.wish())

        self._quiz.when_ready(go)

    def _continue(self, session: Session) -> None:
        sitting = session.unfinished()
        if sitting is not None:
            self.play(sitting)

    def _new(self, session: Session) -> None:
        from azun_quiz.tui.screens.setup import SetupScreen

        self._quiz.push_screen(SetupScreen(session))

    def _daily(self, session: Session) -> None:
        if session.daily_result() is not None:
            self._quiz.tell(self._quiz.t("Today's round is played; this one is for practice."))
        self.try_to(session.daily)

    def review(self, session: Session, topics: Sequence[str] = ()) -> None:
        """Look through what was missed, of all topics or of one."""
        from azun_quiz.tui.screens.review import ReviewScreen

        self._quiz.push_screen(ReviewScreen(session, topics[0] if len(topics) == 1 else ""))

    def _statistics(self, session: Session) -> None:
        from azun_quiz.tui.screens.statistics import StatisticsScreen

        self._quiz.push_screen(StatisticsScreen(session))

    def _players(self, session: Session) -> None:
        from azun_quiz.tui.screens.players import PlayersScreen

        self._quiz.push_screen(PlayersScreen(session))

    def _workbench(self, _session: Session) -> None:
        from azun_quiz.tui.screens.workbench import WorkbenchScreen

        follower = self._quiz.services.follower
        if follower is not None and follower.library is not None:
            self._quiz.push_screen(WorkbenchScreen(follower, follower.library))

    def _settings(self) -> None:
        from azun_quiz.tui.screens.settings import SettingsScreen

        self._quiz.push_screen(SettingsScreen())

    def _problems(self) -> None:
        from azun_quiz.tui.screens.problems import ProblemsScreen

        self._quiz.push_screen(ProblemsScreen())
