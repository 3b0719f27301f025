"""Makes a reproducible corpus of synthetic annual reports out of the sentences of `corpus/`.

    python scripts/bench/make_corpus.py OUT -n 2000 [--seed 7] [--copies 0.1]

Report i depends on the seed and i alone, so a corpus of 200 is the beginning of one of 40,000.
Sizes are 3 to 25 KB, 12 KB on average. Every town, county and person is invented.

With `--copies` that share of the reports holds text of an earlier one, and `OUT/copies.jsonl` tells
which: `whole` (all but head and numbers of the head), `half` (the first half of the sections) or
`passages` (three of 200 to 400 characters); the names of the town are replaced, or left in.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SENTENCES = Path(__file__).resolve().parents[2] / "corpus" / "sentences"
#: Hand 4 measures the learned model; nothing else looks at it.
NOT_READ = "s4.jsonl"
SMALLEST, LARGEST, MIDDLE, SPREAD = 3_000, 25_000, 10_800, 0.42
FOLDER_SIZE = 1_000

_FIRST = "青石白云双河大新长安金龙凤清平永兴和丰太三五九高黄赤松梅兰竹鹿雁鹤枫槐柳榆杏桃"
_SECOND = "坪河溪湖沟岭塘庄店桥湾滩坝屯寨堡泉井洲潭岗峰林沙水田渡浦埠墩垭川"
_VILLAGE = "上下东西南北前后左右新老大小"
_COUNTY = "安平永宁清泰兴长丰昌德和宜武阳陵城海岳临"
_PROVINCES = ("河北省", "江苏省", "浙江省", "安徽省", "江西省", "河南省", "湖南省", "四川省")
_KINDS = ("镇", "镇", "镇", "乡", "街道")
_SWAPS = tuple(
    tuple(row.split())
    for row in (
        "全年 一年来 年内 今年以来", "共 累计 先后 总共", "开展 组织 举办 安排", "及时 随即 第一时间 当天",
        "逐件 逐一 一件件 挨个", "干部 工作人员 同志 经办人员", "群众 村民 乡亲 居民", "进一步 持续 不断 继续",
        "建立 设立 搭建 建起", "处理 办理 处置 办结", "专门 单独 专程 特意", "邀请 请来 请 约请",
        "认真 仔细 用心 扎实", "解决 化解 了结 办妥", "发现 查出 找出 看出", "要求 提出 强调 明确",
        "印发 下发 发出 制发", "上门 入户 到家 登门", "每月 按月 逐月 月月", "每季度 按季 逐季 一季一次",
        "负责 承担 牵头 包干", "检查 巡查 查看 抽查", "培训 轮训 集训 培训会", "公开 公布 张榜 晒出",
        "镇里 乡上 本地 这里", "规范 理顺 统一 捋顺", "规定 约定 议定 商定", "情况 情形 实情 状况",
    )
)  # fmt: skip
_OPENINGS = (
    "",
    "",
    "",
    "",
    "年初，",
    "上半年，",
    "下半年，",
    "汛期过后，",
    "入秋以来，",
    "到年底，",
    "为此，",
    "同时，",
)
_NUMBER = re.compile(r"(?<![\d.〔第])\d+(?:\.\d+)?(?![\d年月日号时.〕])")
_FORMULAS = (
    "{year}年，{unit}坚持以习近平新时代中国特色社会主义思想为指导，深入学习贯彻习近平法治思想，全面贯彻落实党的二十大精神，"
    "认真落实《法治政府建设实施纲要（2021—2025年）》，扎实推进法治政府建设。现将有关情况报告如下。",
    "{year}年，{unit}在{county}委、{county}政府的坚强领导下，深刻领悟“两个确立”的决定性意义，增强“四个意识”、"
    "坚定“四个自信”、做到“两个维护”，坚持依法行政，较好完成了各项任务。现将{year}年度工作情况报告如下：",
)
_HEADS = {
    "measures": ("{year}年度推进法治政府建设的主要举措和成效", "主要工作情况", "推进法治建设的举措和成效"),
    "duty": ("党政主要负责人履行推进法治建设第一责任人职责情况", "主要负责人履行法治建设第一责任人职责情况"),
    "shortcoming": ("存在的不足和原因", "存在的问题", "工作中的不足"),
    "planned": ("{next}年度推进法治政府建设的主要安排", "下一年度工作打算", "下一步工作安排"),
}  # fmt: skip
_SUBHEADS = {
    "leadership": "加强组织领导", "services": "优化政务服务", "documents": "规范文件管理",
    "decisions": "依法科学决策", "enforcement": "规范行政执法", "disputes": "化解矛盾纠纷",
    "oversight": "自觉接受监督", "openness": "推进政务公开", "outreach": "抓好普法宣传",
    "study": "提升干部法治素养", "counsel": "用好法律顾问", "disclosure": "落实行政执法公示制度",
    "recording": "落实执法全过程记录制度", "review": "落实重大执法决定法制审核制度",
}  # fmt: skip
_NUMERALS = (
    "一",
    "二",
    "三",
    "四",
    "五",
    "六",
    "七",
    "八",
    "九",
    "十",
    "十一",
    "十二",
    "十三",
    "十四",
    "十五",
    "十六",
)
_SHARES = {"measures": 0.66, "duty": 0.13, "shortcoming": 0.09, "planned": 0.12}


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """An invented town and the year it reports on."""

    province: str
    county: str
    unit: str
    year: int

    def fill(self, words: str) -> str:
        """The words with the town's names and years in them."""
        names = {"county": self.county, "unit": self.unit, "year": self.year, "next": self.year + 1}
        return words.format(**names)


