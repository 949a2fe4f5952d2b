"""The program as the benchmarks start it, with the real content."""

PLAYED = """
from azun_quiz.cli import main
main([])
"""
