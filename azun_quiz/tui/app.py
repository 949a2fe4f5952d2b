"""The program in the terminal: what holds the screens together."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.worker import WorkerFailed

from azun_quiz.settings import Settings, Trouble
from azun_quiz.text.catalog import N_, Messages, messages
from azun_quiz.text.languages import BUILT_IN, DEFAULT, language
from azun_quiz.tui import phrases
from azun_quiz.tui.navigation import Navigation
from azun_quiz.tui.righttoleft import RightToLeftApp
from azun_quiz.tui.screens.home import HomeScreen
from azun_quiz.tui.screens.page import Page
from azun_quiz.tui.telling import TOLD, Telling
from azun_quiz.tui.themes import THEMES

if TYPE_CHECKING:
    from azun_quiz.content.problems import Problem
    from azun_quiz.errors import UserError
    from azun_quiz.game.errors import WordedError
    from azun_quiz.session import Session, Wish
    from azun_quiz.terminal import ExplicitMode
    from azun_quiz.tui.renewal import Renewal
    from azun_quiz.tui.services import Services
    from azun_quiz.tui.starting import Start
    from azun_quiz.tui.widgets.choice_row import Choice


_STYLES: list[str | PurePath] = ["app.tcss", "screens/home.tcss"]


class AzunQuiz(Telling, RightToLeftApp[None]):
    """The quiz as a full-screen program.

    It paints its first screen before anything slow is done. Then the store is opened, and the
    content is loaded in a thread; `when_ready` waits for both.
    """

    TITLE = "azun-quiz"
    CSS_PATH = _STYLES
    COMMAND_PALETTE_DISPLAY = "^p"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "next_language", N_("Language"), key_display="F2", id="app.language"),
        Binding("f3", "next_theme", N_("Colours"), key_display="F3", show=False, id="app.theme"),
        Binding("question_mark,f1", "help", N_("Help"), key_display="?", id="app.help"),
        Binding("ctrl+q", "quit", N_("Quit"), show=False, id="app.quit"),
    ]

    def __init__(
        self, services: Services, *, lang: str = DEFAULT, start: Start | None = None
    ) -> None:
        super().__init__()
        self.services = services
        self.settings = services.settings
        self.t: Messages = messages(lang)
        self.session: Session | None = None
        self.problems: Sequence[Problem] = ()
        self.failed = False
        self.troubles: list[Trouble] = list(services.troubles)
        self.navigation = Navigation(self)
        self.renewal: Renewal | None = None
        self._explicit: ExplicitMode | None = None
        self._waiting: list[Callable[[Session], object]] = []
        for theme in THEMES:
            self.register_theme(theme)
        # Set without its watcher, which would style everything a second time.
        self.set_reactive(App.theme, self.settings.theme)
        self.set_class(self.current_theme.dark, "-dark-mode", update=False)
        self.set_class(not self.current_theme.dark, "-light-mode", update=False)
        self.stylesheet.set_variables(self.get_css_variables())
        self._turn()
        if self.settings.keys:
            self.set_keymap(dict(self.settings.keys))
        if start is not None:
            self.navigation.begin(start)

    def get_default_screen(self) -> Screen[Any]:
        """The first screen."""
        return HomeScreen()

    # What is slow is done behind the first picture.

    def on_ready(self) -> None:
        """The first picture is on the screen: load the content, then open the store."""
        from azun_quiz.tui.opening import Opening

        self._turn()
        self.run_worker(Opening(self).load, thread=True)

    def on_unmount(self) -> None:
        """Leave the terminal as it was."""
        if self._explicit is not None:
            self._explicit.stop()
        if self.session is not None:
            self.session.close()

    def begin(self, session: Session) -> None:
        """The content and the store are there."""
        self.session = session
        if self.services.follower is not None:
            from azun_quiz.tui.renewal import Renewal

            self.renewal = Renewal(self, self.services.follower)
        if self.t.code not in self.languages:
            self.use_language(DEFAULT)
        self.refill()
        waiting, self._waiting = self._waiting, []
        for action in waiting:
            action(session)

    @property
    def ready(self) -> bool:
        """Whether the content is there."""
        return self.session is not None

    def when_ready(self, action: Callable[[Session], object]) -> None:
        """Do something as soon as the content is there."""
        if self.session is not None:
            action(self.session)
        else:
            self._waiting.append(action)

    def refill(self) -> None:
        """Put present values into the screens."""
        for screen in self.screen_stack:
            if isinstance(screen, Page):
                screen.fill()

    # Words.

    @property
    def languages(self) -> tuple[str, ...]:
        """Codes of the languages that can be played in."""
        if self.session is None:
            return BUILT_IN
        return self.session.languages or (DEFAULT,)

    def use_language(self, code: str) -> None:
        """Speak another language, on all screens."""
        if code == self.t.code:
            return
        self.t = messages(code)
        if self.session is not None:
            self.session.lang = code
        self._turn()
        self.run_worker(self._retell(), exclusive=True, group="language")

    def _turn(self) -> None:
        """Run in the direction in which the language is written, unless the terminal does that."""
        ours = False
        if self.t.right_to_left:
            from azun_quiz.terminal import ExplicitMode, bidi_mode

            ours = bidi_mode(self.settings.bidi, os.environ) == "app"  # type: ignore[arg-type]
            if ours and self._explicit is None:
                self._explicit = ExplicitMode(sys.__stderr__ or sys.stderr)
        self.right_to_left = ours
        if self._explicit is not None and self.is_running and not self.is_headless:
            if ours:
                self._explicit.start()
            else:
                self._explicit.stop()

    async def _retell(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, Page):
                await screen.retell()

    def action_next_language(self) -> None:
        """Speak the next language."""
        codes = self.languages
        index = codes.index(self.t.code) if self.t.code in codes else -1
        code = codes[(index + 1) % len(codes)]
        self.change_settings(language=code)

    def action_next_theme(self) -> None:
        """Use the next theme."""
        names = [theme.name for theme in THEMES]
        self.change_settings(theme=names[(names.index(self.theme) + 1) % len(names)])

    def language_choices(self) -> list[Choice]:
        """The languages, each under its own name."""
        from azun_quiz.tui.widgets.choice_row import Choice

        return [Choice(code, language(code).name) for code in self.languages]

    # Settings.

    def change_settings(self, **values: Any) -> None:
        """Take over changed settings and keep them."""
        self.settings = self.settings.changed(**values)
        self._apply(self.settings)
        try:
            self.services.save_settings(self.settings)
        except OSError as error:
            message = self.t("The settings could not be kept: {reason}.", reason=error.strerror)
            self.tell(message, severity="warning")

    def _apply(self, settings: Settings) -> None:
        if settings.theme != self.theme:
            self.theme = settings.theme
        if settings.language:
            self.use_language(settings.language)
        self._turn()

    def wish(self) -> Wish:
        """The round that the settings speak of."""
        from azun_quiz.session import Wish

        return Wish.usual(self.settings)

    def tell(self, message: str, *, severity: str = "information") -> None:
        """Say something in passing."""
        self.notify(message, severity=severity, markup=False)  # type: ignore[arg-type]

    def explain(self, error: UserError | WordedError) -> None:
        """Say what went wrong and what to do."""
        self.tell(phrases.in_words(error, self.t), severity="error")

    async def run_action(self, action: Any, *where: Any, **how: Any) -> bool:
        """Do what a key or a click asks for; what goes wrong in words is told."""
        try:
            return await super().run_action(action, *where, **how)
        except TOLD as error:
            self.explain(error)
            return True

    def _handle_exception(self, error: Exception) -> None:
        """What no handler caught: callbacks, timers and threads may fail in words too."""
        cause = error.error if isinstance(error, WorkerFailed) else error
        if isinstance(cause, TOLD):
            self.explain(cause)
        else:
            super()._handle_exception(error)

    # Ways to go that are open from everywhere.

    def action_help(self) -> None:
        """Show keys and rules."""
        from azun_quiz.tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen))

    def action_command_palette(self) -> None:
        """Show all commands."""
        from textual.command import CommandPalette

        if not CommandPalette.is_open(cast("App[object]", self)):
            words = self.t("Search for a command")
            self.push_screen(CommandPalette(placeholder=words, id="--command-palette"))

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Every action of the screen, and those of the whole program."""
        seen: set[str] = set()
        for active in screen.active_bindings.values():
            binding = active.binding
            if not (binding.id and binding.description) or binding.action in seen:
                continue
            seen.add(binding.action)
            words = self.t(binding.description)
            keys = self.t("Key: {key}", key=self.get_key_display(binding))
            yield SystemCommand(words, keys, self._presser(active.node, binding.action))
        if isinstance(screen, Page):
            yield from screen.commands()

    def _presser(self, node: Any, action: str) -> Callable[[], object]:
        async def press() -> None:
            await self.run_action(action, default_namespace=node)

        return press
