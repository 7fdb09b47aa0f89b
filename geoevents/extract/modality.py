"""Did it happen? PLOVER's auxiliary modes, read from the verbs around a trigger."""

from geoevents.models.report import ReportStatus
from geoevents.models.syntax import Syntax, Token

_HYPOTHETICAL_MODALS = {"may", "might", "could", "would", "should", "can"}
_TO_COME = {"will", "'ll", "’ll", "shall", "must", "ought"}
_PLAN_VERBS = {
    "plan", "intend", "prepare", "vow", "threaten", "promise", "pledge", "want",
    "expect", "aim", "seek", "order", "consider", "urge", "offer", "propose", "hope",
    "demand", "agree", "decide", "ask", "call", "try", "ready", "set", "need",
}  # fmt: skip
# "wants the town evacuated"
_WISHES = {"want", "need", "wish"}
# "plan an attack", but "called the attack barbaric" is no plan.
_PLANNED_THINGS = {"plan", "prepare", "threaten", "propose", "plot", "seek"}
_HYPOTHESIS_VERBS = {"fear", "warn", "risk", "suspect"}
CAUSING_VERBS = frozenset({"force", "compel", "cause", "oblige", "prompt"})
_DENIAL_VERBS = {"deny", "refuse", "fail", "avoid", "prevent"}
_NEGATIONS = {"no", "never", "without", "neither", "nor", "not", "n't"}
_CLAUSE_LINKS = {
    "xcomp",
    "ccomp",
    "acl",
    "pobj",
    "prep",
    "dobj",
    "pcomp",
    "advcl",
    "aux",
}
# "the toll could reach 20,000": the verb of a noun says whether it is so.
_NOUN_LINKS = {"nsubj", "nsubjpass", "compound"}
_CONDITIONS = {"if", "unless", "whether"}


def find_status(syntax: Syntax, trigger: Token) -> tuple[ReportStatus, str | None]:
    """The mode of one trigger and the reason in words (None for plain past)."""
    for token in _governing_words(syntax, trigger):
        status = _status_of(syntax, token, trigger)
        if status is not None:
            return status
    if _is_progressive(syntax, trigger):
        return ReportStatus.ONGOING, f"'{trigger.text}' is in the progressive"
    return ReportStatus.OCCURRED, None


def _governing_words(syntax: Syntax, trigger: Token) -> tuple[Token, ...]:
    """The trigger and what it hangs on, as long as the link is one of content."""
    chain = [trigger]
    token = trigger
    links = _CLAUSE_LINKS | (_NOUN_LINKS if trigger.pos == "NOUN" else set())
    while token.head != token.index and token.dep in links:
        token = syntax.tokens[token.head]
        chain.append(token)
        if token.lemma in CAUSING_VERBS:
            break  # "set fire to houses, forcing people to flee": they did
    return tuple(chain)


def _status_of(
    syntax: Syntax, token: Token, trigger: Token
) -> tuple[ReportStatus, str] | None:
    below = [syntax.tokens[c] for c in syntax.children[token.index]]
    for child in below:
        word = child.text.lower()
        if child.dep in {"neg", "det"} and word in _NEGATIONS:
            if token is not trigger and child.dep == "det":
                continue
            return ReportStatus.DENIED, f"'{word}' negates '{token.text}'"
        if child.dep == "aux" and child.tag == "MD":
            if word in _TO_COME:
                return ReportStatus.PLANNED, f"'{word} {token.text}'"
            if word in _HYPOTHETICAL_MODALS:
                return ReportStatus.HYPOTHETICAL, f"'{word} {token.text}'"
        if child.dep == "mark" and word in _CONDITIONS:
            return ReportStatus.HYPOTHETICAL, f"'{word}' makes it a condition"
    if token is not trigger:
        return _status_of_governor(syntax, token, trigger)
    return None


def _has_to(syntax: Syntax, trigger: Token) -> bool:
    """ "to be engaged": an infinitive in the passive."""
    return any(syntax.tokens[c].tag == "TO" for c in syntax.children[trigger.index])


def _status_of_governor(
    syntax: Syntax, token: Token, trigger: Token
) -> tuple[ReportStatus, str] | None:
    if token.lemma in _DENIAL_VERBS:
        return ReportStatus.DENIED, f"'{token.text}' takes it back"
    if token.lemma in _HYPOTHESIS_VERBS:
        return ReportStatus.HYPOTHETICAL, f"'{token.text}' makes it a possibility"
    if token.lemma in _WISHES and _is_bare_participle(syntax, trigger):
        return ReportStatus.PLANNED, f"'{token.text}' makes it a wish"
    is_infinitive = trigger.tag in {"VB", "NN", "NNS"} or _has_to(syntax, trigger)
    verbs = _PLAN_VERBS if trigger.pos != "NOUN" else _PLANNED_THINGS
    if token.lemma in verbs and is_infinitive and token.pos != "NOUN":
        return ReportStatus.PLANNED, f"'{token.text}' makes it a plan"
    return None


def _is_bare_participle(syntax: Syntax, trigger: Token) -> bool:
    """ "wants the town evacuated": the participle has no verb of being."""
    below = (syntax.tokens[c].dep for c in syntax.children[trigger.index])
    return trigger.tag == "VBN" and not {"aux", "auxpass"}.intersection(below)


def _is_progressive(syntax: Syntax, trigger: Token) -> bool:
    if trigger.tag != "VBG":
        return False
    return any(
        syntax.tokens[c].dep in {"aux", "auxpass"}
        and syntax.tokens[c].lemma == "be"
        and syntax.tokens[c].tag in {"VBP", "VBZ"}
        for c in syntax.children[trigger.index]
    )
