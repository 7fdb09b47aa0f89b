"""Several places told of at once: "strikes hit Sumy and Kharkiv"."""

from geoevents.assemble.draft import Draft, Scene
from geoevents.models.place import PlaceRole

HERE = {PlaceRole.EVENT, PlaceRole.DESTINATION, PlaceRole.ORIGIN}


def toponyms_in(scene: Scene, sentence: int) -> list[int]:
    """Indices of the toponyms of a sentence, in text order."""
    span = scene.mentions.syntax.sentences[sentence].span
    return [
        i
        for i, toponym in enumerate(scene.mentions.toponyms)
        if span.start <= toponym.span.start < span.end
    ]


def is_container(scene: Scene, index: int) -> bool:
    """ "Sudzha in Kursk region": the inner place is where it happened."""
    return any(t.container == index for t in scene.mentions.toponyms)


def copies_for_list(scene: Scene, draft: Draft) -> list[Draft]:
    """ "strikes hit Sumy and Kharkiv": one report each, figures stay with the first."""
    syntax = scene.mentions.syntax
    copies = []
    first = draft.place
    if first is None:
        return []
    lead = syntax.head_of(scene.mentions.toponyms[first].span)
    for index in toponyms_in(scene, draft.sentence):
        toponym = scene.mentions.toponyms[index]
        head = syntax.head_of(toponym.span)
        if index == first or head is None or lead is None:
            continue
        if toponym.role not in HERE or is_container(scene, index):
            continue
        if _is_between(scene, first, index) or not _conjoined(
            scene, lead.index, head.index
        ):
            continue
        copies.append(_copy_at(scene, draft, index))
    return copies


def _copy_at(scene: Scene, draft: Draft, index: int) -> Draft:
    name = scene.mentions.toponyms[index].text
    return Draft(
        trigger=draft.trigger,
        sentence=draft.sentence,
        place=index,
        status=draft.status,
        reasons=[f"placed by '{name}', listed with the first place"],
    )


def _is_between(scene: Scene, first: int, index: int) -> bool:
    relation = scene.mentions.toponyms[first].relation
    return relation is not None and relation.other == index


def _conjoined(scene: Scene, one: int, two: int) -> bool:
    syntax = scene.mentions.syntax
    token = syntax.tokens[two]
    while token.dep in {"conj", "appos"}:
        token = syntax.tokens[token.head]
        if token.index == one:
            return True
    return False
