"""Pairs of outlines with a known truth, as hard as asked for.

    python tests/quality/synthetic_outlines.py [easy|typical|hard] [seed]

prints one pair. A report is two levels of numbered headings with a body of sentences each. Every section
has a subject with words of its own; between the years titles are reworded, bodies are written anew
(seven sentences in ten are replaced, the new ones on the same subject), sections change places, come and
go. Subjects are two-character words of a small stock of common characters, so that they collide about
as often as those of real reports; what surrounds them is the phrasing that all sections share.
"""

from __future__ import annotations

import random
import sys
from dataclasses import dataclass, field, replace
from typing import NamedTuple


class Hardness(NamedTuple):
    """Shares of titles reworded and bodies changed."""

    titles: float
    bodies: float


LEVELS = {"easy": Hardness(0.08, 0.10), "typical": Hardness(0.40, 0.45), "hard": Hardness(0.80, 0.70)}
STOCK = (
    "政务执法审批复议调解信访环保水利交通教育医疗养老就业住房财税金融科技产业农村城市社区文化旅游体育安全应急"
    "监管信用市场投资外贸企业人才创新改革开放法律宣传培训监督公开数据平台网格物业绿化河道垃圾建筑道路桥梁港口"
)
VERBS = ("推进", "加强", "完善", "深化", "规范", "优化", "提升", "强化", "落实", "健全", "加快", "抓好")
NOUNS = ("工作", "建设", "机制", "水平", "体系", "管理", "服务", "能力", "制度", "保障", "质量", "成效")
ADVERBS = ("进一步", "持续", "扎实", "全面", "稳步", "深入", "着力", "不断")
FRAMES = (
    "{adverb}{verb}{a}{noun}，{verb2}{b}和{c}{noun2}。",
    "制定{a}{b}实施方案，{verb}{c}{noun}，完成{number}项任务。",
    "全年办理{a}事项{number}件，{b}{c}满意率达{percent}%。",
    "围绕{a}，{adverb}{verb}{b}{noun}，建成{c}站点{number}个。",
    "{a}与{b}联动{adverb}{verb2}，{c}{noun}取得新进展。",
    "针对{a}问题，组织开展{b}专项行动，检查{c}单位{number}家。",
)
CHINESE = "一二三四五六七八九十"
MOVED, GONE, NEW = 0.12, 0.08, 0.08
REPLACED = 0.7
"""Sentences of a changed body that are written anew."""


@dataclass(frozen=True)
class Part:
    """A section: what it is about, its title without number, its own sentences, its subsections."""

    id: int
    words: tuple[str, ...]
    title: str
    body: tuple[str, ...]
    parts: tuple[Part, ...] = field(default=())


@dataclass(frozen=True)
class Pair:
    """Two reports as text, and the titles that belong together."""

    prior: str
    current: str
    links: frozenset[tuple[str, str]]


def make_pair(level: str, seed: int) -> Pair:
    """A pair of reports; titles within a report are all different."""
    rng = random.Random(f"{level} {seed}")
    hardness = LEVELS[level]
    maker = _Maker(rng)
    prior = tuple(maker.chapter(rng.randint(4, 9)) for _ in range(rng.randint(3, 5)))
    kept = [maker.next_year(part, hardness) for part in prior if rng.random() >= GONE / 4]
    current = _migrated(rng, _shuffled(rng, kept))
    titles = {part.id: part.title for part in _all(current)}
    links = {(part.title, titles[part.id]) for part in _all(prior) if part.id in titles}
    return Pair(_printed(prior, 2017), _printed(current, 2018), frozenset(links))


