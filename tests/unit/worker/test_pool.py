"""Files that hang, swell or end the process are told, and the others are scored as ever."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from multiprocessing import active_children
from pathlib import Path
from time import sleep

import pytest

from scorer.parcels import Order, pack, unpack
from scorer.pipeline import score_bytes
from scorer.render import wire
from scorer.rubric.model import Rubric
from scorer.worker import FileLimits, Job, Kept, WorkerPool, is_light
from scorer.worker.memory import measure_memory
from scorer.worker.pool import RubricChangedError
from tests.makers.archives import write_zip
from tests.makers.ofd import write_ofd
from tests.makers.report import TEXT

MEBI = 1024 * 1024
#: Judging that many sentences on one line takes minutes, and reading them much memory.
ENDLESS = "镇政府全年调解纠纷146件，调解成功142件，村组各1名。".encode() * 12_000


@pytest.fixture(scope="module")
def pool() -> Iterator[WorkerPool]:
    """One for all tests: starting a process takes a second."""
    with WorkerPool(None) as found:
        yield found


def test_a_file_is_scored_as_without_a_worker(pool: WorkerPool, township: Rubric) -> None:
    data = write_ofd()
    job = Job(name="石桥镇.ofd", data=data)
    assert pool.submit([job]).result()[0] == score_bytes("石桥镇.ofd", data, township)


def test_a_file_is_read_by_its_path_and_what_is_wrong_is_told(
    pool: WorkerPool, tmp_path: Path
) -> None:
    path = tmp_path / "空.txt"
    path.write_bytes(b"")
    (failure,) = pool.submit([Job(name="空.txt", path=path)]).result()[0].errors
    assert failure.reason.startswith("文件是空的")


def test_results_belong_to_their_jobs_whatever_their_order(pool: WorkerPool) -> None:
    names = ["甲.txt", "乙.txt", "丙.txt"]
    futures = [pool.submit([Job(name=name, data=TEXT.encode())]) for name in names]
    cards = [future.result()[0].scorecards[0] for future in futures]
    assert [card.report.file for card in cards] == names


def test_a_file_that_takes_too_long_is_told_and_the_next_one_is_scored() -> None:
    with WorkerPool(None, FileLimits(seconds=2.5)) as pool:
        (failure,) = pool.submit([Job(name="甲.txt", data=ENDLESS)]).result()[0].errors
        assert failure.file == "甲.txt"
        assert failure.reason.startswith("处理超过 2.5 秒仍未完成，已经停止")
        assert pool.submit([Job(name="乙.txt", data=TEXT.encode())]).result()[0].scorecards


def test_getting_ready_is_not_charged_to_the_first_file() -> None:
    with WorkerPool(None, FileLimits(seconds=0.3)) as pool:
        pool.start()
        (failure,) = pool.submit([Job(name="空.ofd", data=b"")]).result()[0].errors
        assert failure.reason.startswith("文件是空的")


def test_leaving_a_pool_begins_none_of_the_lots_that_wait() -> None:
    before = set(active_children())
    with WorkerPool(None, size=2) as pool:
        futures = [pool.submit([Job(name="甲.txt", data=ENDLESS)]) for _ in range(6)]
        while not all(future.running() for future in futures[:2]):
            sleep(0.01)
    assert [future.cancelled() for future in futures] == [False, False, True, True, True, True]
    (left,) = futures[0].result()[0].errors  # ended, not worked at up to its limit
    assert left.reason.startswith("读取时程序意外退出")
    assert set(active_children()) <= before


def test_a_process_that_loads_another_rubric_ends_the_run() -> None:
    with WorkerPool(None) as pool:
        pool.agree("0" * 64)
        with pytest.raises(RubricChangedError, match="评分标准在评分途中有改动"):
            pool.submit([Job(name="甲.txt", data=TEXT.encode())]).result()


def test_a_rubric_that_became_unusable_is_not_told_of_each_file(tmp_path: Path) -> None:
    rubric = tmp_path / "坏.yaml"
    rubric.write_text("{", encoding="utf-8")
    with WorkerPool(rubric) as pool, pytest.raises(RubricChangedError, match=r"坏\.yaml"):
        pool.submit([Job(name="甲.txt", data=TEXT.encode())]).result()


def test_a_member_that_takes_too_long_does_not_end_its_archive() -> None:
    data = write_zip({"甲.txt": TEXT.encode(), "乙.txt": ENDLESS, "丙.txt": TEXT.encode()})
    with WorkerPool(None, FileLimits(seconds=8)) as pool:
        result = pool.submit([Job(name="包.zip", data=data)]).result()[0]
    assert [card.report.file for card in result.scorecards] == ["包.zip/甲.txt", "包.zip/丙.txt"]
    assert [failure.file for failure in result.errors] == ["包.zip/乙.txt"]


def test_an_archive_of_files_that_hang_is_left_after_a_few() -> None:
    data = write_zip({f"{number}.txt": ENDLESS for number in range(9)})
    with WorkerPool(None, FileLimits(seconds=1)) as pool:
        errors = pool.submit([Job(name="包.zip", data=data)]).result()[0].errors
    assert [failure.file for failure in errors[:2]] == ["包.zip/0.txt", "包.zip/1.txt"]
    assert "余下的没有读取" in errors[-1].reason


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="the system does not tell")
def test_a_file_that_takes_too_much_memory_is_told() -> None:
    with WorkerPool(None, FileLimits(memory=64 * MEBI)) as pool:
        (failure,) = pool.submit([Job(name="甲.txt", data=ENDLESS)]).result()[0].errors
    assert failure.reason.startswith("处理时内存超过 64 MB 的上限，已经停止")


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_a_worker_that_dies_is_told_and_another_one_takes_over(pool: WorkerPool) -> None:
    pool.start()
    running = pool._workers[0]._running
    assert running is not None
    future = pool.submit([Job(name="甲.txt", data=ENDLESS)])
    os.kill(running[0].pid or 0, signal.SIGKILL)
    (failure,) = future.result()[0].errors
    assert failure.reason.startswith("读取时程序意外退出")
    assert pool.submit([Job(name="乙.txt", data=TEXT.encode())]).result()[0].scorecards


def test_small_texts_need_no_worker_and_all_else_does() -> None:
    assert is_light(TEXT.encode())
    assert not is_light(ENDLESS)
    assert not is_light(write_ofd())


def test_a_file_of_a_lot_that_ends_the_worker_ends_no_other() -> None:
    texts = {"甲.txt": TEXT.encode(), "乙.txt": ENDLESS, "丙.txt": TEXT.encode()}
    lot = [Job(name=name, data=data) for name, data in texts.items()]
    with WorkerPool(None, FileLimits(seconds=8)) as pool:
        first, second, third = pool.submit(lot).result()
    assert [card.report.file for card in (*first.scorecards, *third.scorecards)] == [
        "甲.txt",
        "丙.txt",
    ]
    assert [failure.file for failure in second.errors] == ["乙.txt"]


def test_what_was_scored_before_is_packed_anew_and_not_scored(
    pool: WorkerPool, township: Rubric
) -> None:
    (card,) = score_bytes("甲.txt", TEXT.encode(), township).scorecards
    kept = Kept(packed=(pack(card, Order()).packed,))
    job = Job(name="甲.txt", kept=kept, order=Order(pieces=("jsonl",)))
    (parcel,) = pool.submit([job]).result()[0].parcels
    assert unpack(parcel.packed) == card
    assert parcel.pieces["jsonl"].decode() == wire.render_line(card)


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="the system does not tell")
def test_memory_of_a_process_is_told_and_of_none_is_not() -> None:
    assert (measure_memory(os.getpid()) or 0) > MEBI
    assert measure_memory(2**22 + 1) is None
