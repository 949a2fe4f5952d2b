"""Item analysis of a class's answers: results files, figures with their formulas, and reports."""
