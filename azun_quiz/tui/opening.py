"""What is done behind the first picture: loading the content and opening the learner's data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from azun_quiz.settings import Trouble
from azun_quiz.text.catalog import N_

if TYPE_CHECKING:
    from azun_quiz.content.problems import Problem
    from azun_quiz.generator.bank import Bank
    from azun_quiz.store.errors import StoreDamagedError
    from azun_quiz.store.store import Store
    from azun_quiz.tui.app import AzunQuiz


class Opening:
    """Loads in a thread, then opens the store in the interface's own, then begins the session."""

    def __init__(self, quiz: AzunQuiz) -> None:
        self._quiz = quiz
        self._bank: Bank | None = None

    def load(self) -> None:
        """Load the content; runs in a thread."""
        try:
            bank, problems = self._quiz.services.load_content()
            len(bank)  # a bank makes its list of items when it is first asked
        except Exception as error:
            self._quiz.call_from_thread(self._failed, error)
            return
        import fsrs  # noqa: F401 (slow to import, and wanted at the first answer)

        self._quiz.call_from_thread(self._loaded, bank, problems)

    def _failed(self, error: Exception) -> None:
        """Say that there is nothing to play with; what does not need content works."""
        self._quiz.log.error(error)
        message = N_("The questions could not be loaded: {reason}.")
        reason = type(error).__name__ if self._quiz.services.served else error
        self._quiz.troubles.append(Trouble(message, {"reason": reason}))
        self._quiz.failed = True
        self._quiz.refill()

    def _loaded(self, bank: Bank, problems: Sequence[Problem]) -> None:
        self._bank = bank
        self._quiz.problems = problems
        self._open_store()

    def _open_store(self) -> None:
        from azun_quiz.store.errors import StoreDamagedError, StoreError
        from azun_quiz.store.store import Store

        try:
            store = self._quiz.services.open_store()
        except StoreDamagedError as error:
            if self._quiz.services.recover_store is None:
                self._begin(Store.in_memory(error))
            else:
                self._ask(error)
        except StoreError as error:
            self._begin(Store.in_memory(error))
        else:
            self._begin(store)

    def _ask(self, damage: StoreDamagedError) -> None:
        """Offer what can be done about damaged data; nothing is overwritten."""
        from azun_quiz.store.errors import StoreError
        from azun_quiz.store.store import Store
        from azun_quiz.tui.screens.dialog import AskScreen
        from azun_quiz.tui.widgets.menu import Entry

        def decided(answer: str | None) -> None:
            recover = self._quiz.services.recover_store
            if answer is None or recover is None:
                self._begin(Store.in_memory(damage))
                return
            try:
                recover(damage.backup if answer == "backup" else None)
            except StoreError as error:
                self._begin(Store.in_memory(error))
            else:
                self._open_store()

        t = self._quiz.t
        entries = [Entry("new", "n", t("Set them aside and start anew"))]
        if damage.backup is not None:
            name = damage.backup.name
            entries.insert(0, Entry("backup", "b", t("Go on with the backup"), name))
        title, words = t("Damaged data"), t(damage.message, **damage.params)
        self._quiz.push_screen(AskScreen(title, words, entries), decided)

    def _begin(self, store: Store) -> None:
        from azun_quiz.clocks import Clocks
        from azun_quiz.session import Session
        from azun_quiz.store.errors import PlayerNameError, StoreError
        from azun_quiz.store.store import Store

        quiz = self._quiz
        assert self._bank is not None
        if store.reason is not None:
            quiz.troubles += [
                Trouble(store.reason.message, store.reason.params),
                Trouble(N_("What you play now is not kept."), {}),
            ]
        name = quiz.services.player or quiz.settings.player
        clocks = Clocks(quiz.services.clock, quiz.services.steady_clock)
        try:
            session = Session(self._bank, store, quiz.t.code, name, clocks)
        except PlayerNameError as error:
            quiz.troubles.append(Trouble(error.message, error.params))
            session = Session(self._bank, store, quiz.t.code, clocks=clocks)
        except StoreError as error:
            store.close()
            self._begin(Store.in_memory(error))
            return
        quiz.begin(session)
