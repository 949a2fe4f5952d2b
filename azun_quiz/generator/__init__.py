"""From facts and templates to items: multiple-choice questions with one right option."""
