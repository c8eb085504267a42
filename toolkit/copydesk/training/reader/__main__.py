"""``python -m copydesk.training.reader CONFIG DATA_FOLDER OUT_FOLDER``: train, or go on where a run was cut."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def main(arguments: list[str] | None = None) -> int:
    """Train and say where the model lies."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("config", type=Path, help="the plan of the run, such as configs/reader.toml")
    parser.add_argument("data", type=Path, help="the folder that holds mqm/ and ner/")
    parser.add_argument("out", type=Path, help="where checkpoints, curves and the model are written")
    parser.add_argument("--finish", action="store_true", help="calibrate and export the last checkpoint, without training on")
    options = parser.parse_args(arguments)
    from copydesk.errors import CopydeskError
    from copydesk.training.reader.train import finish_early, train

    try:
        made = (finish_early if options.finish else train)(options.config, options.data, options.out)
        print(f"the model lies in {made}")
    except CopydeskError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
