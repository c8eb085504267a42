"""Chromium without a window, for tests that look at a page: the DevTools protocol over a pipe, with nothing to install for it.

The commands and events are those of https://chromedevtools.github.io/devtools-protocol/, the pipe that of Chromium's option
``--remote-debugging-pipe``: it reads from descriptor 3 and writes to descriptor 4, each message ends with a NUL.
"""

from __future__ import annotations

import base64
import fcntl
import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_FLAGS = (
    "--headless=new", "--remote-debugging-pipe", "--no-first-run", "--disable-gpu", "--disable-extensions",
    "--disable-background-networking", "--disable-component-update", "--hide-scrollbars", "--force-color-profile=srgb",
)  # fmt: skip
_DEEP = 10
#: of keys with names: what they type, and their Windows code
_NAMED = {"Enter": ("\r", 13), "Tab": ("\t", 9), "Escape": ("", 27), "ArrowLeft": ("", 37), "ArrowRight": ("", 39)}


@lru_cache(maxsize=1)
def chromium() -> str | None:
    """The browser of this machine: that of COPYDESK_CHROMIUM, else the first in the path."""
    return os.environ.get("COPYDESK_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


class NavigatedError(Exception):
    """The page that was asked is no longer there: the browser is on its way to another one."""


class Browser:
    """A running Chromium with one page. A script error of the page is an error of the test."""

    def __init__(self, binary: str, profile: str) -> None:
        root = ("--no-sandbox",) if os.geteuid() == 0 else ()
        theirs, self._to = os.pipe()
        self._from, answers = os.pipe()
        ends = [fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, _DEEP) for end in (theirs, answers)]
        command = [binary, *_FLAGS, *root, f"--user-data-dir={profile}", "about:blank"]
        self.process = subprocess.Popen(
            command, close_fds=False, preexec_fn=lambda: [os.dup2(end, place) for end, place in zip(ends, (3, 4), strict=True)],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        for end in (theirs, answers, *ends):
            os.close(end)
        self._read, self._last, self._session = b"", 0, None
        self.errors: list[str] = []
        self.requests: list[str] = []
        target = next(item for item in self.call("Target.getTargets")["targetInfos"] if item["type"] == "page")
        self._session = self.call("Target.attachToTarget", targetId=target["targetId"], flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **params: object) -> dict[str, Any]:
        """Run a command and give its result."""
        self._last += 1
        message = {"id": self._last, "method": method, "params": params}
        if self._session is not None:
            message["sessionId"] = self._session
        os.write(self._to, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._last:
                if "navigated" in answer.get("error", {}).get("message", ""):
                    raise NavigatedError
                assert "error" not in answer, (method, answer)
                return dict(answer["result"])

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._read:
            more = os.read(self._from, 1 << 16)
            assert more, "Chromium has gone"
            self._read += more
        message, _, self._read = self._read.partition(b"\0")
        read: dict[str, Any] = json.loads(message)
        self._note(read)
        return read

    def _note(self, event: dict[str, Any]) -> None:
        params = event.get("params", {})
        if event.get("method") == "Runtime.exceptionThrown":
            self.errors.append(str(params["exceptionDetails"]))
        elif event.get("method") == "Log.entryAdded" and params["entry"]["level"] == "error":
            self.errors.append(str(params["entry"]))
        elif event.get("method") == "Network.requestWillBeSent":
            self.requests.append(params["request"]["url"])

    def look(self, width: int = 1400, height: int = 900, *, dark: bool = False, media: str = "") -> None:
        """Set the size of the page and whether its reader likes it dark, or is a printer."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        features = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        self.call("Emulation.setEmulatedMedia", media=media, features=features)

    def open(self, page: Path | str) -> None:
        """Load a file or address and wait until its scripts have run."""
        self.call("Page.navigate", url=page if isinstance(page, str) else page.resolve().as_uri())
        self.until("document.readyState === 'complete'")

    def ask(self, script: str) -> Any:
        """The value of an expression (a promise is waited for)."""
        done = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in done, done["exceptionDetails"]
        return done["result"].get("value")

    def until(self, condition: str, seconds: float = 20) -> None:
        """Wait for an expression to come true."""
        end = time.monotonic() + seconds
        while not self._holds(condition):
            assert time.monotonic() < end, f"never came true: {condition}"
            time.sleep(0.02)

    def _holds(self, condition: str) -> bool:
        try:
            return bool(self.ask(condition))
        except NavigatedError:
            return False

    def press(self, *keys: str) -> None:
        """Press keys one after the other: characters, or names such as Enter, Tab, Escape, ArrowRight."""
        for key in keys:
            text, code = _NAMED.get(key, (key, ord(key[0].upper())))
            self.call("Input.dispatchKeyEvent", type="keyDown", key=key, text=text, windowsVirtualKeyCode=code)
            self.call("Input.dispatchKeyEvent", type="keyUp", key=key, windowsVirtualKeyCode=code)

    def click(self, selector: str) -> None:
        """Scroll to an element, wait until the page stands still, and click in the middle of it."""
        found = f"const found = document.querySelector({json.dumps(selector)});"
        still = (
            " let before = [];"
            " for (;;) {"
            " found.scrollIntoView({block: 'center', behavior: 'instant'});"
            " await new Promise((done) => setTimeout(done, 50));"
            " const box = found.getBoundingClientRect();"
            " const now = [box.x + box.width / 2, box.y + box.height / 2];"
            " if (now[0] === before[0] && now[1] === before[1]) return now;"
            " before = now;"
            " }"
        )
        x, y = self.ask(f"(async () => {{ {found} {still} }})()")
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def picture(self, path: Path) -> None:
        """Keep what the page looks like as a PNG, for people."""
        path.write_bytes(base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"]))

    def close(self) -> None:
        """End the browser."""
        self._session = None
        self.call("Browser.close")
        self.process.wait(timeout=20)
        os.close(self._to)
        os.close(self._from)


@contextmanager
def opened() -> Iterator[Browser]:
    """A browser with a profile of its own that leaves nothing behind."""
    binary = chromium()
    assert binary is not None
    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser = Browser(binary, profile)
        try:
            yield browser
        finally:
            browser.close()
