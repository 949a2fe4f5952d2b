"""Moments, as the game and the store hold them."""

from __future__ import annotations

Milliseconds = int
"""A moment: milliseconds since the beginning of 1970 in UTC, leap seconds left out (Unix time)."""
