"""The signs that stand beside words, the same on every screen.

Each tells its meaning by shape, so that none depends on colour.
"""

RIGHT = "✓"
WRONG = "✗"
SKIPPED = "○"
CHOSEN = "●"
TAKEN_AWAY = "–"
CURSOR = "›"
FLAG = "⚑"
KNOT = "◆"
OPEN_KNOT = "◇"
PRESENT_KNOT = "◈"
STAR = "✷"
THREAD = "─"
