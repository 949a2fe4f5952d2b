"""Run the program as ``python -m azun_quiz``."""

import sys

from azun_quiz.cli import main

if __name__ == "__main__":
    sys.exit(main())
