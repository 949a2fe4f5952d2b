"""The tables, and the steps that lead from one version to the next.

``STEPS[n]`` turns a file of version n into one of version n + 1; a new file takes all of them. A
step that was released never changes. Times are milliseconds since 1970 (UTC), durations are
milliseconds, days are ordinals on the player's own calendar (``datetime.date.toordinal``).
"""

from __future__ import annotations

APPLICATION_ID = 0x415A554E
"""Marks a file as ours: the letters AZUN."""

_PLAYER = """
CREATE TABLE player (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    folded TEXT NOT NULL UNIQUE,
    created INTEGER NOT NULL
) STRICT
"""

# ``state`` is the saved round while it is open. A round that ended without a score was given up.
# ``revision`` grows with each change, so that two processes cannot play one round at once.
_ROUND = """
CREATE TABLE round (
    id INTEGER PRIMARY KEY,
    player INTEGER NOT NULL REFERENCES player (id) ON DELETE CASCADE,
    mode TEXT NOT NULL,
    level TEXT NOT NULL,
    lang TEXT NOT NULL,
    topics TEXT NOT NULL,
    seed INTEGER NOT NULL,
    digest TEXT NOT NULL,
    origin TEXT NOT NULL,
    day INTEGER,
    count INTEGER NOT NULL,
    started INTEGER NOT NULL,
    touched INTEGER NOT NULL,
    ended INTEGER,
    score INTEGER,
    correct INTEGER NOT NULL DEFAULT 0,
    answered INTEGER NOT NULL DEFAULT 0,
    revision INTEGER NOT NULL DEFAULT 0,
    state TEXT,
    CHECK ((ended IS NULL) = (state IS NOT NULL))
) STRICT
"""

_ROUND_OPEN = "CREATE INDEX round_open ON round (player, touched) WHERE ended IS NULL"
_ROUND_ENDED = "CREATE INDEX round_ended ON round (player, ended) WHERE score IS NOT NULL"
_ROUND_BEST = """
CREATE INDEX round_best ON round (player, mode, level, count, score) WHERE score IS NOT NULL
"""
_ROUND_DAILY = "CREATE INDEX round_daily ON round (player, day) WHERE day IS NOT NULL"

# Answers are only ever added; one that was taken back keeps its row and the time of that.
_ANSWER = """
CREATE TABLE answer (
    id INTEGER PRIMARY KEY,
    round INTEGER NOT NULL REFERENCES round (id) ON DELETE CASCADE,
    player INTEGER NOT NULL REFERENCES player (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    item TEXT NOT NULL,
    seed INTEGER NOT NULL,
    chosen INTEGER,
    correct INTEGER NOT NULL,
    ms INTEGER NOT NULL,
    hints INTEGER NOT NULL,
    at INTEGER NOT NULL,
    day INTEGER NOT NULL,
    rating INTEGER,
    undone INTEGER
) STRICT
"""

_ANSWER_LIVE = "CREATE UNIQUE INDEX answer_live ON answer (round, place) WHERE undone IS NULL"
_ANSWER_ITEM = "CREATE INDEX answer_item ON answer (player, item)"
_ANSWER_ROUND = "CREATE INDEX answer_round ON answer (round) WHERE undone IS NOT NULL"

# What follows from the answers, kept up to date in the transaction that stores them.
_PROGRESS = """
CREATE TABLE progress (
    player INTEGER NOT NULL REFERENCES player (id) ON DELETE CASCADE,
    item TEXT NOT NULL,
    asked INTEGER NOT NULL,
    correct INTEGER NOT NULL,
    ms INTEGER NOT NULL,
    last INTEGER,
    last_correct INTEGER NOT NULL,
    missed_at INTEGER,
    missed_seed INTEGER,
    missed_level TEXT,
    missed_lang TEXT,
    missed_chosen INTEGER,
    known_at INTEGER,
    state INTEGER,
    step INTEGER,
    stability REAL,
    difficulty REAL,
    due INTEGER,
    reviewed INTEGER,
    PRIMARY KEY (player, item)
) STRICT, WITHOUT ROWID
"""

_PROGRESS_DUE = "CREATE INDEX progress_due ON progress (player, due) WHERE due IS NOT NULL"
_PROGRESS_MISSED = """
CREATE INDEX progress_missed ON progress (player, missed_at) WHERE missed_at IS NOT NULL
"""

_DAY = """
CREATE TABLE day (
    player INTEGER NOT NULL REFERENCES player (id) ON DELETE CASCADE,
    day INTEGER NOT NULL,
    asked INTEGER NOT NULL,
    correct INTEGER NOT NULL,
    ms INTEGER NOT NULL,
    PRIMARY KEY (player, day)
) STRICT, WITHOUT ROWID
"""

_FLAG = """
CREATE TABLE flag (
    id INTEGER PRIMARY KEY,
    player INTEGER NOT NULL REFERENCES player (id) ON DELETE CASCADE,
    item TEXT NOT NULL,
    seed INTEGER NOT NULL,
    level TEXT NOT NULL,
    lang TEXT NOT NULL,
    digest TEXT NOT NULL,
    reason TEXT NOT NULL,
    note TEXT NOT NULL,
    at INTEGER NOT NULL,
    closed INTEGER
) STRICT
"""

_FLAG_PLAYER = "CREATE INDEX flag_player ON flag (player, closed)"

# The word under which a player's answers are handed on; it is drawn when it is first needed.
_PSEUDONYM = """
CREATE TABLE pseudonym (
    player INTEGER PRIMARY KEY REFERENCES player (id) ON DELETE CASCADE,
    word TEXT NOT NULL UNIQUE
) STRICT
"""

# The numbers of players who were removed. They are never given again: a window that is still open
# for one of them would write to somebody else.
_REMOVED = "CREATE TABLE removed (player INTEGER PRIMARY KEY) STRICT"

STEPS: tuple[tuple[str, ...], ...] = (
    (
        _PLAYER,
        _ROUND,
        _ROUND_OPEN,
        _ROUND_ENDED,
        _ROUND_BEST,
        _ROUND_DAILY,
        _ANSWER,
        _ANSWER_LIVE,
        _ANSWER_ITEM,
        _ANSWER_ROUND,
        _PROGRESS,
        _PROGRESS_DUE,
        _PROGRESS_MISSED,
        _DAY,
        _FLAG,
        _FLAG_PLAYER,
    ),
    (_PSEUDONYM,),
    (_REMOVED,),
)


def version() -> int:
    """The version of the tables that this program writes."""
    return len(STEPS)
