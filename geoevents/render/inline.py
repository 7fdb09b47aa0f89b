"""Elements that put code and data into a folium figure without reading them.

folium renders what a macro returns *as a template once more*, so that ``{{ … }}`` in
an article, or in minified JavaScript, would be evaluated here, in our process. Text
therefore only ever travels as a variable of a constant template.
"""

import json

from branca.element import Element, Figure, MacroElement
from jinja2 import Template

from geoevents.errors import GeoeventsError


class UnsafeInlineError(GeoeventsError):
    """A script or style to inline would end its own element."""


class Verbatim(Element):
    """Text that stands in the page exactly as it is."""

    _template = Template("{{ this.text }}")

    def __init__(self, text: str) -> None:
        super().__init__()
        self._name = "Verbatim"
        self.text = text


class _Inlined(MacroElement):
    """Base: markup for the head or the body of the page, placed verbatim."""

    def __init__(self, name: str, markup: str, *, in_head: bool) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = name
        self._id = ""
        self.markup = markup
        self.in_head = in_head

    def render(self, **_: object) -> str:
        """Place the markup under this element's own name, once."""
        figure = self.get_root()
        if not isinstance(figure, Figure):
            message = f"{self._name} can only be drawn inside a figure"
            raise TypeError(message)
        part = figure.header if self.in_head else figure.html
        part.add_child(Verbatim(self.markup), name=self._name)
        return ""


class InlineScript(_Inlined):
    """A classic script of our own or of an installed package."""

    def __init__(self, name: str, source: str) -> None:
        _refuse_early_end(source, "script")
        super().__init__(name, f"<script>{source}</script>", in_head=False)


class InlineStyle(_Inlined):
    """A style sheet."""

    def __init__(self, name: str, source: str) -> None:
        _refuse_early_end(source, "style")
        super().__init__(name, f"<style>{source}</style>", in_head=True)


class InlineData(_Inlined):
    """A JSON value the client reads; ``<`` is escaped, so it cannot end its element."""

    def __init__(self, name: str, value: object) -> None:
        markup = (
            f'<script type="application/json" data-geoevents="{name}">'
            f"{script_json(value)}</script>"
        )
        super().__init__(f"data_{name}", markup, in_head=False)


class InlineMarkup(_Inlined):
    """Markup written here, with every foreign text already escaped."""

    def __init__(self, name: str, markup: str, *, in_head: bool = False) -> None:
        super().__init__(name, markup, in_head=in_head)


def script_json(value: object) -> str:
    """JSON that is safe inside a script element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    text = text.encode("utf-8", "replace").decode()  # lone surrogates cannot be written
    return text.replace("<", "\\u003c")


def _refuse_early_end(source: str, element: str) -> None:
    lowered = source.lower()
    if f"</{element}" in lowered or "<!--" in lowered:
        message = f"cannot inline a {element} that holds its own end mark"
        raise UnsafeInlineError(message)
