"""The program as the benchmarks start it, with the real content and an empty history."""

PLAYED = """
import sys
from pathlib import Path

home = Path(sys.argv[1])


def content():
    from azun_quiz.library import open_library, packs
    from azun_quiz.paths import places

    library = open_library(packs(places()))
    return library.bank, library.problems


def store():
    import time

    from azun_quiz.store.store import Store

    return Store.open(home / "learner.db", now_ms=int(time.time() * 1000))


from azun_quiz.settings import Settings
from azun_quiz.tui.app import AzunQuiz
from azun_quiz.tui.services import Services

AzunQuiz(Services(content, store, settings=Settings(count=20))).run()
"""
