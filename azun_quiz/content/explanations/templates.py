"""Explanations of the codes that speak of what a template says."""

from __future__ import annotations

from collections.abc import Mapping

from azun_quiz.content.explanations.explanation import Explanation
from azun_quiz.text.catalog import N_

TEMPLATES: Mapping[str, Explanation] = {
    "unknown-placeholder": Explanation(
        N_("A placeholder, an answer or a condition names a field that the kind does not have."),
        N_("The gap could not be filled."),
        'en: "When was {nmae} founded?"',
        'en: "When was {name} founded?"',
    ),
    "bad-placeholder": Explanation(
        N_(
            "Between braces there must be the name of a field, and a form after a colon if "
            "you like. Nothing can be computed there."
        ),
        N_("Templates are text and no program, so that a pack from elsewhere can do no harm."),
        'en: "How old is {2024 - founded}?"',
        'en: "When was {name} founded?"',
    ),
    "unknown-form": Explanation(
        N_(
            "Numbers, dates and the like are worded by the program, and it has no form of "
            "that name."
        ),
        N_("The program cannot guess an ending."),
        'en: "In {founded:roman}?"',
        'en: "In {founded:ord}?"',
    ),
    "missing-form": Explanation(
        N_(
            "In this language words have endings, and the words of a fact lack the form "
            "that the template asks for."
        ),
        N_("The default form would be a mistake of grammar, so the question is not asked."),
        "az: {default: Bakı}",
        "az: {default: Bakı, gen: Bakının}",
    ),
    "form-nowhere": Explanation(
        N_(
            "A template asks for a form that no fact of the kind has in this language, so "
            "the default form is always shown."
        ),
        N_("Usually it is a typing error, and the sentence reads wrong."),
        'en: "Who presided over {session:teh}?"',
        'en: "Who presided over {session:the}?"',
    ),
    "condition-on-words": Explanation(
        N_(
            "A condition compares ids, texts, numbers and dates. Words have a wording for "
            "each language and cannot be compared."
        ),
        N_("The condition would fit no fact, or one language only."),
        "where: {city.name: Rome}",
        "where: {city: rome}",
    ),
    "unmet-condition": Explanation(
        N_("No fact of the kind has this value, so this part of the condition never applies."),
        N_("Usually it is a typing error, and questions are missing because of it."),
        "only: {continent: Europa}",
        "only: {continent: Europe}",
    ),
    "disputed-value": Explanation(
        N_(
            "The value stands only under “otherwise”: another source gives it, and the fact "
            "itself has another one."
        ),
        N_("Where sources differ, the disputed value is neither a right nor a wrong answer."),
        "among: {opened: 2012-07-25}",
        "among: {opened: 2012-07-27}",
    ),
    "unequal-placeholders": Explanation(
        N_("The question shows other fields in one language than in another."),
        N_(
            "Readers of one language would know more than readers of the other, and the "
            "right answer could differ."
        ),
        'en: "Who led {body} in {year}?"\naz: "{body:dat} kim rəhbərlik edib?"',
        'en: "Who led {body} in {year}?"\naz: "{year:loc} {body:dat} kim rəhbərlik edib?"',
    ),
    "unknown-way": Explanation(
        N_("There is no way of asking of that name."),
        N_("The way decides what is a right answer."),
        "way: earliest",
        "way: first",
    ),
    "bad-answer": Explanation(
        N_(
            "This way of asking cannot ask for such a field, or a key of the template takes "
            "a field of another type."
        ),
        N_("The options would show the answer, or could not be put in order."),
        "way: first\nby: name",
        "way: first\nby: founded",
    ),
    "answer-in-stem": Explanation(
        N_(
            "The sentence shows the very field that it asks for, or a date in which the "
            "answer can be read."
        ),
        N_("The question would answer itself."),
        'ask: {en: "In which year did the Games of {opened} open?"}\nanswer: opened.year',
        'ask: {en: "In which year did the Games number {number} open?"}\nanswer: opened.year',
    ),
    "placeholder-not-here": Explanation(
        N_(
            "Some ways ask about several facts at once, so no field of a single fact can "
            "stand in the sentence."
        ),
        N_("It would not be clear whose field is shown."),
        'way: first\nask: {en: "Which is older than {name}?"}',
        'way: first\nask: {en: "Which of these is the oldest?"}',
    ),
    "needs-complete": Explanation(
        N_(
            "To count, the program must know that no fact is missing, and the kind does not say so."
        ),
        N_("A count over an open list is wrong as soon as somebody adds a fact."),
        "kind: city\nfacts: {}",
        "kind: city\ncomplete: yes\nfacts: {}",
    ),
    "each-not-said": Explanation(
        N_(
            "With “each”, the years or members of a list are asked one by one, and the stem must "
            "name the one that is meant."
        ),
        N_(
            "Otherwise the same sentence would be asked again and again, with different right "
            "answers."
        ),
        'each: {year: term}\nask: {en: "Which state was a member?"}',
        'each: {year: term}\nask: {en: "Which state was a member in {year}?"}',
    ),
    "idle-key": Explanation(
        N_("The template has a key that its way of asking does not use."),
        N_("The line looks as if it changed the questions, and it changes nothing."),
        "way: count\nanswer: name",
        "way: count",
    ),
    "idle-explanation": Explanation(
        N_(
            "The explanation names a field that no fact has of those that are asked; an "
            "explanation is shown only if all its places can be filled."
        ),
        N_("Players never see the sentence, and nothing else tells that it is missing."),
        'explain: {en: "{name} has {people} people."}\n# no fact has people',
        'explain: {en: "{name} was founded in {founded}."}',
    ),
    "topic-declared-twice": Explanation(
        N_(
            "The name of a topic, or whether it is asked by default, is said a second time and "
            "differently. What the first pack that has the topic says first counts."
        ),
        N_(
            "One pack could otherwise rename the topic of another, or take it out of the usual "
            "rounds."
        ),
        "topic: dates\nname: {en: My own dates}",
        "topic: my-dates\nname: {en: My own dates}",
    ),
}
