"""Opening the full-screen program."""

from __future__ import annotations

import time
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from azun_quiz.commands.support import playing
from azun_quiz.commands.support.environment import Environment
from azun_quiz.settings import load as load_settings
from azun_quiz.settings import save as save_settings

if TYPE_CHECKING:
    from azun_quiz.content.problems import Problem
    from azun_quiz.generator.bank import Bank


def run_screen(args: Namespace, env: Environment, *, start: Any = None) -> int:
    """Run the full-screen program until it is left; the exit code."""
    from azun_quiz.following import Follower
    from azun_quiz.tui.app import AzunQuiz
    from azun_quiz.tui.services import Services

    settings_file = env.places.settings
    settings, troubles = load_settings(settings_file)

    follower = Follower(lambda: env.packs(args), env.places.content, env.listings)

    def load_content() -> tuple[Bank, Sequence[Problem]]:
        library = follower.open()
        return library.bank, library.problems

    def recover_store(backup: Path | None) -> object:
        from azun_quiz.store.recovery import recover

        return recover(env.places.store, now_ms=round(time.time() * 1000), backup=backup)

    services = Services(
        load_content=load_content,
        follower=follower,
        open_store=lambda: playing.open_store(env),
        recover_store=recover_store,
        settings=settings,
        troubles=troubles,
        save_settings=lambda changed: save_settings(settings_file, changed),
        player=args.player or "",
    )
    app = AzunQuiz(services, lang=env.language(args.lang, settings.language), start=start)
    app.run()
    if app.session is not None and app.session.writable:
        playing.back_up(env)
    return app.return_code or 0
