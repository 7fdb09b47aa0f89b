"""Lakes and rivers (Natural Earth) from the npm package ``@comapeo/fallback-smp``.

Read only by `make data`; fetched by npm itself, pinned by version and SHA-256.
"""

import json
import shutil
import subprocess
import tarfile
import tempfile
import zipfile
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from geoevents.errors import ConfigurationError
from geoevents.render.basemap_shapes import Array, mercator

PACKAGE = "@comapeo/fallback-smp@1.0.0"
PACKAGE_SHA256 = "7d316dc8f787fa3929434a35c47d2809cd43ac34527d3908cff853417eccc716"
MEMBER = "package/dist/comapeo-fallback-map.smp"
FETCH_SECONDS = 300


def read_water() -> tuple[Array, Array]:
    """Lake polygons and river lines, in world units."""
    style = _style(_fetch())
    sources = style["sources"]
    lakes = _geometries(sources["lakes"]["data"], "Polygon")
    rivers = _geometries(sources["rivers"]["data"], "LineString")
    return shapely.get_parts(lakes), shapely.get_parts(rivers)


def _fetch() -> bytes:
    npm = shutil.which("npm")
    if npm is None:
        message = "npm is needed to fetch the lakes and rivers; install Node.js"
        raise ConfigurationError(message)
    with tempfile.TemporaryDirectory() as folder:
        command = [npm, "pack", "--silent", "--pack-destination", folder, PACKAGE]
        subprocess.run(  # noqa: S603 - fixed words
            command,
            check=True,
            timeout=FETCH_SECONDS,
            cwd=folder,
            stdout=subprocess.DEVNULL,
        )
        packed = next(Path(folder).glob("*.tgz")).read_bytes()
    digest = sha256(packed).hexdigest()
    if digest != PACKAGE_SHA256:
        message = f"{PACKAGE} has SHA-256 {digest}, not the pinned one"
        raise ConfigurationError(message)
    return packed


def _style(packed: bytes) -> dict[str, Any]:
    with tarfile.open(fileobj=BytesIO(packed)) as archive:
        member = archive.extractfile(MEMBER)
        if member is None:
            message = f"{PACKAGE} holds no {MEMBER}"
            raise ConfigurationError(message)
        inner = member.read()
    with zipfile.ZipFile(BytesIO(inner)) as bundle:
        style: dict[str, Any] = json.loads(bundle.read("style.json"))
    return style


def _geometries(collection: dict[str, Any], kind: str) -> Array:
    shapes = [
        shapely.from_geojson(json.dumps(feature["geometry"]))
        for feature in collection["features"]
        if feature["geometry"]["type"].endswith(kind)
    ]
    return np.asarray(shapely.transform(np.array(shapes), mercator))
