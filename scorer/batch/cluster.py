"""Lots scored by the workers of a Dask cluster; the only room that uses a network."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import CancelledError, Executor, Future, ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from functools import cache
from importlib.util import find_spec
from multiprocessing import current_process
from pathlib import Path

from scorer import pipeline
from scorer.batch.crew import Results, jobs_of
from scorer.batch.intake import Intake
from scorer.batch.task import Task, hash_engine
from scorer.errors import ScorerError
from scorer.rubric.model import Rubric
from scorer.worker import FileLimits, Job, WorkerPool, do_job

_NO_DASK = '使用集群要装集群组件：pip install "scorer[cluster]"，或者改用 --jobs。'
_NO_SCORER = "集群的 worker 没有装本程序，请在每台机器上装同样的版本后再试。"
_SECONDS_TO_ANSWER = 20
#: Workers that a lot may bring down before it is scored at home, file by file.
_RETRIES = 3


class ClusterError(ScorerError):
    """A cluster that cannot be used."""


class ClusterCrew:
    """Light files in lots; what the cluster cannot do is done by a pool at home.

    Reports are sent where they are small; a large file is read by the worker at the same path.
    """

    lot = 8

    def __init__(self, executor: Executor, home: WorkerPool, agreed: Agreed, cores: int) -> None:
        self.ahead = max(4, cores * 4)
        self._executor = executor
        self._home = home
        self._agreed = agreed
        self._threads = ThreadPoolExecutor(max_workers=self.ahead)
        self._closing = False

    def submit(self, lot: Sequence[Intake]) -> Future[Results]:
        """Have the files scored."""
        jobs = tuple(map(_from_anywhere, jobs_of(lot)))
        far = self._executor.submit(score_far, jobs, self._agreed)
        return self._threads.submit(self._await, far, jobs)

    def close(self) -> None:
        """Nobody waits for what is under way: it is not done at home instead."""
        self._closing = True
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _await(self, far: Future[Results], jobs: tuple[Job, ...]) -> Results:
        from distributed import KilledWorker  # noqa: PLC0415 - an extra

        try:
            return far.result()
        except ImportError as error:
            raise ClusterError(_NO_SCORER) from error
        except (KilledWorker, CancelledError, OSError):  # nothing of a lost lot is lost
            if self._closing:
                raise
            return tuple(self._home.submit([job]).result()[0] for job in jobs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """What a worker has to know, and the hashes of what it must have itself."""

    rubric: Path | None
    rubric_sha256: str
    engine: str
    limits: FileLimits


@contextmanager
def open_cluster(
    address: str, task: Task, standard: Rubric, home: WorkerPool
) -> Iterator[ClusterCrew]:
    """The crew at this address.

    Raises:
        ClusterError: the extra is not installed, or nobody answers there.
    """
    if find_spec("distributed") is None:
        raise ClusterError(_NO_DASK)
    from distributed import Client  # noqa: PLC0415 - an extra

    try:
        client = Client(address, timeout=_SECONDS_TO_ANSWER, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterError(f"{address}：没有连上集群，请检查地址和 dask scheduler。") from error
    agreed = Agreed(
        rubric=None if task.rubric is None else task.rubric.resolve(),
        rubric_sha256=standard.stamp.sha256,
        engine=hash_engine(),
        limits=task.limits,
    )
    with client:
        cores = sum(client.nthreads().values())
        if not cores:
            raise ClusterError(f"{address}：集群里没有 dask worker，请先启动。")
        executor = client.get_executor(pure=False, retries=_RETRIES)
        with closing(ClusterCrew(executor, home, agreed, cores)) as crew:
            yield crew


def score_far(jobs: tuple[Job, ...], agreed: Agreed) -> Results:
    """What a worker of the cluster does with a lot."""
    standard = _load(agreed.rubric)
    if standard.stamp.sha256 != agreed.rubric_sha256 or _hash_engine() != agreed.engine:
        raise ClusterError("集群上的程序或评分标准与本机不同，请装成同样的版本后再试。")
    if current_process().daemon:  # such a process may start no other, nor end one
        return tuple(do_job(job, standard) for job in jobs)
    return _open_pool(agreed).submit(jobs).result()


_hash_engine = cache(hash_engine)


@cache
def _load(rubric: Path | None) -> Rubric:
    return pipeline.load_rubric(rubric)


@cache
def _open_pool(agreed: Agreed) -> WorkerPool:
    """It lives as long as the worker; lots that come at once wait for each other."""
    pool = WorkerPool(agreed.rubric, agreed.limits)
    pool.agree(agreed.rubric_sha256)
    return pool


def _from_anywhere(job: Job) -> Job:
    """A path that counts from no folder of this machine's own."""
    return job if job.path is None else replace(job, path=job.path.resolve())
