from collections.abc import Callable

from scorer.compare.specimen import Specimen, count_outside, join_stretches

Read = Callable[..., Specimen]


def test_own_names_marks_and_words_for_itself_are_left_out(read: Read) -> None:
    specimen = read("青岭镇", "青岭镇办了3件事，我镇都办成了。")
    assert "办了0件事都办成了" in specimen.letters
    assert "青岭镇" not in specimen.letters


def test_every_place_leads_back_to_the_words_of_the_file(read: Read) -> None:
    specimen = read("青岭镇", "全年开了125场会，来了1.2万人。")
    at = specimen.letters.index("开了0场会")
    begin, end = specimen.place(at, at + len("开了0场会"))
    assert specimen.words[begin:end] == "开了125场会"
    assert specimen.line(begin) == 5
    at = specimen.letters.index("场会来了0")
    begin, end = specimen.place(at, at + len("场会来了0"))
    assert specimen.words[begin:end] == "场会，来了1.2"


def test_headings_titles_head_and_formulas_are_nobodys_own(read: Read) -> None:
    specimen = read("青岭镇", "镇里学了《行政处罚法》，落实谁执法谁普法。")
    fixed = [specimen.letters[start:stop] for start, stop in specimen.fixed]
    assert any("主要举措和成效" in words for words in fixed)
    assert any("行政处罚法" in words for words in fixed)
    assert any("谁执法谁普法" in words for words in fixed)
    assert any("习近平新时代中国特色社会主义思想" in words for words in fixed)
    assert not any("镇里学了" in words for words in fixed)


def test_what_lies_outside_of_stretches_is_counted() -> None:
    stretches = join_stretches([(5, 8), (2, 4), (7, 9), (3, 3)])
    assert stretches == ((2, 4), (5, 9))
    assert count_outside(0, 12, stretches) == 6
    assert count_outside(6, 8, stretches) == 0
    assert count_outside(3, 6, stretches) == 1
