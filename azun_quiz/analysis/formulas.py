"""How the figures are made, in words for the reader of a report, each with its source."""

from __future__ import annotations

from dataclasses import dataclass

from azun_quiz.text.catalog import N_


@dataclass(frozen=True, slots=True)
class Formula:
    """A figure: message ids of its name and of what it says, its formula, and who it is from."""

    name: str
    meaning: str
    formula: str
    source: str


FORMULAS = (
    Formula(
        N_("Facility"),
        N_("The part of the answers that are right. High is easy."),
        "p = right / n",
        "Lord & Novick 1968; Moodle: facility index",
    ),
    Formula(
        N_("Standard deviation"),
        N_("How much the scores of an item, 0 or 1, vary. It is greatest at a facility of 50 %."),
        "s = √(p(1 − p) · n / (n − 1))",
        "Moodle: standard deviation",
    ),
    Formula(
        N_("By guessing"),
        N_("The part that would be right if everybody guessed; hints make it greater."),
        "g = mean of 1 / options left",
        "Moodle: random guess score",
    ),
    Formula(
        N_("Discrimination"),
        N_(
            "The correlation between getting this right and the score on all other questions that"
            " a player answered, each counted against its facility. Below 0 something is wrong,"
            " below 0.2 it is weak. In brackets: where it lies with 95 percent confidence."
        ),
        "r(x, rest); tanh(artanh r ± 1.96 / √(n − 3))",
        "Pearson 1895; Henrysson 1963; Fisher 1921; Moodle: discrimination index",
    ),
    Formula(
        N_("Point-biserial correlation"),
        N_("The same with a score that includes the question itself; so it is usually greater."),
        "r(x, total)",
        "Lord & Novick 1968",
    ),
    Formula(
        N_("Upper less lower group"),
        N_(
            "The facility among the 27 percent with the best scores less that among the 27 percent"
            " with the lowest."
        ),
        "D = p(upper) − p(lower)",
        "Johnson 1951; Kelley 1939",
    ),
    Formula(
        N_("Discriminative efficiency"),
        N_("The discrimination as a part of the greatest that these scores allow."),
        "cov(x, rest) / max cov",
        "Moodle: discriminative efficiency",
    ),
    Formula(
        N_("Working wrong options"),
        N_(
            "The part of the wrong options that at least 5 percent of those who saw them chose; an"
            " option that fewer than 20 saw is not judged."
        ),
        "DE = working / judged",
        "Haladyna & Downing 1993; Tarrant, Ware & Mohammed 2009",
    ),
    Formula(
        N_("Reliability (KR-20)"),
        N_(
            "How well the score would be the same on other questions of the kind: 0 is chance, 1"
            " is certain; for right and wrong it equals Cronbach's alpha. Only questions count that"
            " at least half of the players answered. Missing answers are not counted as wrong:"
            " each pair of questions is compared over those who answered both."
        ),
        "α = k/(k − 1) · (1 − Σ sᵢ² / Σ sᵢⱼ)",
        "Kuder & Richardson 1937; Cronbach 1951",
    ),
    Formula(
        N_("Standard error of measurement"),
        N_("How far a player's score lies from what it would be in the long run."),
        "SEM = s · √(1 − α)",
        "Gulliksen 1950",
    ),
)
