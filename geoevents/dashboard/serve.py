"""Start Streamlit on this package's dashboard, as ``streamlit run app.py`` would."""

import os
import sys
from pathlib import Path

from geoevents.errors import ConfigurationError

_HIGHEST_PORT = 65535


def run(*, store_url: str | None, port: int, host: str) -> None:
    """Hand over to Streamlit; returns when the server ends.

    Raises:
        ConfigurationError: the port is none.
    """
    if not 1 <= port <= _HIGHEST_PORT:
        message = f"port {port} is none; give a number from 1 to {_HIGHEST_PORT}"
        raise ConfigurationError(message)
    if store_url:
        os.environ["GEOEVENTS_STORE"] = store_url
    from streamlit.web import cli as streamlit_cli  # noqa: PLC0415

    script = Path(__file__).with_name("run_page.py")
    sys.argv = [
        "streamlit", "run", str(script),
        f"--server.port={port}", f"--server.address={host}",
        "--server.headless=true", "--server.fileWatcherType=none",
        "--browser.gatherUsageStats=false", "--client.toolbarMode=minimal",
    ]  # fmt: skip
    streamlit_cli.main()
