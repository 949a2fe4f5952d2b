"""The codes of problems in plain words: meaning, reason, a wrong and a right example of each."""

from __future__ import annotations

from collections.abc import Mapping

from azun_quiz.content.explanations.explanation import Explanation
from azun_quiz.content.explanations.facts import FACTS
from azun_quiz.content.explanations.files import FILES
from azun_quiz.content.explanations.kinds import KINDS
from azun_quiz.content.explanations.questions import QUESTIONS
from azun_quiz.content.explanations.templates import TEMPLATES

EXPLANATIONS: Mapping[str, Explanation] = {**FILES, **KINDS, **FACTS, **TEMPLATES, **QUESTIONS}
"""An explanation for every code."""
