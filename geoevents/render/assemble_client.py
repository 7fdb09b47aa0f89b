"""Make one classic script of the client's ES modules, so that it runs anywhere.

A browser does not load ES modules from ``file://``, and the exported page must ask
for nothing. The modules keep to a small subset (named imports from ``./x.js``,
exports at the declaration), which lets each become a function scope in dependency
order: deterministic, readable, no bundler.
"""

import re
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from geoevents.errors import GeoeventsError

_IMPORT = re.compile(
    r"^import\s+\{(?P<names>[^}]*)\}\s+from\s+['\"]\./(?P<module>[\w]+\.js)['\"];?$",
    re.MULTILINE,
)
_EXPORT = re.compile(
    r"^export (?P<kind>async function|function|const|class) (?P<name>\w+)", re.MULTILINE
)
_LEFTOVER = re.compile(r"^(?:import|export)\b.*$", re.MULTILINE)
_CSS_IMPORT = re.compile(r"^@import url\(\"\./(?P<file>[\w]+\.css)\"\);$", re.MULTILINE)


class ClientAssemblyError(GeoeventsError):
    """A client module uses syntax outside the subset the assembler reads."""


def client_folder() -> Traversable:
    """Where the client's modules and styles lie."""
    return files("geoevents.render") / "client"


def _read(name: str) -> str:
    return (client_folder() / name).read_text("utf-8")


def _scope_name(module: str) -> str:
    return "$" + module.removesuffix(".js")


def _order(entry: str) -> list[str]:
    """Modules in dependency order, each once; cycles are refused."""
    ordered: list[str] = []
    open_modules: list[str] = []

    def visit(module: str) -> None:
        if module in ordered:
            return
        if module in open_modules:
            message = f"import cycle in the client: {[*open_modules, module]}"
            raise ClientAssemblyError(message)
        open_modules.append(module)
        for match in _IMPORT.finditer(_read(module)):
            visit(match["module"])
        open_modules.pop()
        ordered.append(module)

    visit(entry)
    return ordered


def _as_scope(module: str) -> str:
    source = _read(module)
    exported = [match["name"] for match in _EXPORT.finditer(source)]

    def bind(match: re.Match[str]) -> str:
        names = " ".join(match["names"].split()).replace(" as ", ": ")
        return f"const {{ {names} }} = {_scope_name(match['module'])};"

    body = _IMPORT.sub(bind, source)
    body = _EXPORT.sub(r"\g<kind> \g<name>", body)
    leftover = _LEFTOVER.search(body)
    if leftover:
        message = f"{module}: the assembler cannot read {leftover.group()!r}"
        raise ClientAssemblyError(message)
    names = ", ".join(exported)
    return f"const {_scope_name(module)} = (() => {{\n{body}\nreturn {{ {names} }};\n}})();"


@cache
def client_script(entry: str = "export_page.js") -> str:
    """The modules behind ``entry`` as one classic script in strict mode."""
    scopes = "\n".join(_as_scope(module) for module in _order(entry))
    return f"(() => {{\n'use strict';\n{scopes}\n}})();\n"


@cache
def client_styles(entry: str = "client.css") -> str:
    """The styles with their imports put in place."""
    return _CSS_IMPORT.sub(lambda match: _read(match["file"]), _read(entry))
