"""The program as the benchmarks start it: the command itself, with an empty history."""

PLAYED = """
from azun_quiz.cli import main

main(["--lang", "en"])
"""
