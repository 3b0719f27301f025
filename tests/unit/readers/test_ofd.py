"""OFD in the shapes that programs write it in gives the paragraphs that a person reads."""

from __future__ import annotations

import pytest

from scorer.errors import IngestError
from scorer.ingest import read
from scorer.readers.extract import Extract
from scorer.readers.ofd import read_ofd
from tests.makers.archives import read_zip, write_zip
from tests.makers.ofd import (
    SHAPES,
    list_shapes,
    pack_ofd,
    write_code,
    write_layer,
    write_line,
    write_lines,
    write_object,
    write_ofd,
    write_page,
)
from tests.makers.paper import EM, SetLine, add_up, set_pages
from tests.makers.report import PARAGRAPHS, TEXT

FILE = "石桥镇.ofd"
PICTURE = '<ofd:ImageObject Boundary="10 10 190 270" ResourceID="5"/>'


def read_text(data: bytes) -> str:
    return read_ofd(FILE, data).text


def read_body(*objects: str) -> str:
    return read_text(pack_ofd([write_page(write_layer(*objects))]))


def set_line(words: str, x: float = 40.0, y: float = 50.0) -> SetLine:
    return SetLine(words=words, places=tuple(add_up(words, x)), y=y)


def refuse(data: bytes) -> str:
    with pytest.raises(IngestError) as caught:
        read_ofd(FILE, data)
    message = str(caught.value)
    assert message.startswith(f"{FILE}：")
    assert message.endswith("。")
    assert "\n" not in message
    return message


@pytest.mark.parametrize(("shape", "framed"), tuple(list_shapes()))
def test_the_report_is_read_in_its_order_whatever_the_shape(shape: str, framed: bool) -> None:
    assert read_ofd(FILE, write_ofd(shape, framed=framed)) == Extract(text=TEXT)


def test_the_document_of_an_ofd_is_that_of_its_text() -> None:
    (document,) = read(FILE, write_ofd())
    (twin,) = read(FILE, TEXT.encode())
    assert document.blocks == twin.blocks


@pytest.mark.parametrize(
    ("space", "root"),
    [
        ("http://www.ofdspec.org", ""),
        ("http://www.ofdspec.org/2016", "/Doc_0/"),
        ("urn:ofd", "../Doc_0/../Doc_0/./"),
    ],
)
def test_other_name_spaces_and_ways_to_name_a_place_are_read(space: str, root: str) -> None:
    pages = [write_page(write_lines(page), space=space) for page in set_pages()]
    assert read_text(pack_ofd(pages, space=space, root=root)) == TEXT


def test_pages_come_in_the_order_of_the_document() -> None:
    pages = [write_page(write_layer(write_line(set_line(words)))) for words in ("甲甲甲", "乙乙乙")]
    assert read_text(pack_ofd(pages)) == "甲甲甲\n乙乙乙\n"


def test_a_page_that_lies_on_its_side_is_read_upright() -> None:
    line = set_line("全年调解纠纷146件。")
    turned = write_object(
        "100 20 9 200", write_code(line.words, 0, 0, line.steps), more='CTM="0 1 -1 0 0 0"'
    )
    assert read_body(turned) == "全年调解纠纷146件。\n"


def test_a_drawing_kept_apart_is_read_where_it_is_used() -> None:
    resources = (
        '<ofd:Res xmlns:ofd="http://www.ofdspec.org/2016"><ofd:CompositeGraphicUnits>'
        '<ofd:CompositeGraphicUnit ID="7"><ofd:Content>'
        f"{write_line(set_line('镇综合行政执法队', 0, 10))}"
        "</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits></ofd:Res>"
    )
    first, last = write_line(set_line("甲", y=40)), write_line(set_line("乙", y=80))
    use = '<ofd:CompositeObject ResourceID="7" Boundary="40 50 90 20"/>'
    page = write_page(write_layer(last, use, first))
    members = read_zip(pack_ofd([page])) | {"Doc_0/DocumentRes.xml": resources.encode()}
    assert read_text(write_zip(members)) == "甲\n镇综合行政执法队\n乙\n"


def test_a_drawing_that_uses_itself_ends() -> None:
    resources = (
        "<Res><CompositeGraphicUnit ID='7'><Content><CompositeObject ResourceID='7'/>"
        "<CompositeObject ResourceID='7'/></Content></CompositeGraphicUnit></Res>"
    )
    page = write_page(
        write_layer("<ofd:CompositeObject ResourceID='7'/>", write_line(set_line("甲")))
    )
    members = read_zip(pack_ofd([page])) | {"Doc_0/DocumentRes.xml": resources.encode()}
    assert read_text(write_zip(members)) == "甲\n"


