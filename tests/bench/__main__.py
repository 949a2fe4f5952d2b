"""All measurements of the program itself, one after the other: python -m tests.bench"""

from __future__ import annotations

from tests.bench import (
    bench_check,
    bench_content,
    bench_feedback,
    bench_first_paint,
    bench_memory,
    bench_refresh,
    bench_righttoleft,
    bench_screens,
)
from tests.bench.table import heading

if __name__ == "__main__":
    heading()
    bench_content.loading()  # first: later the reference pays for what others left in memory
    bench_first_paint.main()
    bench_feedback.main()
    bench_screens.main()
    bench_memory.main()
    bench_righttoleft.main()
    bench_content.generating()
    bench_content.growing()
    bench_refresh.main()
    bench_check.checking()
    bench_check.broken()
