"""Names by their skeletons: where the spelling variants of one country are looked up.

Made where a table is unpacked or built from dumps; a third more to ship otherwise.
"""

import sqlite3

from geoevents.gazetteer.names import skeleton
from geoevents.gazetteer.schema import STRIPPED

TABLE = "spelling"
# Names there are written in English as they are at home: no variants to look for.
PLAINLY_SPELLED = frozenset({
    "US", "GB", "IE", "CA", "AU", "NZ", "FR", "DE", "AT", "CH", "IT", "ES", "PT", "BE",
    "NL", "LU", "MX", "BR", "AR", "CL", "PE", "CO", "VE", "EC", "BO", "PY", "UY", "CR",
    "PA", "GT", "HN", "NI", "SV", "CU", "DO", "PR", "JM", "HR", "SI", "PH",
})  # fmt: skip
_CREATE = f"""
CREATE TABLE {TABLE}(
    country TEXT NOT NULL, skeleton TEXT NOT NULL, normal TEXT NOT NULL,
    place INTEGER NOT NULL, PRIMARY KEY(country, skeleton, normal, place)
) WITHOUT ROWID
"""
_FILL = f"""
INSERT INTO {TABLE}
SELECT p.country, skeleton(n.normal), n.normal, n.place
FROM name n JOIN place p ON p.id = n.place
WHERE n.rank < {STRIPPED} AND p.country IS NOT NULL AND NOT is_plain(p.country)
ORDER BY 1, 2, 3, 4
"""  # noqa: S608 - no value is ever formatted in


def add_spellings(connection: sqlite3.Connection) -> None:
    """Adds the table to one that has all its places and names."""
    connection.create_function("skeleton", 1, skeleton, deterministic=True)
    connection.create_function(
        "is_plain", 1, PLAINLY_SPELLED.__contains__, deterministic=True
    )
    connection.execute(_CREATE)
    connection.execute(_FILL)
