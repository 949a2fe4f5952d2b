"""The game of one visitor of ``serve``, in a process of its own.

``serve`` starts this module; it is no command. The player is fixed, settings last as long as the
visit, and nothing that a visitor can do reaches a file but the store.
"""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from azun_quiz.commands.support.environment import Environment
from azun_quiz.paths import STORE
from azun_quiz.settings import load as load_settings

if TYPE_CHECKING:
    from azun_quiz.content.problems import Problem
    from azun_quiz.generator.bank import Bank
    from azun_quiz.store.store import Store


def main(argv: Sequence[str] | None = None) -> int:
    """Run the game until it is left; the exit code."""
    from azun_quiz.commands.support import playing
    from azun_quiz.tui.app import AzunQuiz
    from azun_quiz.tui.services import Services

    parser = ArgumentParser()
    parser.add_argument("--player", required=True)
    parser.add_argument("--lang", required=True)
    parser.add_argument("--content", action="append", type=Path, dest="content_before")
    parser.add_argument("--only-content", action="store_true")
    args = parser.parse_args(argv)
    env = Environment()
    env.use_catalogs(args)
    settings, _ = load_settings(env.places.settings)

    def load_content() -> tuple[Bank, Sequence[Problem]]:
        library = env.library(args)
        return library.bank, library.problems

    def open_store() -> Store:
        from azun_quiz.store.errors import StoreUnwritableError
        from azun_quiz.store.store import Store

        # By its name alone: where it lies is nothing that a visitor is told.
        try:
            os.chdir(env.places.data)
        except OSError as error:
            raise StoreUnwritableError(path=Path(STORE), reason=error.strerror) from error
        return Store.open(Path(STORE), now_ms=playing.now_ms(env))

    services = Services(
        load_content=load_content,
        open_store=open_store,
        settings=settings.changed(bidi="app", language=args.lang, player=args.player),
        player=args.player,
        served=True,
    )
    app = AzunQuiz(services, lang=args.lang)
    app.run()
    return app.return_code or 0


if __name__ == "__main__":
    sys.exit(main())
