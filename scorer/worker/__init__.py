"""Files scored in a process of its own that is ended where it takes too long or too much memory."""

from scorer.worker.doing import do_job
from scorer.worker.job import DEFAULT_LIMITS, LIGHT_BYTES, FileLimits, Job, Kept, is_light
from scorer.worker.pool import WorkerPool

__all__ = [
    "DEFAULT_LIMITS",
    "LIGHT_BYTES",
    "FileLimits",
    "Job",
    "Kept",
    "WorkerPool",
    "do_job",
    "is_light",
]
