"""A round as a state machine, its scoring, and what to review."""
