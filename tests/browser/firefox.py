"""Debian's Firefox, driven over Marionette: its own protocol, no driver to install."""

import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

FIREFOX = shutil.which("firefox-esr") or "/usr/bin/firefox-esr"
START_SECONDS = 60
OWN_NOISE = "RSLoader"  # Firefox's own remote settings, missing their network
DEAD_PROXY_PORT = 9  # nothing listens there: every request would fail


class Firefox:
    """One browser session."""

    def __init__(self, connection: socket.socket, log: Path) -> None:
        self._connection = connection
        self._log = log
        self._count = 0
        self._receive()  # the greeting
        self.command("WebDriver:NewSession", {})

    def command(self, name: str, parameters: dict[str, Any]) -> Any:
        self._count += 1
        message = json.dumps([0, self._count, name, parameters])
        self._connection.sendall(f"{len(message.encode())}:{message}".encode())
        _, _, error, value = self._receive()
        if error:
            raise RuntimeError(error)
        return value

    def open(self, url: str) -> None:
        self.command("WebDriver:Navigate", {"url": url})

    def run(self, script: str) -> Any:
        """The value of a JavaScript function body."""
        return self.command("WebDriver:ExecuteScript", {"script": script, "args": []})[
            "value"
        ]

    def wait_for(self, script: str, *, seconds: float = 30) -> None:
        deadline = time.monotonic() + seconds
        while not self.run(script):
            if time.monotonic() > deadline:
                raise TimeoutError(script)
            time.sleep(0.1)

    def errors(self) -> list[str]:
        """Script errors and console errors of pages, as Firefox printed them."""
        marks = ("JavaScript error: file:", "console.error", "console.warn")
        lines = self._log.read_text("utf-8", "replace").splitlines()
        return [
            line
            for line in lines
            if any(mark in line for mark in marks) and OWN_NOISE not in line
        ]

    def _receive(self) -> Any:
        head = b""
        while not head.endswith(b":"):
            head += self._connection.recv(1)
        left = int(head[:-1])
        body = b""
        while len(body) < left:
            body += self._connection.recv(left - len(body))
        return json.loads(body)


@contextmanager
def started_firefox(folder: Path) -> Iterator[Firefox]:
    """Firefox with a fresh profile in ``folder`` and no way out to a network."""
    port = _free_port()
    profile = folder / "profile"
    profile.mkdir()
    (profile / "user.js").write_text(_preferences(port), "utf-8")
    log = folder / "firefox.log"
    command = [
        FIREFOX,
        "--headless",
        "--marionette",
        "--no-remote",
        "--profile",
        str(profile),
    ]
    environment = {
        **os.environ,
        "HOME": str(folder),
        "MOZ_DISABLE_CONTENT_SANDBOX": "1",
    }
    with log.open("wb") as stream:
        process = subprocess.Popen(
            command, stdout=stream, stderr=stream, env=environment
        )
        try:
            with _connect(port) as connection:
                yield Firefox(connection, log)
        finally:
            process.terminate()
            process.wait(30)


def _preferences(port: int) -> str:
    values = {
        "marionette.port": port,
        "network.proxy.type": 1,
        "network.proxy.http": "127.0.0.1",
        "network.proxy.http_port": DEAD_PROXY_PORT,
        "network.proxy.ssl": "127.0.0.1",
        "network.proxy.ssl_port": DEAD_PROXY_PORT,
        "browser.dom.window.dump.enabled": True,
        "devtools.console.stdout.content": True,
        "datareporting.policy.dataSubmissionEnabled": False,
        "app.update.enabled": False,
    }
    lines = [
        f"user_pref({json.dumps(name)}, {json.dumps(value)});"
        for name, value in values.items()
    ]
    return "\n".join(lines) + "\n"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _connect(port: int) -> socket.socket:
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=START_SECONDS)
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.3)
