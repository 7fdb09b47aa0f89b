"""The table as a file that SQLite can open: unpacked once into the user's cache.

The cached file is named by the content of the packed one, so a new version never
meets an old cache, and it appears in one step, so two programs starting together
cannot see half of it.
"""

import lzma
import os
import sqlite3
import tempfile
from hashlib import sha256
from pathlib import Path

from geoevents.errors import GazetteerError, GazetteerMissingError
from geoevents.gazetteer.spellings import add_spellings

TABLE_NAME = "gazetteer.sqlite.xz"
CHUNK_BYTES = 1 << 20
# What is added in unpacking: files of another edition are made anew.
EDITION = 2


def unpacked_table(data_dir: Path, cache_dir: Path) -> Path:
    """Path of the plain SQLite file, made on first use.

    A plain ``gazetteer.sqlite`` in ``data_dir`` (built from GeoNames dumps) wins.
    Raises ``GazetteerMissingError`` where neither is there, ``GazetteerError`` where
    the packed file is damaged or the cache cannot be written.
    """
    own = data_dir / "gazetteer.sqlite"
    if own.is_file():
        return own
    packed = data_dir / TABLE_NAME
    if not packed.is_file():
        message = (
            f"The gazetteer {packed.name} is not in {data_dir}; restore it with "
            "`git checkout data`, or build one with `geoevents gazetteer build`"
        )
        raise GazetteerMissingError(message)
    target = cache_dir / f"gazetteer-{_digest(packed)[:16]}-{EDITION}.sqlite"
    if not target.is_file():
        _unpack(packed, target)
    return target


def _digest(path: Path) -> str:
    running = sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(CHUNK_BYTES):
            running.update(chunk)
    return running.hexdigest()


def _unpack(packed: Path, target: Path) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, scratch_name = tempfile.mkstemp(dir=target.parent, suffix=".part")
        scratch = Path(scratch_name)
        try:
            with os.fdopen(handle, "wb") as plain, lzma.open(packed) as stream:
                while chunk := stream.read(CHUNK_BYTES):
                    plain.write(chunk)
            _complete(scratch)
            scratch.replace(target)
        finally:
            scratch.unlink(missing_ok=True)
    except (lzma.LZMAError, EOFError, sqlite3.DatabaseError) as error:
        message = (
            f"The gazetteer {packed} is damaged ({error}); restore it with "
            "`git checkout data`, or build it with `geoevents gazetteer rebuild`"
        )
        raise GazetteerError(message) from error
    except OSError as error:
        message = (
            f"The gazetteer cannot be unpacked into {target.parent} ({error}); "
            "set GEOEVENTS_CACHE to a folder that can be written"
        )
        raise GazetteerError(message) from error


def _complete(path: Path) -> None:
    connection = sqlite3.connect(path)
    try:
        add_spellings(connection)
        connection.commit()
    finally:
        connection.close()
