"""All measurements, one after the other: python -m tests.bench"""

from __future__ import annotations

from tests.bench import (
    bench_content,
    bench_feedback,
    bench_first_paint,
    bench_refresh,
    bench_righttoleft,
)

if __name__ == "__main__":
    bench_content.loading()
    bench_content.generating()
    bench_content.growing()
    bench_refresh.main()
    bench_first_paint.main()
    bench_feedback.main()
    bench_righttoleft.main()