class _Maker:
    """Writes sections, each about something else."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.titles: set[str] = set()
        self.count = 0

    def words(self) -> tuple[str, ...]:
        return tuple("".join(self.rng.sample(STOCK, 2)) for _ in range(7))

    def title(self, words: tuple[str, ...], first: str, second: str) -> str:
        """A title of two of a section's words that no section bears yet."""
        rng = self.rng
        while True:
            adverb, verb, verb2, noun = map(rng.choice, (ADVERBS, VERBS, VERBS, NOUNS))
            plain, turned = f"{verb}{first}{second}{noun}", f"{first}{second}{noun}{adverb}{verb}"
            title = rng.choice((plain, turned, f"{adverb}{verb}{first}，{verb2}{second}{noun}"))
            if title not in self.titles:
                self.titles.add(title)
                return title
            first = rng.choice(words)

    def sentence(self, words: tuple[str, ...]) -> str:
        rng = self.rng
        a, b, c = rng.sample(words, 3)
        return rng.choice(FRAMES).format(
            a=a, b=b, c=c, adverb=rng.choice(ADVERBS), verb=rng.choice(VERBS), verb2=rng.choice(VERBS),
            noun=rng.choice(NOUNS), noun2=rng.choice(NOUNS), number=rng.randint(2, 900),
            percent=rng.randint(50, 99),
        )  # fmt: skip

    def section(self, sentences: int) -> Part:
        words = self.words()
        self.count += 1
        body = tuple(self.sentence(words) for _ in range(sentences))
        return Part(self.count, words, self.title(words, words[0], words[1]), body)

    def chapter(self, size: int) -> Part:
        parts = tuple(self.section(self.rng.randint(3, 8)) for _ in range(size))
        return replace(self.section(self.rng.randint(1, 2)), parts=parts)

    def next_year(self, part: Part, hardness: Hardness) -> Part:
        """The same section a year later."""
        rng = self.rng
        title, body = part.title, part.body
        if rng.random() < hardness.titles:
            second = part.words[1] if rng.random() < 0.5 else rng.choice(part.words[2:])
            first = part.words[0] if rng.random() < 0.5 else rng.choice(part.words[2:])
            title = self.title(part.words, first, second)
        if rng.random() < hardness.bodies:
            body = tuple(self.sentence(part.words) if rng.random() < REPLACED else old for old in body)
        parts = [self.next_year(child, hardness) for child in part.parts if rng.random() >= GONE]
        parts = _shuffled(rng, parts)
        for place in range(len(parts), 0, -1):
            if rng.random() < NEW:
                parts.insert(place, self.section(rng.randint(3, 8)))
        return replace(part, title=title, body=body, parts=tuple(parts))


def _shuffled(rng: random.Random, parts: list[Part]) -> list[Part]:
    """Some parts put elsewhere among the others."""
    for part in [part for part in parts if rng.random() < MOVED]:
        parts.remove(part)
        parts.insert(rng.randint(0, len(parts)), part)
    return parts


def _migrated(rng: random.Random, chapters: list[Part]) -> tuple[Part, ...]:
    """One part put into another chapter."""
    donor, host = rng.sample(range(len(chapters)), 2)
    if chapters[donor].parts:
        gone = rng.choice(chapters[donor].parts)
        rest = tuple(part for part in chapters[donor].parts if part is not gone)
        chapters[donor] = replace(chapters[donor], parts=rest)
        chapters[host] = replace(chapters[host], parts=(*chapters[host].parts, gone))
    return tuple(chapters)


def _all(parts: tuple[Part, ...]) -> list[Part]:
    return [part for chapter in parts for part in (chapter, *chapter.parts)]


def _printed(chapters: tuple[Part, ...], year: int) -> str:
    lines = [f"{year}年度工作情况报告", f"现将{year}年度工作情况报告如下。"]
    for number, chapter in enumerate(chapters):
        lines += [f"{CHINESE[number]}、{chapter.title}", "".join(chapter.body)]
        for place, part in enumerate(chapter.parts):
            mark = CHINESE[place] if place < 10 else f"十{CHINESE[place - 10]}"
            lines += [f"（{mark}）{part.title}", "".join(part.body)]
    return "\n".join(lines) + "\n"


def main() -> None:
    level, seed = [*sys.argv[1:], "typical", "1"][:2] if len(sys.argv) != 2 else (sys.argv[1], "1")
    pair = make_pair(level, int(seed))
    sys.stdout.write("\n".join([pair.prior, pair.current, *sorted(map(" → ".join, pair.links))]) + "\n")


if __name__ == "__main__":
    main()
