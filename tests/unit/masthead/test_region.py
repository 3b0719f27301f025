from scorer.masthead.region import find_region


def test_a_unique_town_is_placed_without_any_hint() -> None:
    assert find_region([], "文疃镇", "") == ("山东省", "临沂市", "莒南县", "文疃镇")


def test_namesakes_are_told_apart_by_what_the_text_names() -> None:
    assert find_region([], "沙溪镇", "")[:3] == (None, None, None)
    assert find_region([], "沙溪镇", "中山市")[:2] == ("广东省", "中山市")
    assert find_region([], "沙溪镇", "中山市太仓市")[:3] == ("江苏省", "苏州市", "太仓市")


def test_a_draw_between_namesakes_places_nothing() -> None:
    assert find_region([], "沙溪镇", "新昌县太仓市")[:3] == (None, None, None)


def test_without_a_town_what_is_stated_stays() -> None:
    assert find_region([("云岫县",)], None, "") == (None, None, "云岫县", None)