def test_cells_of_a_row_are_parted_by_tabs() -> None:
    row = [write_line(set_line(words, x)) for words, x in (("调解纠纷", 40), ("146件", 110))]
    assert read_body(*row[::-1]) == "调解纠纷\t146件\n"


def test_characters_without_advances_stand_side_by_side() -> None:
    code = write_code("全年办理案件31件", 0, 5, ())
    assert read_body(write_object("40 40 90 9", code)) == "全年办理案件31件\n"


def test_codes_of_one_object_go_on_where_the_last_one_ended() -> None:
    codes = write_code("全年办理案件", 0, 5, [EM] * 6) + "<ofd:TextCode>31件</ofd:TextCode>"
    assert read_body(write_object("40 40 90 9", codes)) == "全年办理案件31件\n"


def test_an_advance_repeated_a_billion_times_is_no_more_than_the_words_need() -> None:
    code = '<ofd:TextCode X="0" Y="5" DeltaX="g 1000000000 5.6">依法行政</ofd:TextCode>'
    assert read_body(write_object("40 40 90 9", code)) == "依法行政\n"


@pytest.mark.parametrize("value", ["", "x y", "nan nan", "1e999 0", "-1 -1 -1 -1 -1 -1"])
def test_numbers_that_are_none_do_no_harm(value: str) -> None:
    bad = write_object(value, write_code("镇", 0, 0, ()), more=f'CTM="{value}"')
    assert "依法行政" in read_body(bad, write_line(set_line("依法行政", y=90)))


def test_a_page_that_is_a_picture_leaves_a_note_where_it_belongs() -> None:
    pages = [write_lines(page) for page in set_pages()]
    whole = [write_page(body) for body in (pages[0], write_layer(PICTURE), *pages[1:])]
    extract = read_ofd(FILE, pack_ofd(whole))
    (note,) = extract.notes
    assert note.message == "第2页是图片，没有文字，这里可能缺少内容，请核对原件。"
    assert note.loses_text
    assert extract.text[note.span.start : note.span.end]


def test_a_file_of_pictures_is_refused_with_what_to_do() -> None:
    message = refuse(pack_ofd([write_page(write_layer(PICTURE))] * 2))
    assert "扫描件" in message
    assert ".docx" in message


def test_words_whose_font_does_not_tell_them_leave_a_note() -> None:
    unknown = write_line(set_line("\ue000\ue001\ue002\ue003\ue004\ue005", y=90))
    page = write_page(write_layer(write_line(set_line("依法行政" * 10)), unknown))
    (note,) = read_ofd(FILE, pack_ofd([page])).notes
    assert "字体没有标明" in note.message
    assert "字体没有标明" in refuse(pack_ofd([write_page(write_layer(unknown))]))


@pytest.mark.parametrize(
    "content", [b"<a", b"", b"\xff\xfe", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"]
)
def test_a_broken_page_leaves_a_note_and_the_others_are_read(content: bytes) -> None:
    members = read_zip(write_ofd()) | {"Doc_0/Pages/Page_1/Content.xml": content}
    extract = read_ofd(FILE, write_zip(members))
    assert extract.text.startswith(PARAGRAPHS[0])
    assert [note.message[:8] for note in extract.notes] == ["第2页已损坏，无"]


def test_a_page_that_is_missing_leaves_a_note() -> None:
    members = read_zip(write_ofd())
    del members["Doc_0/Pages/Page_0/Content.xml"]
    (note,) = read_ofd(FILE, write_zip(members)).notes
    assert note.message.startswith("第1页已损坏")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("OFD.xml", b"<OFD/>", "找不到正文"),
        ("OFD.xml", b"<OFD", "不是完整的 XML"),
        ("OFD.xml", b"<!DOCTYPE a SYSTEM 'file:///etc/hostname'><a/>", "实体"),
        ("OFD.xml", b"<OFD><DocRoot>../../x.xml</DocRoot></OFD>", "找不到正文"),
        ("Doc_0/Document.xml", b"<Document/>", "没有可以读取的文字"),
        ("Encryptions.xml", b"<Encryptions/>", "加密"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(name: str, content: bytes, words: str) -> None:
    assert words in refuse(write_zip(read_zip(write_ofd()) | {name: content}))


def test_all_pages_broken_is_told() -> None:
    members = read_zip(write_ofd())
    broken = {name: b"" for name in members if name.startswith("Doc_0/Pages/")}
    assert "各页都已损坏" in refuse(write_zip(members | broken))


def test_no_more_pages_are_read_than_a_report_has() -> None:
    assert "页的上限" in refuse(pack_ofd([write_page(write_layer())] * 601))


@pytest.mark.parametrize("cut", [40, 300, -1])
def test_a_cut_file_is_told(cut: int) -> None:
    assert "损坏或不完整" in refuse(write_ofd()[:cut])


def test_every_shape_is_tried() -> None:
    assert len(SHAPES) >= 5
