"""A small bank with the interface of the real one, for tests of screens."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from azun_quiz.content.topics import Topic
from azun_quiz.content.values import Words
from azun_quiz.generator.chance import Chance
from azun_quiz.generator.item import Item

DATES = {
    822: ("30 April 1993", "30 نيسان/أبريل 1993", "30 aprel 1993-cü il"),
    853: ("29 July 1993", "29 تموز/يوليه 1993", "29 iyul 1993-cü il"),
    874: ("14 October 1993", "14 تشرين الأول/أكتوبر 1993", "14 oktyabr 1993-cü il"),
    884: ("12 November 1993", "12 تشرين الثاني/نوفمبر 1993", "12 noyabr 1993-cü il"),
}
MEETINGS = {822: 3205, 853: 3259, 874: 3292, 884: 3313}
STATES = {
    "azerbaijan": ("Azerbaijan", "أذربيجان", "Azərbaycan", "46/230"),
    "georgia": ("Georgia", "جورجيا", "Gürcüstan", "46/241"),
    "kazakhstan": ("Kazakhstan", "كازاخستان", "Qazaxıstan", "46/224"),
    "tajikistan": ("Tajikistan", "طاجيكستان", "Tacikistan", "46/228"),
}
BODIES = {
    "security-council": ("the Security Council", "مجلس الأمن", "Təhlükəsizlik Şurasının", "2012"),
    "ecosoc": (
        "the Economic and Social Council",
        "المجلس الاقتصادي والاجتماعي",
        "İqtisadi və Sosial Şuranın",
        "2003",
    ),
    "unicef-board": (
        "the UNICEF Executive Board",
        "المجلس التنفيذي لمنظمة الأمم المتحدة للطفولة (اليونيسيف)",
        "UNICEF-in İcraiyyə Şurasının",
        "2009",
    ),
}
TOPICS = {
    "dates": {"en": "Dates", "ar": "التواريخ", "az": "Tarixlər"},
    "resolutions": {"en": "Resolutions", "ar": "القرارات", "az": "Qətnamələr"},
    "memberships": {"en": "Memberships", "ar": "العضويات", "az": "Üzvlüklər"},
    "context": {"en": "Context", "ar": "السياق", "az": "Kontekst"},
}
LANGUAGES = ("en", "ar", "az")

Wordings = tuple[str, str, str]


@dataclass(frozen=True)
class Clues:
    shows: frozenset[str]
    asks: frozenset[str]


@dataclass(frozen=True)
class Question:
    topic: str
    stem: Wordings
    options: tuple[tuple[str, Wordings], ...]
    key: str
    explanation: Wordings
    sources: tuple[str, ...]


def _date(number: int) -> Question:
    en, ar, az = DATES[number]
    return Question(
        "dates",
        (
            f"On what date did the Security Council adopt resolution {number}?",
            f"في أي تاريخ اتخذ مجلس الأمن القرار {number}؟",
            f"Təhlükəsizlik Şurası {number} saylı qətnaməni hansı tarixdə qəbul etmişdir?",
        ),
        tuple((f"unsc-{each}", words) for each, words in DATES.items()),
        f"unsc-{number}",
        (
            f"Resolution {number} on the situation relating to Nagorny Karabakh was adopted"
            f" on {en}.",
            f"اتُخذ القرار {number} (1993) بشأن الحالة المتصلة بناغورني كاراباخ في {ar}.",
            f"Dağlıq Qarabağla bağlı vəziyyətə dair {number} saylı qətnamə {az} tarixində"
            " qəbul edilmişdir.",
        ),
        (f"S/RES/{number} (1993)", "article R1"),
    )


def _number(number: int) -> Question:
    en, ar, az = DATES[number]
    same = f"{number}"
    return Question(
        "resolutions",
        (
            f"Which resolution did the Security Council adopt at its meeting {MEETINGS[number]}?",
            f"ما القرار الذي اتخذه مجلس الأمن في جلسته {MEETINGS[number]}؟",
            f"Təhlükəsizlik Şurası {MEETINGS[number]}-cu iclasında hansı qətnaməni qəbul etmişdir?",
        ),
        tuple((f"unsc-{each}", (str(each),) * 3) for each in DATES),
        f"unsc-{number}",
        (
            f"Resolution {same} was adopted at meeting {MEETINGS[number]}, on {en}.",
            f"اتُخذ القرار {same} في الجلسة {MEETINGS[number]} في {ar}.",
            f"{same} saylı qətnamə {MEETINGS[number]}-cu iclasda, {az} tarixində qəbul edilmişdir.",
        ),
        (f"S/PV.{MEETINGS[number]}",),
    )


def _member(body: str) -> Question:
    en, ar, az, year = BODIES[body]
    years = sorted({"2001", "2003", "2009", "2012"} | {year})
    return Question(
        "memberships",
        (
            f"In which year did Azerbaijan's term on {en} begin?",
            f"في أي سنة بدأت فترة عضوية أذربيجان في {ar}؟",
            f"Azərbaycanın {az} üzvlüyü hansı ildə başlamışdır?",
        ),
        tuple((each, (each,) * 3) for each in years),
        year,
        (
            f"Azerbaijan sat on {en} from {year} on.",
            f"كانت أذربيجان عضوا في {ar} ابتداء من عام {year}.",
            f"Azərbaycan {year}-ci ildən {az} üzvü olmuşdur.",
        ),
        ("article L3",),
    )


def _admission(state: str) -> Question:
    en, ar, az, symbol = STATES[state]
    return Question(
        "context",
        (
            f"By which resolution was {en} admitted to the United Nations?",
            f"ما القرار الذي قُبلت به {ar} في الأمم المتحدة؟",
            f"{az} BMT-yə hansı qətnamə ilə qəbul edilmişdir?",
        ),
        tuple((each, (words[3],) * 3) for each, words in STATES.items()),
        state,
        (
            f"{en} was admitted by resolution A/RES/{symbol}.",
            f"قُبلت {ar} بموجب القرار A/RES/{symbol}.",
            f"{az} A/RES/{symbol} saylı qətnamə ilə qəbul edilmişdir.",
        ),
        (f"A/RES/{symbol}",),
    )


def questions() -> dict[str, Question]:
    made = {f"resolution-date/unsc-{number}": _date(number) for number in DATES}
    made |= {f"resolution-meeting/unsc-{number}": _number(number) for number in DATES}
    made |= {f"membership-year/{body}": _member(body) for body in BODIES}
    made |= {f"admission/{state}": _admission(state) for state in STATES}
    return made


class FakeBank:
    """Fifteen questions in three languages; options in an order that the seed gives."""

    digest = "5eed" * 16
    topics = ("dates", "resolutions", "memberships", "context")
    default_topics = ("dates", "resolutions", "memberships")
    languages = LANGUAGES

    def __init__(self, made: dict[str, Question] | None = None) -> None:
        self.made = questions() if made is None else made

    def topic(self, topic: str) -> Topic:
        return Topic(topic, Words(dict(TOPICS[topic])))

    def ids(self, topics: Iterable[str] | None = None, lang: str | None = None) -> tuple[str, ...]:
        wanted = set(self.default_topics if topics is None else topics)
        return tuple(item for item, each in self.made.items() if each.topic in wanted)

    def __contains__(self, item: object) -> bool:
        return item in self.made

    def __len__(self) -> int:
        return len(self.made)

    def topic_of(self, item: str) -> str:
        return self.made[item].topic

    def clues(self, item: str) -> Clues:
        return Clues(frozenset(), frozenset([f"{item}:answer"]))

    def item(self, item: str, *, lang: str, seed: int, level: str) -> Item:
        question = self.made[item]
        place = LANGUAGES.index(lang) if lang in LANGUAGES else 0
        options = Chance(seed, item, level).shuffled(question.options)
        names = [name for name, _ in options]
        template, _, fact = item.partition("/")
        return Item(
            id=item,
            template=template,
            topic=question.topic,
            facts=(fact,),
            lang=lang,
            stem=question.stem[place],
            options=tuple(words[place] for _, words in options),
            key=names.index(question.key),
            explanation=question.explanation[place],
            sources=question.sources,
            level=level,
            seed=seed,
            holders=tuple(names),
        )

    def remark(self, item: Item, index: int) -> str:
        holder = item.holders[index] or ""
        if index == item.key or not holder.startswith("unsc-"):
            return ""
        return _date(int(holder[5:])).explanation[LANGUAGES.index(item.lang)]


HOSTILE = Question(
    "dates",
    ("[bold]Is this[/bold] [@click=app.quit]x[/] \x1b[31mplain\x1b[0m text {x.__class__}?",) * 3,
    tuple(
        (str(number), (text,) * 3)
        for number, text in enumerate(
            ["[bold]one[/]", "[@click=app.quit]two[/]", "\x1b]0;three\x07", "\u202efour\u202c $x"]
        )
    ),
    "2",
    ("[red]Because[/] it says so. $primary",) * 3,
    ("[link=https://example.org]S/RES/1[/link]",),
)
