"""Languages: their rules, numbers and dates in words, messages, and the order of writing."""
