"""Prints the history in the tables of the present version."""

from tests.store.versions import present

print(present(), end="")
