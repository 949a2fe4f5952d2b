"""The learner's data: answers, rounds and the review schedule, in SQLite."""
