"""New content between rounds: what was saved while the game runs is played in the next round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from azun_quiz.tui.screens.home import HomeScreen

if TYPE_CHECKING:
    from azun_quiz.following import Follower
    from azun_quiz.library import Library
    from azun_quiz.tui.app import AzunQuiz


class Renewal:
    """Looks for changed files when the first screen comes back, and takes the new content over
    while it is in front; an open round goes on with what it began with.

    Content with more errors than that in use is told as problems and not played.
    """

    def __init__(self, quiz: AzunQuiz, follower: Follower) -> None:
        self._quiz = quiz
        self._follower = follower
        self._used = follower.library
        self._ready: Library | None = None

    def look(self) -> None:
        """Look whether files have changed, in a thread; take over what was found before."""
        self._take_over()
        self._quiz.run_worker(self._read, thread=True, exclusive=True, group="renewal")

    def _read(self) -> None:
        try:
            library = self._follower.open()
        except Exception as error:
            self._quiz.log.error(error)
            return
        if library is not self._used:
            self._quiz.call_from_thread(self._found, library)

    def _found(self, library: Library) -> None:
        self._ready = library
        self._take_over()

    def _take_over(self) -> None:
        """Use the new content if no screen is open that shows the old one."""
        quiz, library, session = self._quiz, self._ready, self._quiz.session
        if library is None or session is None or not isinstance(quiz.screen, HomeScreen):
            return
        self._ready = None
        quiz.problems = library.problems
        worse = _errors(library) > (_errors(self._used) if self._used is not None else 0)
        if not worse and len(library.bank):
            self._used = library
            session.use(library.bank)
            if quiz.t.code not in quiz.languages:
                quiz.use_language(quiz.languages[0])
        quiz.refill()


def _errors(library: Library) -> int:
    return sum(problem.severity == "error" for problem in library.problems)
