"""How fast the desk is: cold starts as subprocesses beside a Python that does nothing, and words per second when warm.

Each round starts every command once, so that a busy moment of the machine falls on all of them alike.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import time
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from common import REPOSITORY, RULES_ONLY, give_up, keep, parser
from copydesk import Config, Desk, load_entities, read_document
from copydesk.scoring import number, signature, table
from copydesk.text import words

ARTICLE = "seeds/article-2020-11-28.txt"
HELP, NOTHING, TORCH = "copydesk --help", "python -c pass", 'python -c "import torch"'
CHECK = f"copydesk check {ARTICLE}"
RULES = f"{CHECK} --reader none"
_COPYDESK = (sys.executable, "-m", "copydesk.cli")
COMMANDS: dict[str, tuple[str, ...]] = {
    NOTHING: (sys.executable, "-c", "pass"),
    HELP: (*_COPYDESK, "--help"),
    RULES: (*_COPYDESK, "check", "--exit-zero", "--reader", "none", ARTICLE),
    CHECK: (*_COPYDESK, "check", "--exit-zero", ARTICLE),
    TORCH: (sys.executable, "-c", "import torch"),
}
#: seconds
LIMITS = {HELP: 0.3, RULES: 1.5, CHECK: 2.5}
HEAVY = ("torch", "transformers")
_WARM_SECONDS = 3.0
_MEBI = 2**20
#: runs the command in this process, then says which heavy modules it loaded
_PROBE = f"""
import sys
from copydesk.cli.main import main
try:
    main()
except SystemExit:
    pass
print(*(name for name in {HEAVY!r} if name in sys.modules), file=sys.stderr)
"""
#: starts a command and prints its peak: a started process counts its starter's memory as its own, so that it must be small
_LAUNCHER = """
import os, sys
away = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=away)
print(os.wait4(child, 0)[2].ru_maxrss)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """One run of a command: seconds on the wall, and seconds of work, which others on the machine do not lengthen."""

    seconds: float
    work: float


def start(command: Sequence[str]) -> Start:
    """Run a command and wait for it; ends the benchmark where it fails."""
    began = time.perf_counter()
    child = subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=_environment())
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - began
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        give_up(f"{' '.join(command[1:])} ended with {child.returncode}")
    return Start(seconds=seconds, work=usage.ru_utime + usage.ru_stime)


def memory(command: Sequence[str]) -> int:
    """The most memory a command holds, in bytes, as ``time -v`` tells it."""
    launcher = [sys.executable, "-I", "-S", "-c", _LAUNCHER, *command]
    done = subprocess.run(launcher, cwd=REPOSITORY, capture_output=True, text=True, check=True, env=_environment())
    return int(done.stdout) * (1 if sys.platform == "darwin" else 1024)


def _environment() -> dict[str, str]:
    """This environment, with the package that runs here found by the children too."""
    path = [str(REPOSITORY / "toolkit"), *filter(None, [os.environ.get("PYTHONPATH")])]
    return os.environ | {"PYTHONPATH": os.pathsep.join(path)}


def cold(runs: int) -> dict[str, list[Start]]:
    """Runs of every command, in turn; a first round that warms the disk is not counted."""
    rounds = [{name: start(command) for name, command in COMMANDS.items()} for _ in range(runs + 1)]
    return {name: [taken[name] for taken in rounds[1:]] for name in COMMANDS}


def heavy_modules(command: Sequence[str]) -> list[str]:
    """Which of the heavy modules a copydesk command loads."""
    arguments = [sys.executable, "-c", _PROBE, *command]
    done = subprocess.run(arguments, cwd=REPOSITORY, capture_output=True, text=True, check=True, env=_environment())
    last = done.stderr.rstrip("\n").split("\n")[-1]
    return [name for name in last.split() if name in HEAVY]


def warm(config: Config) -> float:
    """Words per second on an article read again and again by one desk: the median of some seconds."""
    desk, path = Desk(config=config), str(REPOSITORY / ARTICLE)
    size = len(words(read_document(path).text))
    desk.check(read_document(path))
    took: list[float] = []
    while sum(took) < _WARM_SECONDS:
        began = time.perf_counter()
        desk.check(read_document(path))
        took.append(time.perf_counter() - began)
    return size / median(took)


def _cold_table(taken: dict[str, list[Start]]) -> tuple[str, bool]:
    """The table, and whether every command keeps its limit."""
    nothing = median(item.seconds for item in taken[NOTHING])
    rows, kept = [], True
    for name, starts in taken.items():
        seconds, limit = [item.seconds for item in starts], LIMITS.get(name)
        middle = median(seconds)
        verdict = "" if limit is None else f"{'PASS' if middle < limit else 'FAIL'} (< {limit} s)"
        kept = kept and (limit is None or middle < limit)
        spread = (number(min(seconds)), number(max(seconds)), number(median(item.work for item in starts)))
        peak = number(memory(COMMANDS[name]) / _MEBI, 0)
        rows.append([name, number(middle), *spread, number(middle / nothing, 1), peak, verdict])
    return table(["command", "median s", "min", "max", "processor s", "× nothing", "peak MiB", "limit"], rows), kept


def _modules_table() -> tuple[str, bool]:
    rows, kept = [], True
    for name, command in ((HELP, ("--help",)), (CHECK, COMMANDS[CHECK][len(_COPYDESK) :])):
        loaded = heavy_modules(command)
        kept = kept and not loaded
        rows.append([name, ", ".join(loaded) or "none", "FAIL" if loaded else "PASS"])
    return table(["command", f"loads of {', '.join(HEAVY)}", "none allowed"], rows, left=2), kept


def run(options: Namespace) -> tuple[str, bool]:
    """The report, and whether all limits were kept."""
    starts, fast = _cold_table(cold(options.runs))
    modules, light = _modules_table()
    entities = load_entities().signature
    signed = signature(entities=entities, libraries=["click", "onnxruntime", "torch"], repository=REPOSITORY)
    machine = f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()}"
    parts = ["# Speed", f"Cold starts, median of {options.runs} ({machine})", starts, modules]
    rates = f"{warm(Config()):,.0f} words per second, {warm(RULES_ONLY):,.0f} without the reader"
    parts += [f"Warm: {rates}, on {ARTICLE}, read and checked again and again.", f"`{signed}`"]
    return "\n\n".join(parts), fast and light


def main(arguments: list[str] | None = None) -> int:
    """Run, print, keep; 1 where a limit is missed."""
    made = parser(__doc__, data=False)
    made.add_argument("--runs", type=int, default=9, help="starts of each command")
    options = made.parse_args(arguments)
    if options.runs < 1:
        made.error("--runs takes a number from 1")
    if not hasattr(os, "wait4"):
        give_up("needs a system that can wait for one child's use of memory (Linux, macOS)")
    text, kept = run(options)
    print(text)
    if options.keep:
        keep("speed.md", text)
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
