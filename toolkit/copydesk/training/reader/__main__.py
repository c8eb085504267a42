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
    parser.add_argument("--mean", type=Path, action="append", default=[], metavar="RUN",
                        help="with --finish: the mean of its weights and another run's; may be repeated")  # fmt: skip
    options = parser.parse_args(arguments)
    if options.mean and not options.finish:
        parser.error("--mean goes with --finish")
    from copydesk.errors import CopydeskError
    from copydesk.training.reader.train import finish_early, train

    try:
        where = options.config, options.data, options.out
        made = finish_early(*where, others=options.mean) if options.finish else train(*where)
        print(f"the model lies in {made}")
    except CopydeskError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
