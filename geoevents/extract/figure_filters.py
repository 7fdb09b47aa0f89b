"""Numbers that are no figures: money, shares, distances, ages, scores, codes."""

import re

from geoevents.extract.figure_numbers import Number
from geoevents.models.span import Span
from geoevents.models.syntax import Syntax, Token

_MONEY_BEFORE = re.compile(
    r"(?:[$\u20ac\u00a3\u00a5\u20b9]|\b(?:USD|EUR|GBP|Rs|US\$|AU\$|C\$|NT\$|HK\$))\s?\Z"
)
_AFTER = re.compile(
    r"\s{0,3}[-\u2010-\u2015]?\s?(?:%|per\s?cent\b|percent|pc\b|percentage|(?:[a-z]+\s){0,2}?(?:dollars?|euros?|pounds?|dlrs|rubles?|roubles?"
    r"|yen|yuan|rupees?|naira|pesos?|francs?|dinars?|shillings?|hryvnias?|cents?|bucks)\b"
    r"|(?:square\s|cubic\s|nautical\s)?(?:km|kms|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|cm|mm|m|ft|feet|foot|inch(?:es)?|yards?|kg|kgs"
    r"|kilo(?:gram(?:me)?)?s?|tonn?es?|tons?|pounds?|lbs?|grams?|hectares?|acres?|lit(?:er|re)s?|gallons?|barrels?|degrees?|mph|kph|knots?|megawatts?|mw|gw|kilotons?|bpd|mm)\b"
    r"|[\s-](?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|nights?)\b|[\s-]?years?[\s-]old|\u00b0|['\u2032\u2033\"](?=\s?[NSEW]\b)"
    r"|[\s-](?:mm|inch|caliber|calibre)\b|\s(?:times|fold)\b|-fold\b|(?:st|nd|rd|th)\b|\s?[x\u00d7]\s?\d|-(?!strong|odd|plus)[a-z])",
    re.IGNORECASE,
)  # fmt: skip
_AGE_BEFORE = re.compile(
    r"(?:\b(?:aged?|ages|turned|turning)\b[\w\s,]{0,24})\Z", re.IGNORECASE
)
_AGE_APPOSED = re.compile(r"[a-z]\w*,\s\Z")
_CODE_BEFORE = re.compile(
    r"(?:\b(?:No|Nos|number|Article|Articles|Resolution|[Ff]light|Highway|Route|Interstate|Channel|Chapter|Section|Page|Room|Block|Camp|Unit|Phase|Stage|Step"
    r"|Level|Category|Grade|Class|Type|Model|Version|Line|Gate|Zone|Sector|Area|District|Ward|Group|Battalion|Brigade|Regiment|Division|Apollo|Boeing|Airbus|Psalm|Protocol|Part|Day|Covid|COVID)\.?\s?|\b[A-Z]{1,5}[-\u2010]?)\Z"
)
_SCORE = re.compile(r"\d{1,2}\s?[-\u2010-\u2015]\s?\d{1,2}\Z")
_VERSUS = re.compile(
    r"\b(?:beat|won|win|lost|defeat(?:ed)?|drew|victory|score|led|lead|vote[ds]?|against)\b",
    re.IGNORECASE,
)
_AGE_OF = re.compile(
    r"\b(?:man|woman|boy|girl|baby|child|infant|toddler|teenager|son|daughter|person|pupil|student)\s(?:aged\s|of\s(?:about\s|around\s)?)\Z",
    re.IGNORECASE,
)
_NONE_OF = re.compile(
    r"\b(?:none|neither|any|each|both|all) of (?:the|its|his|their) \Z", re.IGNORECASE
)
_NO_ONE = re.compile(r"\b(?:no|any|every|each|some)[ -]\Z", re.IGNORECASE)
_OF_THE_NUMBER = re.compile(
    r"(?<!-)\b(?:magnitude|temperature|population|age)\b[^.;]{0,24}\Z", re.IGNORECASE
)
_ONE_OF = re.compile(
    r"\s(?:of\s(?:the\s(?:most|few|largest|biggest|worst|deadliest|first|main|country|world|city|region|reasons|two|three)|its\s|their\s|his\s|our\s)|another|day\b|time\b|thing|way)",
    re.IGNORECASE,
)

