"""What else a name is the name of: a club, a people, a vessel, a storm, a clinic.

Each of these is called after a place, or like one, and is none.
"""

import re
from functools import cache

from geoevents.extract.actors import group_names
from geoevents.extract.lexicon import read_lexicon
from geoevents.extract.toponym_bounds import words
from geoevents.extract.toponym_runs import NameMatch, NameSource
from geoevents.models.syntax import Syntax, Token

# A vote against that no wording outweighs, and one that a label and a wording may.
SURELY_NONE, HARDLY = -15.0, -4.0
# A town this large is meant by its name whatever house follows.
LARGE_TOWN = 100_000
_REACH = 60  # characters of a long name on either side
_RAIDERS = re.compile(r" (?:cattle )?(?:raiders|rustlers|morans)\b")
_BETWEEN = re.compile(r"\bbetween (?:[a-z]+ )*(?:[A-Z][\w'’-]+ and (?:[a-z]+ )*)?\Z")
# A noun after one of these is no longer the apposed one: "a village of fishermen".
SMALL_LINKS = "of|for|in|from|to|at|by|with|and|near|on|where|whose|that|which|who"


def vote_of_thing(
    syntax: Syntax, match: NameMatch, names: NameSource
) -> tuple[float, str]:
    """The vote against a place, with the words for it; 0 where nothing says so."""
    if told := _surely(syntax, match):
        return SURELY_NONE, told
    if town := _stands_in(syntax, match, names):
        return SURELY_NONE, f"what follows is one house, in {town}"
    is_address = match.text.rpartition(" ")[2].lower() in words("context", "roads")
    if not is_address and _is_house(syntax, match):
        return HARDLY, "what follows is one house"
    if not is_address and _introduces_person(syntax, match):
        return HARDLY, "who it is follows after a comma"
    if match.glance is None and (owned := _somebodys(syntax, match)):
        return HARDLY, f"'{owned} of' precedes: somebody"
    return 0.0, ""


def _surely(syntax: Syntax, match: NameMatch) -> str:
    """Words for what is no place whatever else speaks for it; "" for nothing."""
    before = syntax.tokens[match.first - 1] if match.first else None
    if before is not None and (vessel := _vessel(syntax, before)):
        return f"'{vessel}' precedes: a vessel"
    if _is_of_group(syntax, match) or _is_group(syntax, match):
        return "a group's name, or part of one"
    if _is_storm(syntax, match, before):
        return "a storm's name"
    if _is_of_communities(syntax, match):
        return "between them: peoples"
    if _is_counted(syntax, match):
        return "a number counts them: a people"
    after = syntax.tokens[match.last].text if match.last < len(syntax.tokens) else ""
    told = _told_by(match, after)
    if not told and _is_part_of_body(before, after):
        told = "a part of a body"
    if not told and _RAIDERS.match(syntax.text, match.span.end):
        told = "a people"
    return f"'{after}' follows: {told}" if told else ""


def _vessel(syntax: Syntax, before: Token) -> str:
    """The word for a vessel in "the tanker Limburg" and "its flagship, the Limburg"."""
    if before.text in words("context", "vessels"):
        return before.text
    if before.text.lower() != "the" or before.index < 2:  # noqa: PLR2004 - ", the"
        return ""
    comma, noun = syntax.tokens[before.index - 1], syntax.tokens[before.index - 2]
    is_vessel = comma.text == "," and noun.text.lower() in words("context", "vessels")
    return noun.text if is_vessel else ""


def _is_of_group(syntax: Syntax, match: NameMatch) -> bool:
    """ "the Islamic State of Iraq", "al-Qaeda in the Arabian Peninsula"."""
    start, end = match.span.start, match.span.end
    shift = max(0, start - _REACH)
    around = syntax.text[shift : end + _REACH].replace("-", " ").lower()
    if not any(head in around for head in words("context", "groups_heads")):
        return False  # asked of every name of an article
    return any(
        name.start() <= start - shift and end - shift <= name.end()
        for name in _called_so().finditer(around)
    )


