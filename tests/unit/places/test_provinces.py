import pytest

from scorer.places.provinces import expand_province, find_named_provinces


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("广西", "广西壮族自治区"),
        ("桂", "广西壮族自治区"),
        ("内蒙古", "内蒙古自治区"),
        ("渝", "重庆市"),
        ("黑龙江", "黑龙江省"),
        ("陕", "陕西省"),
    ],
)
def test_a_short_name_stands_for_a_province(short: str, name: str) -> None:
    assert expand_province(short) == name


@pytest.mark.parametrize("short", ["", "法", "东北", "广", "重庆市"])
def test_other_words_stand_for_none(short: str) -> None:
    assert expand_province(short) is None


def test_provinces_named_in_full_are_found_with_their_ends() -> None:
    assert find_named_provinces("落实重庆市和福建省部署") == (("重庆市", 5), ("福建省", 9))
    assert find_named_provinces("落实省市部署") == ()
