"""One module a reader, each with a function ``fuzz(chance)`` that tries one case."""