@dataclass(slots=True)
class Report:
    """A report in pieces; a section is a heading and its paragraphs, each with a sub-heading."""

    town: Town
    opening: str
    sections: list[tuple[str, list[tuple[str, str]]]] = field(default_factory=list)

    def render(self) -> str:
        """The report as text."""
        town = self.town
        office = "办事处" if town.unit.endswith("街道") else "人民政府"
        signer = f"{town.county}{town.unit}{office}"
        lines = [f"{signer}关于{town.year}年度法治政府建设情况的报告", "", f"　　{self.opening}"]
        for number, (head, paragraphs) in enumerate(self.sections):
            lines.append(f"　　{_NUMERALS[number]}、{head}")
            for at, (sub, words) in enumerate(paragraphs):
                title = f"（{_NUMERALS[at % len(_NUMERALS)]}）{sub}。" if sub else ""
                lines.append(f"　　{title}{words}")
        lines += ["", signer, f"{town.year + 1}年1月15日", ""]
        return "\n".join(lines)


class Maker:
    """Draws reports out of the pools of sentences."""

    def __init__(self, seed: int, copies: float) -> None:
        self.seed, self.copies = seed, copies
        self.pools = _read_pools()

    def make(self, index: int) -> tuple[Report, dict[str, object] | None]:
        """The report and, where it holds another's text, a line that says so."""
        report = self._draw(index)
        dice = random.Random(f"{self.seed}/copying/{index}")
        source = dice.randrange(max(index, 1))
        if not self._copies(index) or self._copies(source):
            return report, None
        kind = dice.choice(("whole", "half", "passages"))
        renamed = dice.random() < 0.7
        words = list(self._plant(report, self._draw(source), kind, renamed=renamed, dice=dice))
        return report, {
            "copy": index,
            "of": source,
            "kind": kind,
            "renamed": renamed,
            "texts": words,
        }

    def _copies(self, index: int) -> bool:
        """Whether a report may hold another's text; one that does is nobody's source."""
        return index > 1 and random.Random(f"{self.seed}/copies/{index}").random() < self.copies

    def _draw(self, index: int) -> Report:
        dice = random.Random(f"{self.seed}/{index}")
        town = _draw_town(dice)
        report = Report(town, town.fill(dice.choice(_FORMULAS)))
        size = dice.gauss(math.log(MIDDLE), SPREAD)
        goal = min(LARGEST, max(SMALLEST, int(math.exp(size)))) - 700
        for part, share in _SHARES.items():
            head = town.fill(dice.choice(_HEADS[part]))
            paragraphs = list(self._draw_part(part, goal * share, town, dice))
            report.sections.append((head, paragraphs))
        return report

    def _draw_part(
        self, part: str, left: float, town: Town, dice: random.Random
    ) -> Iterator[tuple[str, str]]:
        if part != "measures":
            pool = self.pools[part]
            yield from (("", words) for words in self._paragraphs(pool, left, town, dice))
            return
        topics = sorted(_SUBHEADS)
        dice.shuffle(topics)
        for number, topic in enumerate(topics, start=1):
            share = left / (len(topics) - number + 1)
            words = "".join(self._paragraphs(self.pools[topic], share, town, dice))
            left -= len(words.encode())
            if words:
                yield _SUBHEADS[topic], words

    def _paragraphs(
        self, pool: list[str], left: float, town: Town, dice: random.Random
    ) -> Iterator[str]:
        order = dice.sample(pool, len(pool))
        while left > 60 and order:
            sentences = []
            for _ in range(dice.randint(2, 5)):
                if left <= 60 or not order:
                    break
                sentences.append(_vary(order.pop(), town, dice))
                left -= len(sentences[-1].encode())
            yield "".join(sentences)

    def _plant(
        self, report: Report, other: Report, kind: str, *, renamed: bool, dice: random.Random
    ) -> Iterator[str]:
        """Put the other's words in; gives them as they stand in the copy."""

        def take(words: str) -> str:
            return words.replace(other.town.unit, report.town.unit) if renamed else words

        if kind == "passages":
            long = [p for _, ps in other.sections for p in ps if len(p[1]) >= 200]
            for _, words in dice.sample(long, min(3, len(long))):
                cut = take(words[: words.find("。", 200) + 1] or words)
                section = dice.choice(report.sections[:2])[1]
                section.insert(dice.randrange(len(section) + 1), ("", cut))
                yield cut
            return
        stop = len(other.sections) if kind == "whole" else 1
        for at, (_, paragraphs) in enumerate(other.sections[:stop]):
            part = paragraphs if kind == "whole" else paragraphs[: (len(paragraphs) + 1) // 2]
            taken = [(sub, take(words)) for sub, words in part]
            rest = [] if kind == "whole" else report.sections[at][1][len(taken) :]
            report.sections[at] = (report.sections[at][0], taken + rest)
            yield from (words for _, words in taken)


def _read_pools() -> dict[str, list[str]]:
    pools: dict[str, list[str]] = {}
    for path in sorted(SENTENCES.glob("*.jsonl")):
        if path.name == NOT_READ:
            continue
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            topic = row["topics"][0] if row["topics"] else ""
            words = (
                row["text"].replace(",", "，").replace(";", "；").replace("{", "").replace("}", "")
            )
            pools.setdefault(_pool_of(row["standing"], topic), []).append(words)
    return pools


def _pool_of(standing: str, topic: str) -> str:
    if standing in ("planned", "shortcoming"):
        return standing
    if standing != "done":
        return "unused"
    return "duty" if topic.startswith("duty.") else topic.partition(".")[2]


def _draw_town(dice: random.Random) -> Town:
    county = dice.choice(_COUNTY) + dice.choice(_COUNTY) + "县"
    stem = dice.choice(_FIRST) + dice.choice(_SECOND) + dice.choice(("", "", "子", "口"))
    year = dice.randint(2020, 2024)
    return Town(
        province=dice.choice(_PROVINCES), county=county, unit=stem + dice.choice(_KINDS), year=year
    )


def _vary(words: str, town: Town, dice: random.Random) -> str:
    """The sentence with other figures, other words of the same meaning, names put in."""
    for group in _SWAPS:
        for word in group:
            if word in words:
                words = words.replace(word, dice.choice(group), 1)
                break
    words = _NUMBER.sub(lambda found: _draw_number(found[0], dice), words)
    opening = dice.choice(_OPENINGS)
    if dice.random() < 0.25:
        village = f"{dice.choice(_VILLAGE)}{dice.choice(_FIRST)}{dice.choice(_SECOND)}村"
        opening = dice.choice(
            (f"在{village}，", f"{town.unit}{village}等地，", f"以{village}为试点，")
        )
    return opening + words


def _draw_number(digits: str, dice: random.Random) -> str:
    if digits == "12345" or "." in digits:
        return digits
    low = 10 ** (len(digits) - 1)
    return str(dice.randint(max(low, 1), low * 10 - 1))


def write_corpus(out: Path, count: int, *, seed: int = 7, copies: float = 0.0) -> int:
    """Write the reports in folders of a thousand; gives their bytes."""
    maker, total = Maker(seed, copies), 0
    told: list[str] = []
    for index in range(count):
        folder = out / f"d{index // FOLDER_SIZE:03d}"
        folder.mkdir(parents=True, exist_ok=True)
        report, copy = maker.make(index)
        data = report.render().encode("utf-8")
        (folder / f"r{index:06d}.txt").write_bytes(data)
        total += len(data)
        if copy is not None:
            told.append(json.dumps(copy, ensure_ascii=False))
    if copies:
        (out / "copies.jsonl").write_text("".join(f"{line}\n" for line in told), "utf-8")
    return total


def main() -> None:
    """Write a corpus as the command line asks."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("-n", type=int, default=200)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--copies", type=float, default=0.0)
    given = parser.parse_args()
    total = write_corpus(given.out, given.n, seed=given.seed, copies=given.copies)
    print(f"{given.n} reports, {total / 1e6:.1f} MB, mean {total / given.n / 1e3:.1f} KB")


if __name__ == "__main__":
    main()