_LAST_HOUR = 24


def may_count(number: Number, syntax: Syntax) -> bool:
    """False for numbers that plainly measure, name, date or score something."""
    text = syntax.text
    before = text[max(number.core_start - 40, 0) : number.core_start]
    lead = text[max(number.start - 40, 0) : number.start]
    after = text[number.core_end : number.core_end + 40]
    if _MONEY_BEFORE.search(before) or _AFTER.match(after):
        return False
    if (
        _AGE_BEFORE.search(lead)
        or _CODE_BEFORE.search(before)
        or _OF_THE_NUMBER.search(lead)
    ):
        return False
    if _AGE_OF.search(lead) or _NONE_OF.search(lead):
        return False
    if _is_apposed_age(number, text) or _is_score(number, text, lead):
        return False
    if number.value == 0 or number.high == 0:
        return False
    return not _is_pronoun(number, syntax, lead, after)


def _is_apposed_age(number: Number, text: str) -> bool:
    lead = text[max(number.start - 24, 0) : number.start]
    following = text[number.end : number.end + 1]
    young = number.value is not None and number.value <= 110  # noqa: PLR2004 - oldest age
    return bool(
        young
        and following in {",", ".", ";", ")"}
        and _AGE_APPOSED.search(lead)
        and lead[-3:-2] != ","
    ) and bool(
        re.search(
            r"\b(?:[A-Z][\w'\u2019-]+|man|woman|boy|girl|father|mother|son|daughter|brother|sister|driver)(?:\s[A-Z][\w'\u2019-]+)?,\s\Z",
            lead,
        )
    )


def _is_score(number: Number, text: str, lead: str) -> bool:
    said = text[number.core_start : number.core_end]
    if not _SCORE.match(said):
        return False
    return bool(_VERSUS.search(lead)) or number.low is None


# "Seven members of one family": it is not people that are counted.
_KIN = re.compile(r"\s(?:family|household|clan|tribe)\b", re.IGNORECASE)


def _is_pronoun(number: Number, syntax: Syntax, lead: str, after: str) -> bool:
    """True for "no one", "a small one", "one of the few": "one" that counts nothing."""
    if number.word != "one":
        return False
    if _ONE_OF.match(after) or _NO_ONE.search(lead) or _KIN.match(after):
        return True
    last = syntax.tokens_in(Span(start=number.core_start, end=number.core_end))
    if not last:
        return True
    if _is_of_things(last[-1], syntax) or _does_harm(last[-1], syntax):
        return True
    index = last[-1].index
    named = index + 1 < len(syntax.tokens) and syntax.tokens[index + 1].pos in {
        "NOUN",
        "ADJ",
        "PROPN",
    }
    led = index > 0 and syntax.tokens[index - 1].pos in {"ADJ", "DET"}
    return led and not named


def _is_of_things(one: Token, syntax: Syntax) -> bool:
    """ "Taldou, one of a cluster of villages", "by one survivor's guess"."""
    following = syntax.tokens[one.index + 1 : one.index + 3]
    if [token.text.lower() for token in following] in (["of", "a"], ["of", "an"]):
        return True
    return [token.dep for token in following] == ["poss", "case"]


def _does_harm(one: Token, syntax: Syntax) -> bool:
    """ "In 2018 one left 32 dead", "one blew up": a landslide, a lorry."""
    verb = syntax.tokens[one.head]
    below = (syntax.tokens[i] for i in syntax.children[verb.index])
    is_doer = one.dep == "nsubj" and verb.lemma in _HARMING
    return is_doer and any(token.dep in {"dobj", "ccomp", "prt"} for token in below)


_HARMING = frozenset({"kill", "leave", "injure", "wound", "blow", "go", "bury", "hit"})


def measured(token: Token) -> bool:
    """True where the engine itself read money, a share, a measure or a time of day."""
    if token.entity == "TIME":  # no clock has "46 in the morning"
        return not (token.text.isdecimal() and int(token.text) > _LAST_HOUR)
    return token.entity in {"MONEY", "PERCENT", "ORDINAL"}
