"""Kills the program at random moments of everything that it does, and looks whether anything is
lost.

    python -m tests.kill [TIMES] [ACTIVITY...]

`fronts` and `playing` kill whole games on a pseudo-terminal, `jobs` kill processes that do one
thing over and over.
"""
