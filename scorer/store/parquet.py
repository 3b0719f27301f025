"""Answers as Parquet files, with the extra `analytics`."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from scorer.store.base import StoreError
from scorer.store.questions import Answer

_NO_POLARS = '写 Parquet 要装分析组件：pip install "scorer[analytics]"，或者改用 -f csv。'


def write_parquet(answer: Answer, path: Path) -> None:
    """Write the answer; a column has the type of its values.

    Raises:
        StoreError: the extra is not installed, or the file cannot be written.
    """
    if find_spec("polars") is None:
        raise StoreError(_NO_POLARS)
    import polars  # noqa: PLC0415 - an extra

    rows = list(answer.rows)
    table = polars.DataFrame(
        rows, schema=list(answer.heads), orient="row", infer_schema_length=None
    )
    draft = path.with_name(f".{path.name}.tmp")
    try:
        table.write_parquet(draft)
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise StoreError(f"{path}：无法写入，请检查目录权限和剩余空间。") from error
