"""Files broken in many ways: bytes turned, cut, moved; members and XML of packages as well."""

from __future__ import annotations

import random
import re
import warnings
from collections.abc import Callable

from tests.makers.archives import read_zip, write_zip

_TAG = re.compile(rb"<[A-Za-z:]+[^<>]*>")
_VALUE = re.compile(rb'="[^"]*"')
_ODD_VALUES = (
    b"",
    b"-1",
    b"1e999",
    b"nan",
    b"999999999999",
    b"../../x",
    b"\xed\xa0\x80",
    b"&#0;",
    b"%s",
)
_ODD_BYTES = (
    b"\0" * 16,
    b"\xed\xa0\x80",
    b"\xff\xfe",
    b"\xff" * 9,
    "　".encode(),
    b"<",
    b"&#xD800;",
)
_BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY x SYSTEM "file:///dev/zero">]>'
)

Mutate = Callable[[bytes, random.Random], bytes]


def flip_bits(data: bytes, rng: random.Random) -> bytes:
    hurt = bytearray(data)
    for _ in range(rng.choice((1, 2, 8, 64))):
        hurt[rng.randrange(len(hurt))] ^= 1 << rng.randrange(8)
    return bytes(hurt)


def cut(data: bytes, rng: random.Random) -> bytes:
    return data[: rng.randrange(1, len(data) + 1)]


def splice(data: bytes, rng: random.Random) -> bytes:
    """A piece of it again somewhere else, over what stood there or between."""
    start, size, place = rng.randrange(len(data)), rng.randrange(1, 400), rng.randrange(len(data))
    piece = data[start : start + size]
    return data[:place] + piece + data[place + rng.choice((0, len(piece))) :]


def drop(data: bytes, rng: random.Random) -> bytes:
    start = rng.randrange(len(data))
    return data[:start] + data[start + rng.randrange(1, 400) :]


def insert_odd(data: bytes, rng: random.Random) -> bytes:
    place = rng.randrange(len(data))
    return data[:place] + rng.choice(_ODD_BYTES) + data[place:]


def overwrite_number(data: bytes, rng: random.Random) -> bytes:
    place, width = rng.randrange(len(data)), rng.choice((1, 2, 4, 8))
    value = rng.choice((0, 1, 0x7F, 0x80, (1 << 8 * width) - 1, 1 << (8 * width - 1)))
    number = (value % (1 << 8 * width)).to_bytes(width, "little")
    return data[:place] + number + data[place + width :]


def repeat(data: bytes, rng: random.Random) -> bytes:
    """One piece of it many times over."""
    start = rng.randrange(len(data))
    piece = data[start : start + rng.randrange(1, 60)]
    return data[:start] + piece * rng.choice((10, 1000, 20_000)) + data[start:]


BYTE_MUTATORS: tuple[Mutate, ...] = (
    flip_bits, cut, splice, drop, insert_odd, overwrite_number, repeat,
)  # fmt: skip


def _pick(matches: list[re.Match[bytes]], rng: random.Random) -> re.Match[bytes] | None:
    return rng.choice(matches) if matches else None


def change_value(data: bytes, rng: random.Random) -> bytes:
    found = _pick(list(_VALUE.finditer(data)), rng)
    if found is None:
        return flip_bits(data, rng)
    return data[: found.start()] + b'="' + rng.choice(_ODD_VALUES) + b'"' + data[found.end() :]


def nest(data: bytes, rng: random.Random) -> bytes:
    """An element inside itself, thousands of times."""
    found = _pick([tag for tag in _TAG.finditer(data) if not tag[0].endswith(b"/>")], rng)
    if found is None:
        return repeat(data, rng)
    deep = rng.choice((50, 300, 5000))
    closing = b"</" + re.split(rb"[\s>]", found[0][1:])[0] + b">"
    return data[: found.start()] + found[0] * deep + closing * deep + data[found.start() :]


def multiply(data: bytes, rng: random.Random) -> bytes:
    """From one tag to another, again and again."""
    tags = list(_TAG.finditer(data))
    if len(tags) < 3:
        return repeat(data, rng)
    first = rng.randrange(len(tags) - 1)
    last = rng.randrange(first + 1, min(len(tags), first + 12))
    piece = data[tags[first].start() : tags[last].start()]
    return (
        data[: tags[first].start()]
        + piece * rng.choice((2, 50, 1000))
        + data[tags[first].start() :]
    )


def remove_tag(data: bytes, rng: random.Random) -> bytes:
    found = _pick(list(_TAG.finditer(data)), rng)
    return data[: found.start()] + data[found.end() :] if found else drop(data, rng)


def declare_entities(data: bytes, rng: random.Random) -> bytes:
    found = _pick(list(_TAG.finditer(data)), rng)
    end = found.end() if found else 0
    body = data[:end] + rng.choice((b"&b;", b"&x;", b"")) + data[end:]
    return _BOMB + re.sub(rb"^\s*<\?xml[^>]*\?>", b"", body)


XML_MUTATORS: tuple[Mutate, ...] = (
    change_value, change_value, nest, multiply, remove_tag, declare_entities,
)  # fmt: skip


def mutate_member(data: bytes, rng: random.Random) -> bytes:
    """One member broken and the archive made anew around it; archives inside are entered."""
    members = read_zip(data)
    name = rng.choice(sorted(members))
    content = members[name]
    if content[:4] == b"PK\x03\x04":
        members[name] = mutate(content, rng)
    elif content:
        known = XML_MUTATORS if b"<" in content[:200] and rng.random() < 0.7 else BYTE_MUTATORS
        members[name] = rng.choice(known)(content, rng)
    return write_zip(members)


def shuffle_members(data: bytes, rng: random.Random) -> bytes:
    """A member gone, renamed, in place of another, empty, or there twice."""
    members = read_zip(data)
    one, other = rng.choice(sorted(members)), rng.choice(sorted(members))
    change = rng.randrange(5)
    if change == 0:
        del members[one]
    elif change == 1:
        members["../" + one] = members.pop(one)
    elif change == 2:
        members[one] = members[other]
    elif change == 3:
        members[one] = b""
    packed = write_zip(members)
    return packed + packed if change == 4 else packed


def mutate(data: bytes, rng: random.Random) -> bytes:
    """The file broken once or a few times, most often inside where it is a package."""
    if data[:2] == b"PK" and rng.random() < 0.9:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return rng.choice((mutate_member, mutate_member, mutate_member, shuffle_members))(
                data, rng
            )
    known = (*BYTE_MUTATORS, *XML_MUTATORS) if b"<p>" in data else BYTE_MUTATORS
    for _ in range(rng.choice((1, 1, 1, 2, 4))):
        data = rng.choice(known)(data, rng) or b"\0"
    return data
