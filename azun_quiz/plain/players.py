"""Who plays on this machine, line by line: another player, another name, one the fewer."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from azun_quiz.errors import UserError
from azun_quiz.game.errors import WordedError
from azun_quiz.names import player_name
from azun_quiz.plain import keys
from azun_quiz.plain.console import Console
from azun_quiz.roster import is_named, what_goes
from azun_quiz.session import Session

RENAME, REMOVE, YES = "r", "x", "y"


class Players:
    """Lists the players, lets one of them play, and changes or removes them.

    ``keep`` is told of settings that change; ``remembered`` is the player that the settings name.
    """

    def __init__(
        self, console: Console, session: Session, keep: Callable[..., None], remembered: str
    ) -> None:
        self.console = console
        self.session = session
        self._keep = keep
        self._remembered = remembered

    def run(self) -> bool:
        """List the players and do what is asked; True, as the player is still there."""
        while self._offer():
            pass
        return True

    def _offer(self) -> bool:
        """List the players and do one thing; whether the list is to be told again."""
        console, names = self.console, self.session.players()
        for index, name in enumerate(names, start=1):
            console.line(f"{index}: {player_name(name, console.t)}")
        console.say("Type a number or a new name; q goes back.")
        console.say("r and a number gives a player another name; x and a number removes one.")
        line = console.ask(console.t("Your choice:"))
        if line.lower() == keys.QUIT:
            return False
        for letter, change in ((RENAME, self._rename), (REMOVE, self._remove)):
            text = keys.after(letter, line)
            if text is not None and text.isdecimal():
                self._try(change, names, text)
                return True
        number = keys.number(line, len(names))
        self.session.switch(line if number is None else names[number - 1])
        self._remember(self.session.player)
        return False

    def _try(self, change: Callable[[str], None], names: Sequence[str], text: str) -> None:
        """Change the player of a number; what goes wrong is told."""
        number = keys.number(text, len(names))
        if number is None:
            self.console.say("Type a number from the list.")
            return
        try:
            change(names[number - 1])
        except (UserError, WordedError) as error:
            self.console.explain(error)

    def _rename(self, name: str) -> None:
        console = self.console
        console.say("Player: {name}", name=player_name(name, console.t))
        console.say("Type the new name; q goes back.")
        new = console.ask(console.t("New name:"))
        if new.lower() in ("", keys.QUIT):
            return
        new = self.session.rename(name, new)
        self._changed(name, new)
        console.say("The player is now called {name}.", name=new)

    def _remove(self, name: str) -> None:
        console, session = self.console, self.session
        console.say("Player: {name}", name=player_name(name, console.t))
        console.line(what_goes(console.t, session.answers_of(name)))
        console.say("Type y to remove the player; anything else keeps everything.")
        if console.ask(console.t("Your choice:")).lower() != YES:
            console.say("Nothing is removed.")
            return
        before = session.player_id
        session.remove(name)
        self._changed(name, "")
        if session.player_id == before:
            console.say("The player is removed.")
        else:
            console.say("The player is removed; the one without a name plays now.")

    def _changed(self, name: str, new: str) -> None:
        """A player is called otherwise, or no longer there; the settings may speak of them."""
        if is_named(name, self._remembered):
            self._remember(new)

    def _remember(self, name: str) -> None:
        self._remembered = name
        self._keep(player=name)
