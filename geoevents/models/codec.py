"""Values <-> plain JSON, by their declared types: no pickle, no surprises.

Reading checks every field's type; what does not fit raises ``ValueError`` or
``TypeError`` naming the class, so a damaged store says so.
"""

import dataclasses
import types
from collections.abc import Hashable, Mapping
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")


def to_plain(value: Any) -> Any:  # noqa: ANN401
    """Dataclasses, enums, dates and tuples as dicts, strings and lists."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: to_plain(getattr(value, field.name))
            for field in dataclasses.fields(value)
        }
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, (tuple, list, frozenset)):
        return [to_plain(part) for part in value]
    return value


def from_plain(kind: type[T], plain: Any) -> T:  # noqa: ANN401
    """The inverse of ``to_plain`` for dataclass ``kind``; unknown keys are ignored."""
    if not isinstance(plain, Mapping):
        message = f"{kind.__name__} needs a mapping, got {type(plain).__name__}"
        raise TypeError(message)
    values = {
        name: _read(hint, plain[name])
        for name, hint in _hints(cast("Hashable", kind)).items()
        if name in plain
    }
    return kind(**values)


@cache
def _hints(kind: Hashable) -> dict[str, Any]:
    fields = {f.name for f in dataclasses.fields(cast("Any", kind))}
    return {n: h for n, h in get_type_hints(kind).items() if n in fields}


def _read(hint: Any, plain: Any) -> Any:  # noqa: ANN401, PLR0911
    origin = get_origin(hint)
    if origin in {Union, types.UnionType}:
        if plain is None:
            return None
        inner = next(a for a in get_args(hint) if a is not types.NoneType)
        return _read(inner, plain)
    if origin in {tuple, frozenset}:
        return _read_many(origin, get_args(hint), plain)
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return from_plain(hint, plain)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(plain)
    if hint in {date, datetime}:
        return hint.fromisoformat(plain)
    if hint is float and isinstance(plain, int):
        return float(plain)
    if not isinstance(plain, hint):
        message = f"expected {hint.__name__}, got {type(plain).__name__}"
        raise TypeError(message)
    return plain


def _read_many(origin: Any, hints: tuple[Any, ...], plain: Any) -> Any:  # noqa: ANN401
    if len(hints) == 2 and hints[1] is Ellipsis:  # noqa: PLR2004
        return tuple(_read(hints[0], part) for part in plain)
    if origin is frozenset:
        return frozenset(_read(hints[0], part) for part in plain)
    return tuple(_read(h, part) for h, part in zip(hints, plain, strict=True))