def _is_group(syntax: Syntax, match: NameMatch) -> bool:
    """ "close to Wagner", "Fano fighters"; not "in Fano", nor "the town of Azov"."""
    if match.text.split()[0] not in _words_of_groups():
        return False
    start, end = match.span.start, match.span.end
    shift = max(0, start - _REACH)
    around = syntax.text[shift : end + _REACH]
    for name in group_names().finditer(around):
        if not (name.start() <= start - shift and end - shift <= name.end()):
            continue
        if name.group() != match.text or match.text.isupper():
            return True
        return not _stands_as_place(syntax, match)
    return False


def _stands_as_place(syntax: Syntax, match: NameMatch) -> bool:
    """ "in Azov", "a strike on Azov", "the port of Azov"; not "close to Azov"."""
    lead = [
        t.text.lower() for t in syntax.tokens[max(match.first - 2, 0) : match.first]
    ]
    name = syntax.tokens[match.last - 1]
    owner = syntax.tokens[name.head]
    is_theirs = name.dep == "compound" and owner.lemma not in words("verbs", "apposed")
    if not lead or is_theirs:
        return False  # "in Wagner uniforms"
    if lead[-1] == "of":
        return lead[0] in words("verbs", "apposed") or _is_within(syntax, match)
    return lead[-1] == "on" or lead[-1] in words("locative", "strong")


def _is_within(syntax: Syntax, match: NameMatch) -> bool:
    """Reads "Fano, Italy"."""
    after = syntax.tokens[match.last : match.last + 2]
    return len(after) > 1 and after[0].text == "," and after[1].entity == "GPE"


def _is_storm(syntax: Syntax, match: NameMatch, before: Token | None) -> bool:
    """ "Cyclone Sidr", whether or not the first word is part of the name."""
    storms = words("context", "storms")
    opening = syntax.tokens[match.first]
    if match.last - match.first > 1 and opening.text.lower() in storms:
        return opening.text[:1].isupper()
    return before is not None and before.text in {s.capitalize() for s in storms}


def _told_by(match: NameMatch, after: str) -> str:
    """What the word after a name makes of it; "" for nothing."""
    word = after.lower()
    if word in words("context", "sports"):
        return "a club"
    if word in words("context", "units_called"):
        return "a body called after it"
    if word in words("context", "kin"):
        return "a people"
    is_tagged = match.entity is not None and match.entity.label in {"GPE", "LOC"}
    return "a people" if word in words("context", "peoples") and not is_tagged else ""


def _is_of_communities(syntax: Syntax, match: NameMatch) -> bool:
    """ "strife between the Maasai and Kipsigis communities in Narok"."""
    lead = syntax.text[max(match.span.start - _REACH, 0) : match.span.start]
    tail = syntax.text[match.span.end : match.span.end + _REACH]
    return _BETWEEN.search(lead) is not None and _communities().match(tail) is not None


def _is_part_of_body(before: Token | None, after: str) -> bool:
    """ "al-Qaeda's Yemen branch", "its Sahel wing"; a bank's branch is in a town."""
    is_owned = before is not None and before.tag in {"POS", "PRP$"}
    return is_owned and after.lower() in words("context", "parts_of_bodies")


def _is_counted(syntax: Syntax, match: NameMatch) -> bool:
    """ "Thirteen Samburu followed them": no place is counted."""
    name = syntax.tokens[match.last - 1]
    if match.last - match.first > 1 or match.text.isupper():
        return False
    governed = (syntax.tokens[index] for index in syntax.children[name.index])
    return any(
        t.dep == "nummod" and t.index < match.first and t.entity != "DATE"
        for t in governed
    )


