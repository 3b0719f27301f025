"""Questions that are asked of every run, as queries; plain SQL answers the others."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scorer.parcels.rows import Value
from scorer.store.base import StoreError

#: What a query of the user's own may begin with.
_READING = ("select", "with")

#: Two reports are ranked apart only where their intervals do not overlap, years apart from years:
#: above are those whose lowest total is more than one's highest, below those whose highest is less.
_RANKING = """
WITH ends AS (
    SELECT report, year, low AS least, high AS most FROM reports
), above AS (
    SELECT report, sum(counted) OVER (PARTITION BY year ORDER BY total DESC
        GROUPS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS number
    FROM (SELECT NULL AS report, year, least AS total, 1 AS counted FROM ends
        UNION ALL SELECT report, year, most, 0 FROM ends)
), below AS (
    SELECT report, sum(counted) OVER (PARTITION BY year ORDER BY total
        GROUPS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS number
    FROM (SELECT NULL AS report, year, most AS total, 1 AS counted FROM ends
        UNION ALL SELECT report, year, least, 0 FROM ends)
), ranks AS (
    SELECT report, 1 + coalesce(above.number, 0) AS best,
        count(*) OVER (PARTITION BY year) - coalesce(below.number, 0) AS worst
    FROM ends JOIN above USING (report) JOIN below USING (report)
)
SELECT CASE WHEN best = worst THEN CAST(best AS TEXT) ELSE best || '–' || worst END AS 名次,
    coalesce(town, issuer, file) AS 单位, year AS 年度,
    low AS 总分下限, high AS 总分上限, band AS 等次,
    (SELECT count(*) FROM criteria AS c
        WHERE c.report = r.report AND c.outcome = 'missing') AS 缺失,
    (SELECT count(*) FROM findings AS f
        WHERE f.report = r.report AND f.strength = 'finding') AS 问题, file AS 文件
FROM reports AS r JOIN ranks USING (report) {where}
ORDER BY year DESC, best + worst, best, r.report
"""
_MISSED = """
SELECT c.part AS 部分, c.title AS 指标, sum(c.outcome = 'missing') AS 缺失,
    sum(c.outcome IN ('met', 'partial', 'missing')) AS 可判定,
    round(100.0 * sum(c.outcome = 'missing')
        / sum(c.outcome IN ('met', 'partial', 'missing')), 1) AS 占比,
    c.criterion AS 编号
FROM criteria AS c JOIN reports AS r USING (report) {where}
GROUP BY c.criterion HAVING 缺失 > 0
ORDER BY 缺失 DESC, 占比 DESC, c.criterion
"""
_FINDINGS = """
SELECT f.family AS 种类, f.rule AS 检查, count(*) AS 处数, count(DISTINCT f.report) AS 涉及报告
FROM findings AS f JOIN reports AS r USING (report) {where}
    {and_} f.strength = 'finding'
GROUP BY f.family, f.rule
ORDER BY 处数 DESC, f.rule
"""
#: A difference is told between totals that are certain, of a known body, each alone in its year.
_YEARS = """
WITH told AS (
    SELECT *, coalesce(town, issuer) AS body,
        low = high AND year IS NOT NULL AND coalesce(town, issuer) IS NOT NULL
            AND count(*) OVER (
                PARTITION BY province, city, county, coalesce(town, issuer), year) = 1 AS certain
    FROM reports
)
SELECT coalesce(body, file) AS 单位, year AS 年度,
    low AS 总分下限, high AS 总分上限, band AS 等次,
    CASE WHEN certain AND lag(certain) OVER years
        THEN round(low - lag(low) OVER years, 2) END AS 比上次,
    file AS 文件
FROM told AS r {where}
WINDOW years AS (PARTITION BY province, city, county, body ORDER BY year)
ORDER BY province, city, county, 单位, year, r.report
"""
_UNSCORED = """
SELECT file AS 文件, CASE state WHEN 'refused' THEN '未予评分' ELSE '无法读取' END AS 情形,
    document_type AS 种类, reason AS 原因
FROM unscored ORDER BY place, number
"""
#: By the name a user gives it.
QUESTIONS: Mapping[str, str] = {
    "排名": _RANKING,
    "缺失": _MISSED,
    "问题": _FINDINGS,
    "历年": _YEARS,
    "未评分": _UNSCORED,
}
#: Tables that can be asked for as they are, and those of them whose rows are a report's.
TABLES = ("runs", "reports", "criteria", "findings", "unscored")
_OF_REPORTS = ("reports", "criteria", "findings")
_OF_TOWN = "instr(coalesce(r.town, r.issuer, r.file), :town)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The heads of the columns, and the rows one after the other."""

    heads: tuple[str, ...]
    rows: Iterator[tuple[Value, ...]]


def ask(connection: sqlite3.Connection, question: str, town: str | None = None) -> Answer:
    """The answer to a question by name, to a table's name, or to a query in SQL.

    Raises:
        StoreError: there is no such question, it cannot be narrowed to a town, or SQLite does not
            understand the query.
    """
    words = question.strip()
    narrowed = "{where}" in QUESTIONS.get(words, "") or words in _OF_REPORTS
    if town is not None and not narrowed:
        raise StoreError(f"“{words}”不能用 --town 只看一个单位，请去掉 --town，或者换一个问题。")
    if words in QUESTIONS:
        where = "" if town is None else f"WHERE {_OF_TOWN}"
        query = QUESTIONS[words].format(where=where, and_="AND" if where else "WHERE")
    elif words in TABLES:
        towns = f" WHERE report IN (SELECT report FROM reports AS r WHERE {_OF_TOWN})"
        query = f"SELECT * FROM {words}{towns if town is not None else ''}"
    elif words.lower().startswith(_READING):
        query = words
    else:
        raise StoreError(f"没有“{words}”这个问题，请用 {'、'.join(QUESTIONS)}，或者 SELECT 语句。")
    return _answer(connection, query, {"town": town})


def _answer(connection: sqlite3.Connection, query: str, values: Mapping[str, Value]) -> Answer:
    try:
        cursor = connection.execute(query, values)
    except (sqlite3.Error, sqlite3.Warning) as error:
        raise StoreError(f"查询语句写得不对：{error}。各表各列见 docs/results.md。") from error
    heads = tuple(column[0] for column in cursor.description or ())
    return Answer(heads=heads, rows=cursor)


def list_tables(connection: sqlite3.Connection) -> Iterator[tuple[str, Answer]]:
    """Every table with its rows."""
    for table in TABLES:
        yield table, ask(connection, table)
