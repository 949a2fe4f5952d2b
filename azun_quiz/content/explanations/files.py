"""Explanations of the codes that speak of files, YAML and comments."""

from __future__ import annotations

from collections.abc import Mapping

from azun_quiz.content.explanations.explanation import Explanation
from azun_quiz.text.catalog import N_

FILES: Mapping[str, Explanation] = {
    "unreadable": Explanation(
        N_(
            "The file is there, but it cannot be opened: it may be a directory with the "
            "name of a file, or you may not be allowed to read it."
        ),
        N_("What cannot be read is left out, and with it every question that needs its facts."),
        "data/city.yaml/    (a directory)",
        "data/city.yaml     (a file)",
    ),
    "not-utf8": Explanation(
        N_(
            "The letters of the file are stored in another way than UTF-8, as old editors "
            "and some spreadsheets do."
        ),
        N_(
            "In another encoding “Genève”, Arabic and Azerbaijani letters turn into "
            "something else without anybody noticing."
        ),
        "saved as: Windows-1252 (or “Unicode”, which is UTF-16)",
        "saved as: UTF-8",
    ),
    "bad-yaml": Explanation(
        N_(
            "The lines do not fit together as YAML: a bracket or quotation mark is not "
            "closed, the indentation jumps, a Tab stands where spaces belong, or a text "
            "with a colon is not quoted."
        ),
        N_("The rest of the file cannot be understood, so nothing of it is used."),
        "ask: {en: Rome: which year?}",
        'ask: {en: "Rome: which year?"}',
    ),
    "several-documents": Explanation(
        N_(
            "A line of three hyphens ends one YAML document and begins another, and only "
            "one may stand in a file."
        ),
        N_("What stands after the line would be lost without a word."),
        "kind: city\n---\nkind: river",
        "kind: city",
    ),
    "too-deep": Explanation(
        N_(
            "Brackets or indented lines are nested in each other many times, more than any "
            "fact or template needs."
        ),
        N_(
            "Usually a bracket was not closed; and endless nesting could bring the program "
            "to a standstill."
        ),
        "name: [[[[[[[[ Rome ]]]]]]]]",
        "name: {en: Rome}",
    ),
    "too-many-aliases": Explanation(
        N_(
            "An alias (*name) repeats what stands behind its anchor (&name), and here "
            "aliases repeat more than the whole file holds."
        ),
        N_("A few lines of aliases of aliases can grow to a thousand million texts."),
        "a: &a [x, x, x]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]",
        "sources: [atlas]",
    ),
    "unknown-alias": Explanation(
        N_(
            "A star before a word makes it an alias, and there is no finished anchor (&) of "
            "that name above it. A text that begins with a star needs quotation marks."
        ),
        N_("Without what it stands for, the value is unknown."),
        "name: *important",
        'name: "*important"',
    ),
    "python-tag": Explanation(
        N_(
            "A word that begins with an exclamation mark is a tag, which asks a program to "
            "make something special of a value. A text that begins so needs quotation "
            "marks."
        ),
        N_("Facts and templates are plain text only: nothing in a file can run as a program."),
        "number: !!int 15",
        "number: 15",
    ),
    "empty-file": Explanation(
        N_("The file holds nothing, or only comments."),
        N_("An empty file is usually one that was not saved."),
        "# cities, to be written",
        "kind: city\nfacts: {}",
    ),
    "duplicate-key": Explanation(
        N_("The same key stands twice in one mapping, so one value would hide the other."),
        N_("YAML programs keep the last one without a word, and half of the work is gone."),
        "founded: 885\nfounded: 886",
        "founded: 885",
    ),
    "expected-mapping": Explanation(
        N_(
            "Here several values with names are needed, one “key: value” a line, and there "
            "is a list or a single value."
        ),
        N_("Without names the program cannot tell which value is which."),
        "name: Rome",
        "name: {en: Rome}",
    ),
    "expected-list": Explanation(
        N_("Here a list is needed, in square brackets or with a hyphen before each item."),
        N_("A mapping has names where only an order is asked for."),
        "unique: {name: yes}",
        "unique: [name]",
    ),
    "expected-text": Explanation(
        N_(
            "Here one value is needed, and there is a list or a mapping. Usually there is an "
            "indented line or a bracket too many."
        ),
        N_(
            "A field of this type holds one value; for several there are lists such as refs "
            "and spans."
        ),
        "symbol: [S/RES/853, S/RES/874]",
        "symbol: S/RES/853",
    ),
    "empty-value": Explanation(
        N_("A key stands there with nothing behind the colon."),
        N_("An empty value is neither known nor absent; leave the line out if you do not know it."),
        "founded:",
        "founded: 885",
    ),
    "control-character": Explanation(
        N_(
            "A character that nobody can see was copied along, often from a web page or a "
            "word processor."
        ),
        N_(
            "Such characters turn the direction of writing round, or make two names that "
            "look alike different."
        ),
        "name: {en: Ro\\u200Bme}",
        "name: {en: Rome}",
    ),
    "ignore-unknown": Explanation(
        N_("A comment “azun: ignore” names something that is not the code of a warning."),
        N_(
            "The warning that you meant is still shown, or a typing error hides what you "
            "wanted to see."
        ),
        "# azun: ignore smal-pool",
        "# azun: ignore small-pool",
    ),
    "ignore-error": Explanation(
        N_("A comment “azun: ignore” names an error. Only warnings can be silenced."),
        N_("What has an error is left out of the game whether it is told or not."),
        "# azun: ignore no-sources",
        "sources: [atlas]",
    ),
    "ignore-nothing": Explanation(
        N_(
            "A comment “azun: ignore” names a warning that does not arise where the comment "
            "speaks: it was mended, or the comment stands in the wrong place."
        ),
        N_(
            "A comment that stays behind would hide the same warning when it comes back for "
            "another reason."
        ),
        '# azun: ignore stem-negative\nask: {en: "When was Rome founded?"}',
        'ask: {en: "When was Rome founded?"}',
    ),
    "bad-catalog": Explanation(
        N_(
            "The file with the words of the program in the language of your pack is "
            "damaged, or is not a compiled catalog."
        ),
        N_("The questions are asked in your language, but everything round them stays English."),
        "locale/eo/LC_MESSAGES/azun_quiz.mo    (a text)",
        "locale/eo/LC_MESSAGES/azun_quiz.mo    (compiled from azun_quiz.po)",
    ),
    "incomplete-catalog": Explanation(
        N_(
            "Your pack brings the words of the program in a further language, and some of "
            "them are not translated."
        ),
        N_("Players would read two languages on one screen."),
        'msgid "Score"\nmsgstr ""',
        'msgid "Score"\nmsgstr "Poentoj"',
    ),
}
