from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scorer.checks import chain_rises
from scorer.reading.model import Reading

MakeReading = Callable[..., Reading]
TELLINGS = (
    "全年受理矛盾纠纷{first}件，办结{second}件。",
    "共收到信访事项{first}件，已办结{second}件，均已回访。",
    "共提出审查意见{first}条，采纳{second}条。",
    "发放调查问卷{first}份，收回{second}份。",
    "应参训干部{first}人，实际参训{second}人。",
    "排查安全隐患{first}处，完成整改{second}处。",
)
fixture_is_pure = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
counts = st.integers(min_value=2, max_value=9999)


@fixture_is_pure
@given(counts, counts, st.sampled_from(TELLINGS))
def test_a_later_stage_is_found_exactly_where_it_is_larger(
    make_reading: MakeReading, first: int, second: int, telling: str
) -> None:
    text = telling.format(first=first, second=second)
    assert len(list(chain_rises.run(make_reading(text)))) == int(second > first)


@pytest.mark.parametrize(
    ("text", "computed"),
    [
        ("受理矛盾纠纷52起，化解50起，达成协议51起。", "51>50"),
        ("受理矛盾纠纷五十二起，化解五十四起。", "54>52"),
        ("受理信访事项1.2万件，办结1.4万件。", "14000>12000"),
    ],
)
def test_the_two_numbers_are_printed(make_reading: MakeReading, text: str, computed: str) -> None:
    (finding,) = chain_rises.run(make_reading(text))
    assert finding.computed == computed
