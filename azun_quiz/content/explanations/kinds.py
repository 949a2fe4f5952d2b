"""Explanations of the codes that speak of kinds and their keys."""

from __future__ import annotations

from collections.abc import Mapping

from azun_quiz.content.explanations.explanation import Explanation
from azun_quiz.text.catalog import N_

KINDS: Mapping[str, Explanation] = {
    "unknown-key": Explanation(
        N_(
            "No key of that name is allowed at this place. Usually it is a typing error, "
            "or the line is indented too far or too little."
        ),
        N_("A key that is not known would do nothing, and you would wonder why."),
        "lable: name",
        "label: name",
    ),
    "missing-key": Explanation(
        N_("A key that is needed here is not there."),
        N_("Without it the file, the field or the template cannot be understood."),
        "topic: cities",
        "topic: cities\ntemplates: {}",
    ),
    "bad-name": Explanation(
        N_(
            "Ids and names of fields have small letters, digits and hyphens only, and begin "
            "with a letter."
        ),
        N_(
            "Ids are stored in the history of learners and written on the command line, "
            "where other signs cause trouble."
        ),
        "Founded In: {type: number}",
        "founded-in: {type: number}",
    ),
    "reserved-name": Explanation(
        N_("Every fact may have this key, so no field may have its name."),
        N_("The program could not tell the source of a fact from a field called “sources”."),
        "fields:\n  sources: {type: text}",
        "fields:\n  found-in: {type: text}",
    ),
    "unknown-type": Explanation(
        N_("A field is declared with a type that does not exist."),
        N_("The type says how a value is read and how options are chosen."),
        "founded: {type: integer}",
        "founded: {type: number}",
    ),
    "ref-without-kind": Explanation(
        N_("A field of the type ref or refs has to say which kind of fact it points to."),
        N_("An id alone does not say in which list it is to be looked for."),
        "sea: {type: ref}",
        "sea: {type: ref, of: sea}",
    ),
    "unknown-kind": Explanation(
        N_(
            "There is no kind of that name among the files in use: a typing error, a "
            "missing file, or a kind of another pack without the name of that pack."
        ),
        N_("Without its kind neither facts nor templates can be read."),
        "about: citty",
        "about: city",
    ),
    "kind-declared-twice": Explanation(
        N_("Two files declare the fields of one kind."),
        N_("The program would not know which of the two is right."),
        "# second file\nkind: city\nfields: {name: {type: words}}\nfacts: {}",
        "# second file\nkind: city\nfacts: {}",
    ),
    "bad-label": Explanation(
        N_(
            "The label names the field by which a fact is called, and this one leads to "
            "nothing that can be read out."
        ),
        N_("Options show labels: a fact without a readable label cannot be an answer."),
        "label: twin-city    (a list of references)",
        "label: name",
    ),
    "unknown-unit": Explanation(
        N_("A number field names a unit that no file of units has."),
        N_("Without the unit the program cannot write “169 nations” in the right form."),
        "nations: {type: number, unit: naton}",
        "nations: {type: number, unit: nation}",
    ),
    "idle-region": Explanation(
        N_(
            "A region of “complete” says that in it no fact is missing, and no fact of the kind "
            "lies in it."
        ),
        N_(
            "Usually it is a typing error, and wrong options are not known to be wrong because "
            "of it."
        ),
        "complete: [{continent: Urope}]",
        "complete: [{continent: Europe}]",
    ),
}
