"""A template as its teacher looks at it: its questions, what is not asked and why, its problems."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from azun_quiz.content.problems import Place, Problem
from azun_quiz.content.silencing import UNSILENCED, apply
from azun_quiz.errors import UserError
from azun_quiz.generator.absences import REASONS, RULES, Absence, absences
from azun_quiz.generator.bank import Bank
from azun_quiz.generator.checking import check_template
from azun_quiz.library import Library
from azun_quiz.text.catalog import N_, Messages

_NEAR = 5
_LIKE = 0.5


@dataclass(frozen=True, slots=True)
class View:
    """A template in use.

    ``items`` are the ids of its questions and ``subjects`` the facts that they are about, in the
    same order. ``languages`` are those in which all of them can be asked, ``lacking`` those in
    which the template is written but its pack is not complete. ``absences`` are the facts of the
    kind that give no question; together with the subjects they are all of them.
    """

    template: str
    topic: str
    kind: str
    place: Place
    items: tuple[str, ...]
    subjects: tuple[str, ...]
    languages: tuple[str, ...]
    lacking: tuple[str, ...]
    absences: tuple[Absence, ...]
    problems: tuple[Problem, ...]

    @property
    def facts(self) -> int:
        """How many facts of the kind there are."""
        return len(set(self.subjects)) + len(self.absences)

    @property
    def is_broken(self) -> bool:
        """Whether an error leaves nothing to look at."""
        return not self.items and any(problem.severity == "error" for problem in self.problems)


def template_named(library: Library, name: str) -> str:
    """The full id of a template, which may be written without its pack.

    Raises:
        UserError: there is none; the advice names those that are spelt alike.
    """
    known = library.content.written
    if name in known:
        return name
    inside = [full for full in known if full.rpartition(":")[2] == name]
    if inside:
        return inside[0]
    near = near_ids(name, known)
    advice = N_("Did you mean one of these: {near}?") if near else N_("The templates are: {near}")
    shown = ", ".join(near or known) or "-"
    raise UserError(N_("There is no template {name}."), advice, name=name, near=shown)


def near_ids(name: str, known: Iterable[str]) -> list[str]:
    """The ids that are spelt much like a name, with or without their packs, or hold it."""
    by_name: dict[str, list[str]] = {}
    for full in known:
        by_name.setdefault(full if ":" in name else full.rpartition(":")[2], []).append(full)
    near = get_close_matches(name, by_name, n=_NEAR, cutoff=_LIKE)
    near += [other for other in by_name if name and name in other and other not in near]
    return [full for other in near for full in by_name[other]][:_NEAR]


def view(library: Library, template: str) -> View | None:
    """The template in use, or None where something is wrong with the template itself."""
    bank = library.bank
    if template not in bank.templates:
        return None
    compiled = bank.way(template).compiled
    found = bank.items_of(template)
    languages = tuple(bank.way(template).pools.languages)
    return View(
        template,
        compiled.template.topic,
        compiled.kind.id,
        library.content.written[template],
        tuple(found),
        tuple(subject.fact.id for subject in found.values()),
        languages,
        tuple(lang for lang in compiled.template.ask if lang not in languages),
        absences(bank, template),
        _merged(problems_of(library, template), _silenced(check_template(bank, template))),
    )


def problems_of(library: Library, template: str) -> tuple[Problem, ...]:
    """The problems in the lines of a template, and in the files of its kind."""
    content = library.content
    place = content.written.get(template)
    if place is None:
        return ()
    starts = sorted(at.line for at in content.written.values() if at.path == place.path)
    end = next((line for line in starts if line > place.line), None)
    files = _files_of_kind(library.bank, template)
    return _silenced(
        problem
        for problem in library.problems
        if problem.place.path in files or _is_within(problem.place, place, end)
    )


def _silenced(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems without those that comments in the files silence."""
    return tuple(p for p in apply(problems, ()) if p.code not in UNSILENCED)


def _is_within(place: Place, start: Place, end: int | None) -> bool:
    """Whether a place lies in the lines of a template, or is about its file as a whole."""
    if place.path != start.path:
        return False
    return place.line == 0 or (place.line >= start.line and (end is None or place.line < end))


def _files_of_kind(bank: Bank, template: str) -> frozenset[Path]:
    """The files in which the facts of a template's kind stand."""
    if template not in bank.templates:
        return frozenset()
    way = bank.way(template)
    kind = way.compiled.kind
    return frozenset(fact.place.path for fact in way.pools.facts_of(kind.id))


def _merged(*groups: Iterable[Problem]) -> tuple[Problem, ...]:
    """All problems once, by file and line."""
    found = {(p.code, p.place, p.message): p for group in groups for p in group}
    return tuple(sorted(found.values(), key=lambda problem: problem.sort_key))


def by_reason(t: Messages, found: Iterable[Absence]) -> Mapping[str, list[str]]:
    """The ids of facts that are not asked, by the reason in words."""
    grouped: dict[str, list[str]] = {}
    for absence in found:
        grouped.setdefault(reason_words(t, absence), []).append(absence.fact)
    return grouped


def reason_words(t: Messages, absence: Absence) -> str:
    """Why a fact is not asked, in words."""
    details = dict(absence.details)
    if "rule" in details:
        details["rule"] = t(RULES.get(details["rule"], details["rule"]))
    return t(REASONS[absence.reason], **details)


def place_words(place: Place, base: Path) -> str:
    """A place as editors know it: path (from the base, if inside), line and column."""
    path = str(place.path.relative_to(base) if place.path.is_relative_to(base) else place.path)
    return f"{path}:{place.line}:{place.column}" if place.line else path
