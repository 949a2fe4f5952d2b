"""What stands in the files and does nothing: conditions that no fact meets, forms of words that
nobody has, false statements that no question can use."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from azun_quiz.content.facts import Fact
from azun_quiz.content.kinds import Kind
from azun_quiz.content.load import Content
from azun_quiz.content.paths import FieldPath, label_path, member, resolve
from azun_quiz.content.problems import Place, Problems, alternatives, nearest
from azun_quiz.content.templates import Condition, Placeholder
from azun_quiz.content.values import Value, Words
from azun_quiz.generator.compiling import Compiled
from azun_quiz.generator.conditions import CompileError, ConditionReader, Presence
from azun_quiz.generator.matching import FieldTest, with_dispute
from azun_quiz.generator.sentences import Slot
from azun_quiz.generator.ways import values_of
from azun_quiz.text.languages import language
from azun_quiz.text.phrase import listed


class Unused:
    """Looks for what does nothing in a body of content; what was found once is remembered."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self._facts = content.by_kind()
        self._forms: dict[tuple[str, str, str], frozenset[str]] = {}

    def check_conditions(self, compiled: Compiled, problems: Problems) -> bool:
        """Report the values in conditions that no fact has; whether there are any."""
        before = len(problems)
        template, kind = compiled.template, compiled.kind
        for conditions in (template.where, template.only):
            self._check_each(compiled, conditions, kind, problems)
        if template.among:
            refers = compiled.answer.type == "ref"
            target = self.content.kinds[compiled.answer.last.of or ""] if refers else kind
            self._check_each(compiled, template.among, target, problems)
        return len(problems) > before

    def _check_each(
        self, compiled: Compiled, conditions: Iterable[Condition], kind: Kind, problems: Problems
    ) -> None:
        conditions = list(conditions)
        if not conditions or kind.id in self.content.shaken:
            return
        reader = ConditionReader(self.content, compiled.template.pack, Problems())
        try:
            tests = reader.read(conditions, kind)
        except CompileError:  # the compiler has reported it
            return
        for condition, (test, allowed) in zip(conditions, tests, strict=True):
            for text, value in zip(condition.texts, allowed, strict=False):
                if not isinstance(test, Presence):
                    self._check_value(condition, test, text, value, kind, problems)

    def _check_value(
        self,
        condition: Condition,
        test: FieldTest,
        text: str,
        value: Value,
        kind: Kind,
        problems: Problems,
    ) -> None:
        """Report a value that no fact of the kind has, or that only another source gives."""
        disputed: Fact | None = None
        for fact in self._facts.get(kind.id, ()):
            if test.verdict(fact, (value,)) is False:
                continue
            if _gives(test, fact, value):
                return
            disputed = disputed or fact
        shown = {"value": text, "path": condition.path}
        if disputed is not None:
            problems.add("disputed-value", condition.place, fact=disputed.id, **shown)
            return
        known = self._values(test, kind)
        advice = alternatives(text, known, "values")
        problems.add("unmet-condition", condition.place, kind=kind.id, advice=advice, **shown)

    def _values(self, test: FieldTest, kind: Kind) -> list[str]:
        """What the facts of a kind have at the path of a test, as it is typed."""
        return [
            str(value)
            for fact in self._facts.get(kind.id, ())
            for value in values_of(test.get(fact))
        ]

    def check_forms(self, compiled: Compiled, problems: Problems) -> None:
        """Report the forms in sentences that no word has, in languages where the default form
        stands in for them."""
        for key, sentences in (("ask", compiled.ask), ("explain", compiled.explain)):
            for lang, pattern in sentences.items():
                for piece in pattern:
                    if not isinstance(piece, Slot) or language(lang).strict_forms:
                        continue
                    if piece.placeholder.form != "default":
                        place = compiled.template.place_of(f"{key}.{lang}")
                        self._check_form(compiled, piece.placeholder, lang, place, problems)

    def _check_form(
        self,
        compiled: Compiled,
        placeholder: Placeholder,
        lang: str,
        place: Place,
        problems: Problems,
    ) -> None:
        each = compiled.template.each
        if each is not None and compiled.each is not None and placeholder.path == each[0]:
            path = member(compiled.each)
        else:
            path = resolve(placeholder.path, compiled.kind, self.content.kinds)
        shown = label_path(path, self.content.kinds)
        if shown.type != "words":
            return
        holder = shown.fields[-2].of if len(shown.fields) > 1 else compiled.kind.id
        known = self._forms_of(holder or "", shown.last.name, lang)
        if known and placeholder.form not in known:
            problems.add(
                "form-nowhere",
                place,
                placeholder=str(placeholder),
                kind=holder,
                form=placeholder.form,
                language=lang,
                **nearest(placeholder.form, known - {"default"}),
            )

    def _forms_of(self, kind: str, field: str, lang: str) -> frozenset[str]:
        """The forms that any fact of a kind has of a field of words; none where there are no
        words in the language."""
        key = (kind, field, lang)
        found = self._forms.get(key)
        if found is None:
            words = (fact.values.get(field) for fact in self._facts.get(kind, ()))
            found = self._forms[key] = frozenset(
                form
                for word in words
                if isinstance(word, Words) and lang in word.by_language
                for form in word.forms(lang)
            )
        return found

    def check_denials(self, all_compiled: Sequence[Compiled], problems: Problems) -> None:
        """Report false statements of which no question says everything; one for each kind and
        set of fields."""
        by_kind: dict[str, list[Compiled]] = {}
        for compiled in all_compiled:
            users = by_kind.setdefault(compiled.kind.id, [])
            if compiled.template.way in ("answer", "odd"):
                users.append(compiled)
        seen: set[tuple[str, tuple[str, ...]]] = set()
        for kind, users in by_kind.items():
            for fact in self._facts.get(kind, ()):
                mark = (kind, tuple(fact.values))
                if fact.holds or mark in seen or kind in self.content.shaken:
                    continue
                if not any(_can_deny(fact, compiled) for compiled in users):
                    seen.add(mark)
                    fields = listed(fact.values)
                    problems.add("idle-denial", fact.place, fact=fact.id, fields=fields)


def _gives(test: FieldTest, fact: Fact, value: Value) -> bool:
    """Whether the fact itself may have the value, and not only another source."""
    own = test.get(fact)
    if own is None or not fact.disputes:
        return own is not None
    if all(test.get(with_dispute(fact, dispute)) == own for dispute in fact.disputes):
        return True
    plain = FieldTest(test.path, test.get, complete=True, closed=lambda *_: True)
    bare = Fact(fact.id, fact.kind, fact.values, fact.place)
    return plain.verdict(bare, (value,)) is not False


def _can_deny(fact: Fact, compiled: Compiled) -> bool:
    """Whether a question of the template says all that a false statement says."""
    spoken = {path.text for path in _spoken(compiled)}
    spoken.update(path.base for path in _spoken(compiled) if path.last.type == "date")
    for name, value in fact.values.items():
        if name in spoken:
            continue
        stated = compiled.stated.get(name)
        if stated is None or value not in (stated, (stated,)):
            return False
    return True


def _spoken(compiled: Compiled) -> list[FieldPath]:
    """The paths of which a question of the template says a value that varies."""
    found = [compiled.answer, *compiled.givens]
    return [*found, compiled.each] if compiled.each is not None else found
