"""``preview``: the questions that a template yields, and why it yields no others."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from azun_quiz.commands.support import choosing
from azun_quiz.commands.support.environment import Environment, spoken
from azun_quiz.content.packs import Pack
from azun_quiz.content.problems import Problem, severity_name
from azun_quiz.content.read_cache import ReadCache
from azun_quiz.errors import UserError
from azun_quiz.generator.item import Item
from azun_quiz.levels import DEFAULT_LEVEL
from azun_quiz.library import Library, open_library
from azun_quiz.names import level_name, topic_name
from azun_quiz.plain.console import Console
from azun_quiz.plain.telling import reasons
from azun_quiz.text.catalog import N_, messages
from azun_quiz.watching import Stamp, changes, stamp
from azun_quiz.workshop import (
    View,
    by_reason,
    near_ids,
    place_words,
    problems_of,
    reason_words,
    template_named,
    view,
)

USUAL_QUESTIONS = 10
"""So many questions are shown unless a number is asked for."""

_IDS_SHOWN = 8
_CLEAR = "\x1b[2J\x1b[3J\x1b[H"
_SEPARATOR = "-" * 40


def add(parser: ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("template", metavar="TEMPLATE", help="the id of the template")
    choosing.add_language(parser)
    parser.add_argument("--seed", type=int, default=0, help="another seed gives other options")
    choosing.add_level(parser)
    number = parser.add_mutually_exclusive_group()
    number.add_argument(
        "--questions",
        type=choosing.whole_number(1, 100_000),
        metavar="N",
        default=USUAL_QUESTIONS,
        help=f"so many questions at most (default {USUAL_QUESTIONS})",
    )
    number.add_argument("--all", action="store_true", help="every question, and every fact")
    parser.add_argument("--fact", metavar="ID", help="only this fact: its questions, or why not")
    parser.add_argument(
        "--watch", action="store_true", help="show it again each time a file is saved"
    )


def run(args: Namespace, env: Environment) -> int:
    """Show the template; with ``--watch`` until it is interrupted.

    Returns 0, or 1 where the template is there but cannot be used.
    """
    preview = _Preview(args, env)
    library = preview.load()
    template = template_named(library, args.template)
    sound = preview.show(library, template)
    if args.watch:
        preview.follow(template)
    return 0 if sound else 1


@dataclass(slots=True)
class _Good:
    """The last view that could be used, with the content that it was made from."""

    library: Library
    view: View


class _Preview:
    """One call of the command."""

    def __init__(self, args: Namespace, env: Environment) -> None:
        self.args = args
        self.env = env
        self.good: _Good | None = None
        self.seen: Stamp = frozenset()
        self.cache = ReadCache()
        self.library: Library | None = None

    def load(self) -> Library:
        """The content as it is now."""
        in_use = self._packs()
        self.seen = stamp(in_use)
        self.library = open_library(in_use, self.cache, self.library, self.env.listings)
        return self.library

    def _packs(self) -> list[Pack]:
        return self.env.packs(self.args)

    def follow(self, template: str) -> None:
        """Show the template anew after each change of a file, until interrupted."""
        t = self.env.messages(self.args)
        self.env.say(t("Watching the files; Ctrl-C ends."))
        for _ in changes(self._packs, self.env.places.content, self.seen):
            library = self.load()
            print(_CLEAR if self.env.writes_to_terminal else _SEPARATOR, file=self.env.stdout)
            self.show(library, template)

    def show(self, library: Library, template: str) -> bool:
        """Show the template, or the last good view of it and what is wrong now.

        Returns whether the template can be used as it is now.
        """
        found = view(library, template)
        sound = found is not None and not found.is_broken
        first = self.good is None
        if found is not None and (sound or first):
            self.good = _Good(library, found)
        lang = self._spoken(first=first)
        teller = _Teller(Console(self.env.stdin, self.env.stdout, messages(lang), prompts=False))
        if self.good is None:
            teller.console.say("{template} gives no questions.", template=template)
        else:
            if not sound and not first:
                teller.console.say(
                    "Something is wrong with what was saved; these are the last good questions."
                )
                teller.console.line()
            teller.view(self.good.library, self.good.view, lang, self.args)
        problems = problems_of(library, template) if found is None else found.problems
        teller.problems(problems if found is not None or problems else library.problems)
        return sound

    def _spoken(self, *, first: bool) -> str:
        """The language to show the questions in; one that was lost while somebody edits is
        replaced by another.

        Raises:
            UserError: the language that was chosen has no questions to begin with.
        """
        chosen = getattr(self.args, "lang", None)
        lang = self.env.language(chosen)
        languages = self.good.view.languages if self.good else (lang,)
        return spoken(lang, chosen if first else None, languages)


class _Teller:
    """Tells a view on a console, one thing a line."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self.t = console.t

    def view(self, library: Library, found: View, lang: str, args: Namespace) -> None:
        """Everything about a template."""
        self._head(library, found)
        items, absent = self._chosen(found, args)
        shown = items if args.all else items[: args.questions]
        level = args.level or DEFAULT_LEVEL
        for number, name in enumerate(shown, start=1):
            item = library.bank.item(name, lang=lang, seed=args.seed, level=level)
            self._question(item, number, len(items))
        self.console.line()
        if len(shown) < len(items):
            self.console.line(
                self.t.plural(
                    "{count} more question: --all shows it.",
                    "{count} more questions: --all shows them.",
                    len(items) - len(shown),
                )
            )
        if args.fact is None:
            self._absences(found, everything=args.all)
        for line in absent:
            self.console.line(line)

    def _chosen(self, found: View, args: Namespace) -> tuple[list[str], list[str]]:
        """The questions to show, and what is said of a chosen fact that has none.

        Raises:
            UserError: the chosen fact is not of the kind.
        """
        if args.fact is None:
            return list(found.items), []
        names = {args.fact, *(f for f in _facts(found) if f.rpartition(":")[2] == args.fact)}
        items = [
            item for item, fact in zip(found.items, found.subjects, strict=True) if fact in names
        ]
        absent = [
            self.t(
                "{fact} is not asked: {reason}.", fact=each.fact, reason=reason_words(self.t, each)
            )
            for each in found.absences
            if each.fact in names
        ]
        if not items and not absent:
            near = near_ids(args.fact, _facts(found))
            raise UserError(
                N_("There is no fact {fact} of the kind {kind}."),
                N_("Did you mean one of these: {near}?") if near else "",
                fact=args.fact,
                kind=found.kind,
                near=", ".join(near),
            )
        return items, absent

    def _head(self, library: Library, found: View) -> None:
        """What the template is, and how much it gives."""
        t, say = self.t, self.console.say
        count = t.plural("{count} question", "{count} questions", len(found.items))
        self.console.line(f"{found.template}: {count}")
        say(
            "Topic: {topic}. Kind of facts: {kind}.",
            topic=topic_name(library.bank, found.topic, t),
            kind=found.kind,
        )
        say("File: {place}", place=place_words(found.place, Path.cwd()))
        per = [f"{lang} {len(found.items)}" for lang in found.languages]
        per += [f"{lang} 0" for lang in found.lacking]
        say("Questions by language: {counts}.", counts=t.context("list", "; ").join(per))
        if found.lacking:
            say(
                "Not asked in {languages}: something of the pack is missing in it.",
                languages=", ".join(found.lacking),
            )

    def _question(self, item: Item, number: int, total: int) -> None:
        """A question as it is asked, its key, and what is told afterwards."""
        console, t = self.console, self.t
        console.line()
        console.say(
            "Question {number} of {total}: {item}", number=number, total=total, item=item.id
        )
        console.line(item.stem)
        for index, option in enumerate(item.options):
            if index == item.key:
                console.say("Option {number}, right: {text}", number=index + 1, text=option)
            else:
                console.say("Option {number}: {text}", number=index + 1, text=option)
        console.say(
            "Level: {level}. Seed: {seed}.", level=level_name(item.level, t), seed=item.seed
        )
        reasons(console, item)

    def _absences(self, found: View, *, everything: bool) -> None:
        """Why the other facts of the kind are not asked."""
        t, console = self.t, self.console
        if not found.absences:
            console.say("Every fact of the kind is asked.")
            return
        console.line(
            t.plural(
                "{count} fact of the kind is not asked, of {total}:",
                "{count} facts of the kind are not asked, of {total}:",
                len(found.absences),
                total=found.facts,
            )
        )
        for reason, facts in by_reason(t, found.absences).items():
            shown = facts if everything else facts[:_IDS_SHOWN]
            more = ", ..." if len(shown) < len(facts) else ""
            console.line(f"- {reason} ({len(facts)}): {', '.join(shown)}{more}")

    def problems(self, problems: Sequence[Problem]) -> None:
        """What is wrong with the template and the files of its kind."""
        console, t = self.console, self.t
        console.line()
        if not problems:
            console.say("No problems found.")
            return
        for problem in problems:
            words, advice = problem.in_words(t)
            severity = severity_name(problem.severity, t)
            console.line(f"{severity}[{problem.code}] {place_words(problem.place, Path.cwd())}")
            console.line(f"  {words}")
            if advice:
                console.line(f"  {advice}")


def _facts(found: View) -> Iterator[str]:
    """The ids of all facts of the kind."""
    yield from dict.fromkeys(found.subjects)
    yield from (absence.fact for absence in found.absences)
