"""YAML to typed facts and templates; every problem has a file, a line and a column."""
