"""A random world, for which there is an oracle, written down under other names.

Fields get other names, the facts of a kind may lie in several files, and what they refer to in
another pack; none of this may make a difference to the questions.
"""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import yaml

from tests.generator.worlds import World
from tests.random_packs import Data, Files, write_files

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def disguised(random: Random, world: World, directory: Path) -> list[Path]:
    """Write a world under other names; the packs that it was written to, in order of use.

    The ids of templates and facts stay, so that items can be read by them. Fields and kinds get
    other names, the facts of a kind may lie in several files, and the things in another pack.
    """
    files = _written(world, directory / "plain")
    names = ["n", "code", "on", "term", "terms", "who", "whom", "title", "votes"]
    others = random.sample([f"{name}-{index}" for index, name in enumerate("abcdefghi")], 9)
    renamed = dict(zip(names, others, strict=True))
    apart = random.random() < 0.4
    act, thing, voice = (files[f"data/{name}.yaml"] for name in ("act", "thing", "voice"))
    act, questions = (
        _renamed(act, renamed),
        _renamed_templates(files["questions/all.yaml"], renamed),
    )
    if apart:
        for one in act["fields"].values():
            if "of" in one:
                one["of"] = f"things:{one['of']}"
    first: Files = {"data/thing.yaml": thing}
    second: Files = {**_spread(random, act), "data/voice.yaml": voice}
    second.update(_spread_templates(random, questions))
    if not apart:
        return [write_files(random, directory / "p", first | second)]
    for fact in act["facts"].values():
        _refer_to_another_pack(fact, renamed)
    for template in questions["templates"].values():
        for key in ("where", "only"):
            _refer_to_another_pack(template.get(key, {}), renamed)
    for region in act["complete"] if isinstance(act["complete"], list) else ():
        _refer_to_another_pack(region, renamed)
    return [
        write_files(random, directory / "things", first),
        write_files(random, directory / "p", second),
    ]


def _written(world: World, directory: Path) -> Files:
    """The files of a world as plain data."""
    world.write(directory)
    return {
        path.relative_to(directory).as_posix(): yaml.load(
            path.read_text(encoding="utf-8"), Loader=_Loader
        )
        for path in sorted(directory.rglob("*.yaml"))
    }


def _path(path: str, renamed: dict[str, str]) -> str:
    base, point, part = path.partition(".")
    return f"{renamed.get(base, base)}{point}{part}"


def _renamed(kind: Data, renamed: dict[str, str]) -> Data:
    def fact(one: Data) -> Data:
        found = {renamed.get(name, name): value for name, value in one.items()}
        for dispute in found.get("otherwise", ()):
            dispute["field"] = renamed[dispute["field"]]
        if isinstance(found.get("not-asked"), dict):
            found["not-asked"] = {renamed[n]: reason for n, reason in found["not-asked"].items()}
        return found

    complete = kind["complete"]
    if isinstance(complete, list):
        complete = [{_path(n, renamed): value for n, value in one.items()} for one in complete]
    return kind | {
        "fields": {renamed[name]: one for name, one in kind["fields"].items()},
        "label": renamed[kind["label"]],
        "unique": [[_path(name, renamed) for name in names] for names in kind["unique"]],
        "complete": complete,
        "facts": {name: fact(one) for name, one in kind["facts"].items()},
    }


def _renamed_templates(file: Data, renamed: dict[str, str]) -> Data:
    templates = {}
    for name, template in file["templates"].items():
        one = dict(template)
        for key in ("ask", "explain"):
            one[key] = {lang: _sentence(text, renamed) for lang, text in one[key].items()}
        for key in ("answer", "by"):
            if key in one:
                one[key] = _path(one[key], renamed)
        if "pair" in one:
            one["pair"] = [_path(path, renamed) for path in one["pair"]]
        if "each" in one:
            one["each"] = {key: _path(path, renamed) for key, path in one["each"].items()}
        for key in ("where", "only"):
            if key in one:
                one[key] = {_path(path, renamed): value for path, value in one[key].items()}
        templates[name] = one
    return {"topic": file["topic"], "templates": templates}


def _sentence(text: str, renamed: dict[str, str]) -> str:
    return re.sub(r"{([^}]*)}", lambda match: "{" + _path(match[1], renamed) + "}", text)


def _refer_to_another_pack(values: Data, renamed: dict[str, str]) -> None:
    """Write references to things with the name of their pack."""
    for key, value in values.items():
        if key not in (renamed["who"], renamed["whom"]) or value in ("yes", "no", ["yes"], ["no"]):
            continue
        several = isinstance(value, list)
        named = [f"things:{one}" for one in (value if several else [value])]
        values[key] = named if several else named[0]
    for dispute in values.get("otherwise", ()):
        if dispute["field"] in (renamed["who"], renamed["whom"]):
            told = {dispute["field"]: dispute["value"]}
            _refer_to_another_pack(told, renamed)
            dispute["value"] = told[dispute["field"]]


def _spread(random: Random, kind: Data) -> Files:
    """A kind in one file, or its facts in several."""
    if random.random() < 0.5:
        return {"data/act.yaml": kind}
    facts = list(kind["facts"].items())
    cut = random.randrange(len(facts) + 1)
    rest = {"kind": kind["kind"], "facts": dict(facts[cut:])}
    found: Files = {"data/a-first.yaml": kind | {"facts": dict(facts[:cut])}}
    return found | ({"data/b-more.yml": rest} if rest["facts"] else {})


def _spread_templates(random: Random, file: Data) -> Files:
    """Templates in one file, or each in its own."""
    if random.random() < 0.5:
        return {"questions/all.yaml": file}
    return {
        f"questions/{name}.yaml": {"topic": file["topic"], "templates": {name: one}}
        for name, one in file["templates"].items()
    }
