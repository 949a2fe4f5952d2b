"""Explanations of the codes that speak of facts."""

from __future__ import annotations

from collections.abc import Mapping

from azun_quiz.content.explanations.explanation import Explanation
from azun_quiz.text.catalog import N_

FACTS: Mapping[str, Explanation] = {
    "unknown-field": Explanation(
        N_(
            "A fact has a field that its kind does not declare. It may be a slip of the "
            "pen, or the field is missing under “fields”."
        ),
        N_("The value would be lost."),
        "rome: {name: {en: Rome}, fonded: -753}",
        "rome: {name: {en: Rome}, founded: -753}",
    ),
    "missing-field": Explanation(
        N_("A fact lacks a field that its kind requires."),
        N_("A question that needs the field cannot be made; and a gap may be a mistake."),
        "rome: {name: {en: Rome}, sources: [atlas]}",
        "rome: {name: {en: Rome}, founded: -753, sources: [atlas]}",
    ),
    "no-sources": Explanation(
        N_("A fact does not say where it can be looked up."),
        N_(
            "Players see the source after each answer; what cannot be looked up should not "
            "be taught."
        ),
        "rome: {name: {en: Rome}}",
        'rome: {name: {en: Rome}, sources: ["Livy, book 1"]}',
    ),
    "bad-number": Explanation(
        N_(
            "The value of a number field is not a whole number: it has letters, a point, a "
            "comma or spaces."
        ),
        N_("Numbers are put in order and compared, and each language writes them in its own way."),
        "inhabitants: 2.3 million",
        "inhabitants: 2300000",
    ),
    "bad-date": Explanation(
        N_(
            "The value is not a day, month or year of the calendar: the order is year, "
            "month, day, with hyphens, and the day has to exist."
        ),
        N_("A date that can be read in two ways gives wrong answers."),
        "adopted: 29.7.1993",
        "adopted: 1993-07-29",
    ),
    "bad-span": Explanation(
        N_(
            "The value is not a stretch of time. Write two years with a hyphen, two dates "
            "with a slash, or one year."
        ),
        N_("Without both ends the program cannot say which years lie inside."),
        "term: 2003 to 2005",
        "term: 2003-2005",
    ),
    "span-backwards": Explanation(
        N_("A stretch of time ends before it begins."),
        N_("Nothing lies inside such a stretch, and its length would be negative."),
        "term: 2005-2003",
        "term: 2003-2005",
    ),
    "bad-yes-no": Explanation(
        N_("Here only yes or no is allowed."),
        N_("Any other word could be meant in both ways."),
        "complete: nearly",
        "complete: no",
    ),
    "unknown-language": Explanation(
        N_("A wording stands under a name that is no code of a language."),
        N_("The wording is never shown."),
        "name: {english: Rome}",
        "name: {en: Rome}",
    ),
    "missing-language": Explanation(
        N_("The pack speaks a language, and this wording is missing in it."),
        N_(
            "A question in two languages at once helps nobody, so the whole language waits "
            "until it is complete."
        ),
        "name: {en: Rome}    (the pack also speaks az)",
        "name: {en: Rome, az: Roma}",
    ),
    "stray-language": Explanation(
        N_("Only a few wordings of the pack are there in a language."),
        N_("What is incomplete is not shown: finish the language, or take out what was begun."),
        "name: {en: Rome, fr: Rome}    (nothing else is in French)",
        "name: {en: Rome}",
    ),
    "missing-default": Explanation(
        N_("Words with several forms need the form “default”."),
        N_("It is shown as an option, and wherever no other form is asked for."),
        "en: {the: the Nile}",
        "en: {default: Nile, the: the Nile}",
    ),
    "unknown-choice": Explanation(
        N_("Only certain words are allowed here, and this is none of them."),
        N_("The program would not know what is meant."),
        "certainty: sure",
        "certainty: confirmed",
    ),
    "unknown-fact": Explanation(
        N_(
            "A reference names an id that no fact of the kind has: a typing error, or "
            "the fact is missing or has an error of its own."
        ),
        N_("A fact that points to nothing cannot be asked about."),
        "sea: caspain",
        "sea: caspian",
    ),
    "duplicate-id": Explanation(
        N_("Two facts, or two templates, have the same id."),
        N_("What a learner has missed is remembered by the id, so it must mean one thing."),
        "rome: {name: {en: Rome}}\nrome: {name: {en: Roma}}",
        "rome: {name: {en: Rome}}",
    ),
    "not-unique": Explanation(
        N_(
            "The kind says that a field belongs to one fact only (“unique”), and two facts "
            "have the same value."
        ),
        N_(
            "The program trusts “unique” to know that other answers are wrong, so it has to "
            "be true."
        ),
        "unique: [number]\n# two resolutions with number: 853",
        "unique: [number]\n# number: 853 and number: 874",
    ),
    "same-fact-twice": Explanation(
        N_("Two facts of a kind have the same values in all fields."),
        N_(
            "The same question would come twice, and each would be wrong as an option for "
            "the other."
        ),
        "rome: {founded: -753}\nroma: {founded: -753}",
        "rome: {founded: -753}",
    ),
    "terms-overlap": Explanation(
        N_("Two terms of the same holder have years in common, or two spans in one list do."),
        N_(
            "One of them is usually a typing error; and questions about the years in "
            "common count them twice."
        ),
        "terms: [2003-2006, 2005-2008]",
        "terms: [2003-2005, 2006-2008]",
    ),
    "idle-denial": Explanation(
        N_(
            "A fact with “holds: no” makes wrong options safe only where a question and its "
            "option together say everything that the false statement says. No template does "
            "that here."
        ),
        N_("The false statement looks useful and protects nothing."),
        "karate: {sport: karate, games: paris, year: 2024, holds: no}\n# the stem names games only",
        "karate: {sport: karate, games: paris, holds: no}",
    ),
    "listed-twice": Explanation(
        N_("A list of references, or of the values of a condition, holds the same thing twice."),
        N_("Usually another one was meant."),
        "members: [italy, france, italy]",
        "members: [italy, france, spain]",
    ),
}
