"""Files scored in a process of its own that is ended where it takes too long or too much memory."""

from scorer.worker.job import DEFAULT_LIMITS, FileLimits, Job, is_light
from scorer.worker.pool import WorkerPool

__all__ = ["DEFAULT_LIMITS", "FileLimits", "Job", "WorkerPool", "is_light"]
