"""Explanations of the codes that speak of the questions that come of a template."""

from __future__ import annotations

from collections.abc import Mapping

from azun_quiz.content.explanations.explanation import Explanation
from azun_quiz.text.catalog import N_

QUESTIONS: Mapping[str, Explanation] = {
    "no-items": Explanation(
        N_(
            "Not one question comes of the template: no fact meets its conditions, fields "
            "are missing, or all facts are marked as not to be asked."
        ),
        N_("A template without questions usually has a mistake."),
        "only: {founded: 1}",
        "only: {founded: 885}",
    ),
    "ambiguous": Explanation(
        N_(
            "Two facts fit what the sentence gives, and they have different answers; the "
            "message names both."
        ),
        N_(
            "A question needs exactly one right answer, or learners are marked wrong for "
            "being right."
        ),
        'ask: {en: "Which city lies on the {sea}?"}\nanswer: name',
        'ask: {en: "Which of these cities lies on the {sea}?"}\nanswer: name\nseveral: yes',
    ),
    "small-pool": Explanation(
        N_("For more than half of the facts there are not two options that are known to be wrong."),
        N_(
            "The program never guesses that an option is wrong; it needs more facts, or has "
            "to be told that nothing is missing."
        ),
        "fields: {name: {type: words}, founded: {type: number}}",
        "unique: [name]\ncomplete: yes",
    ),
    "not-an-option": Explanation(
        N_(
            "A template asks for this field, and its value is a phrase such as “all of the "
            "above” or “none of these”; or all values of the field are yes and no."
        ),
        N_(
            "Such an option means something only beside certain others, and the program chooses "
            "them anew each time; and a yes or no is guessed in every second case."
        ),
        "fencing: {name: {en: None of these}, since: 1896}",
        "fencing: {name: {en: Fencing}, since: 1896}",
    ),
    "stem-no-question": Explanation(
        N_("The sentence does not end with a question mark."),
        N_("A full question tells the reader what is asked before the options are read."),
        "en: The capital of {country}:",
        "en: What is the capital of {country}?",
    ),
    "stem-blank": Explanation(
        N_("The sentence has a blank that is to be filled in."),
        N_("A blank makes the reader hold half a sentence in mind while trying each option."),
        'en: "{name} was founded in ____?"',
        'en: "When was {name} founded?"',
    ),
    "stem-negative": Explanation(
        N_("The sentence asks for what is not so, and nothing draws the eye to the word."),
        N_("Readers overlook a small “not”, and then the best ones answer wrong."),
        'en: "Which city is not in Europe?"',
        'en: "Which city is NOT in Europe?"',
    ),
    "stem-absolute": Explanation(
        N_("The sentence holds a word such as “always”, “often” or “many”."),
        N_("Such words give hints, or mean something else to each reader."),
        'en: "Which city was often the host?"',
        'en: "Which city was the host in 1908, 1948 and 2012?"',
    ),
    "stem-join": Explanation(
        N_(
            "Where a value was put into the sentence the words do not fit: an article is "
            "doubled, “a” stands before a vowel, or there is one space too many."
        ),
        N_("The question reads as if a machine had written it, and the mistake may give a hint."),
        'en: "What is a {name}?"    (a Economic Council)',
        'en: "What is {name:the}?"',
    ),
    "key-stands-out": Explanation(
        N_(
            "In more than half of the facts every choice of options would give the right "
            "one away: it is much longer, or repeats a word of the question."
        ),
        N_("Someone who knows nothing should not be able to find the answer."),
        'ask: {en: "Who led the Court of Justice?"}    (the President of the Court of Justice)',
        "among: {sort: court}",
    ),
    "key-often-longest": Explanation(
        N_("In most questions of the template the right option is longer than each wrong one."),
        N_("A learner who always takes the longest option would win without knowing anything."),
        "en: Republic of Azerbaijan, in its full name",
        "en: Azerbaijan",
    ),
}
