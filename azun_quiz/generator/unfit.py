"""Values that no question can offer as an option: they speak of the other options, or a field has
nothing but yes and no."""

from __future__ import annotations

from collections.abc import Iterator

from azun_quiz.content.facts import Fact
from azun_quiz.content.load import Content
from azun_quiz.content.paths import FieldPath, label_path
from azun_quiz.content.problems import Problems
from azun_quiz.content.values import Value, Words
from azun_quiz.generator.compiling import Compiled
from azun_quiz.generator.rules import is_combined, is_odd


class Unfit:
    """Looks at the values of the fields that templates ask for; each field is reported once."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self._bare: dict[tuple[str, str], bool] = {}

    def check(self, compiled: Compiled, languages: tuple[str, ...], problems: Problems) -> bool:
        """Report values of the answer that cannot be options; whether the field has no others.

        Options that are numbers of facts, by the way `count`, are never words.
        """
        if compiled.template.way == "count":
            return False
        asked = compiled.pair or (compiled.answer,)
        found = [self._check_path(compiled, path, languages, problems) for path in asked]
        return any(found)

    def _check_path(
        self, compiled: Compiled, path: FieldPath, languages: tuple[str, ...], problems: Problems
    ) -> bool:
        shown = label_path(path, self.content.kinds)
        if shown.type not in ("words", "text"):
            return False
        fields = shown.fields
        kind = compiled.kind.id if len(fields) == 1 else fields[-2].of or ""
        found = self._bare.get((kind, shown.last.name))
        if found is None:
            found = self._check_field(kind, shown.last.name, languages, problems)
            self._bare[kind, shown.last.name] = found
        return found

    def _check_field(
        self, kind: str, field: str, languages: tuple[str, ...], problems: Problems
    ) -> bool:
        """Report what is unfit in a field; whether it has nothing but yes and no."""
        facts = [
            (fact, fact.values[field])
            for fact in self.content.of_kind(kind)
            if fact.holds and field in fact.values
        ]
        for fact, value in facts:
            for lang, text in _texts(value, languages):
                if is_combined(text, lang):
                    self._report(fact, field, text, "", problems)
                    break
        if not facts or not all(_is_bare(value, languages) for _, value in facts):
            return False
        fact, value = facts[0]
        self._report(fact, field, str(value), "bare", problems)
        return True

    def _report(self, fact: Fact, field: str, value: str, case: str, problems: Problems) -> None:
        problems.add("not-an-option", fact.place, fact=fact.id, field=field, value=value, case=case)


def _texts(value: Value, languages: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The texts of a value, each with its language."""
    for lang in languages:
        text = value.form(lang) if isinstance(value, Words) else value
        if isinstance(text, str):
            yield lang, text


def _is_bare(value: Value, languages: tuple[str, ...]) -> bool:
    """Whether a value is a yes or a no in some language."""
    texts = _texts(value, languages)
    return any(is_odd(text, lang) and not is_combined(text, lang) for lang, text in texts)