def _is_house(syntax: Syntax, match: NameMatch) -> bool:
    """ "the Okhmat clinic": one house of that name, unless a large town's or a unit's."""
    if _is_well_known(match) or not _is_after_the(syntax, match):
        return False
    tail = syntax.text[match.span.end : match.span.end + 40]
    return _house().match(tail) is not None


def _is_well_known(match: NameMatch) -> bool:
    """A large town's name, a unit's or a country's."""
    glance = match.glance
    return glance is not None and (
        glance.population >= LARGE_TOWN or glance.standing not in {"town", "place"}
    )


def _is_after_the(syntax: Syntax, match: NameMatch) -> bool:
    return match.first > 0 and syntax.tokens[match.first - 1].text.lower() == "the"


def _stands_in(syntax: Syntax, match: NameMatch, names: NameSource) -> str:
    """The town in "the Rome restaurant in Addis Ababa"; "" for none.

    What is called after a large town may be any house, after others an inn or a shop:
    "the Saky base in Crimea" lies by Saky.
    """
    if not _is_after_the(syntax, match):
        return ""
    kinds = words("context", "houses")
    if _is_well_known(match):
        kinds |= words("context", "works")
    house = _house_in(kinds).match(syntax.text, match.span.end)
    if house is None or house[1] == match.text:
        return ""
    town = names.glance(house[1])
    return house[1] if town is not None and "town" in town.kinds else ""


def _introduces_person(syntax: Syntax, match: NameMatch) -> bool:
    """ "Jan Novak, a spokesman for the hospital"."""
    tail = syntax.text[match.span.end : match.span.end + 60]
    return match.glance is None and _person().match(tail) is not None


def _somebodys(syntax: Syntax, match: NameMatch) -> str:
    """The noun in "near the tomb of Jan Novak"."""
    before = syntax.tokens[max(match.first - 2, 0) : match.first]
    is_of = len(before) > 1 and before[1].text == "of"
    told = is_of and before[0].lemma in words("context", "things_of_people")
    return before[0].text if told else ""


@cache
def _communities() -> re.Pattern[str]:
    """ "and Kipsigis communities in": of villages that are called so no place is told."""
    nouns = words("context", "kin") | words("context", "peoples") | {"communities"}
    return re.compile(
        r"(?: and (?:[a-z]+ )*[A-Z][\w'’-]+)? (?:[a-z]+ ){0,2}"
        rf"(?:{'|'.join(sorted(nouns))})\b(?= (?:in|of|at|near|along)\b)"
    )


@cache
def _called_so() -> re.Pattern[str]:
    names = sorted(words("context", "groups_in"), key=len, reverse=True)
    return re.compile("|".join(re.escape(name.lower()) for name in names))


@cache
def _words_of_groups() -> frozenset[str]:
    """The words of all names of groups, and their parts: "Anti-Balaka"."""
    names = " ".join(read_lexicon("groups")["groups"])
    return frozenset((*names.split(), *names.replace("-", " ").split()))


@cache
def _house() -> re.Pattern[str]:
    nouns = "|".join(sorted(words("context", "houses")))
    return re.compile(rf" (?:{nouns})\b")


@cache
def _house_in(kinds: frozenset[str]) -> re.Pattern[str]:
    units = "|".join(sorted(words("units", "admin1") | words("units", "admin2")))
    return re.compile(
        rf"(?: [a-z]+){{0,2}} (?:{'|'.join(sorted(kinds))}) (?:in|at) "
        r"(?:the (?:[\w-]+ ){1,3}of )?([A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})"
        rf"(?![\w'’-]| (?:{units})\b)"
    )


@cache
def _person() -> re.Pattern[str]:
    nouns = "|".join(sorted(words("context", "people_told_of")))
    return re.compile(
        rf", (?:an?|the|its|their|his|her) (?:(?!(?:{SMALL_LINKS})\b)[\w'’-]+ )"
        rf"{{0,3}}(?:{nouns})\b"
    )
