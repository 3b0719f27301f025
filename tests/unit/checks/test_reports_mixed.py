from collections.abc import Callable
from dataclasses import replace

from scorer.checks import reports_mixed
from scorer.document import Span
from scorer.reading.model import Reading


def test_the_other_signature_of_the_file_is_quoted(make_reading: Callable[..., Reading]) -> None:
    text = "柳湾镇人民政府\n2024年1月5日\n  桥头镇人民政府\n柳湾镇人民政府\n2024年1月8日"
    whole = make_reading(text, doubts=(("glued", "桥头镇"),))
    first = replace(whole.document, extent=Span(0, text.index("  桥头")))
    head = replace(whole.masthead, signature=None)
    (finding,) = reports_mixed.run(replace(whole, document=first, masthead=head))
    assert [quote.text for quote in finding.quotes] == ["柳湾镇人民政府", "桥头镇人民政府"]
