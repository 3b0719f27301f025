"""The results store: one SQLite file beside the scorecards, for questions and for going on."""

from scorer.store.base import STORE, StoreError, Unscored
from scorer.store.results import ResultStore

__all__ = ["STORE", "ResultStore", "StoreError", "Unscored"]
