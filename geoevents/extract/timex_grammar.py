"""The date grammar: one pattern for each kind of expression.

Patterns match at the start of a word, ignore case, and repeat nothing without a bound.
Group names are read by ``timex_build_dates``, ``_units`` and ``_clock``;
``timex_starts`` says how each may begin.
"""

from geoevents.extract.numerals import alternation, number_lexicon
from geoevents.extract.timex_words import (
    ABOUT,
    COUNT,
    DASH,
    DAY,
    DAY2,
    DAYPART,
    GAP,
    MONTH,
    OPT,
    SEASON,
    SHORT_YEAR,
    SPELLED,
    UNIT,
    WEEKDAY,
    YEAR,
    words,
)

_TO = rf"(?P<to>\s?{DASH}\s?|/|{GAP}(?:to|through|until|till|and|or){GAP}(?:the{GAP})?)"
_YEAR_AFTER = (
    rf"(?:(?:,{OPT}|,?{GAP}(?:of{GAP})?){YEAR}(?:{GAP}(?P<era>BC)\b)?"
    rf"|,?{GAP}{SHORT_YEAR}|{GAP}(?P<bc>\d{{2,4}}){OPT}(?:BCE?\b|B\.C\.?))?"
)
_LEAD = rf"(?:(?P<lead>between|from){GAP})?"
_REL = rf"(?:(?P<rel>last|next|this(?:{GAP}(?:past|coming))?|that|the{GAP}(?:following|previous|next)|every|each|coming){GAP})?"
_ZONE = (
    rf"(?:{OPT}\(?(?:GMT|UTC|BST|CES?T|EES?T|E[SD]T|P[SD]T|MSK|local{GAP}time)\b\)?)?"
)
_ORDINAL_DAY = rf"(?P<od>{alternation(number_lexicon()['ordinals'])})"
_TENS_YEAR = (
    r"(?P<yw>(?:nineteen|eighteen|seventeen)(?:[\s\-](?:hundred|ten|eleven|twelve"
    r"|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty"
    r"|forty|fifty|sixty|seventy|eighty|ninety)(?:[\s\-](?:one|two|three|four|five|six"
    r"|seven|eight|nine))?)))(?![\w\-])"
)
# "two days after" ends its phrase; "two days after the raid" is a duration.
_CLOSED = r"(?=\s{0,3}(?:[.,;:!?)\"\u201d]|\Z))"
# "the evening before at Kilo" is told of what was told; so is that before "the raid".
_KNOWN = rf"(?={GAP}(?:at|in|near|outside|around|from|the|that|this){GAP})"
_ORDINAL = r"(?P<o>first|second|third|fourth|1st|2nd|3rd|4th)"
_HOLIDAYS = alternation(words()["holidays"]).replace("'", "['\u2019]")

PATTERNS = {
    "iso": r"(?P<year>1\d{3}|20\d{2})-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])"
    r"(?:T(?P<t>\d\d:\d\d)(?::\d\d)?Z?)?(?!\w|-\d)",
    "numeric": r"(?<![./\-])(?P<a>\d{1,2})(?P<sep>[/.\-])(?P<b>\d{1,2})(?P=sep)"
    r"(?P<year>(?:1[89]|20)\d\d|(?<=/)\d\d)(?!\w|[/.\-]\d)",
    "dmy": rf"{_LEAD}(?:the{GAP})?{DAY}(?:{_TO}{DAY2})?(?:{GAP}(?:of{GAP})?|-)"
    rf"{MONTH}{_YEAR_AFTER}",
    "mdy": rf"{_LEAD}(?:(?P<rel>last|next|this){GAP})?{MONTH}{GAP}(?:the{GAP})?(?:{DAY}|{_ORDINAL_DAY}\b)"
    rf"(?:{_TO}{DAY2}(?!{GAP}(?:{MONTH.replace('mon', 'nextmon')})))?{_YEAR_AFTER}",
    "month": rf"{_REL}{MONTH}(?:{_YEAR_AFTER}|{GAP}{_TENS_YEAR.replace('yw', 'ywm')})",
    "weekday": rf"{_REL}{WEEKDAY}",
    "deictic": rf"(?:the{GAP})?(?P<day>day{GAP}(?:before{GAP}yesterday|after{GAP}tomorrow)"
    rf"|today|yesterday|tomorrow|tonight|last{GAP}night|overnight)(?![\w\-])",
    "this_part": rf"(?P<rel>this|yesterday|tomorrow){GAP}(?P<part>morning|afternoon|evening)\b",
    "many": rf"(?:the{GAP})?(?P<rel>last|past|previous|preceding|next|coming|following"
    rf"|latest|first|final|recent){GAP}{COUNT}{GAP}(?:more{GAP})?{UNIT}s?\b",
    "one": rf"(?P<rel>(?:the{GAP})?(?:last|next|previous|preceding|following|same|past"
    rf"|coming|current|latest|very{GAP}same)|this(?:{GAP}(?:past|coming|same))?"
    rf"|that(?:{GAP}same)?|the){GAP}(?:(?P<fy>fiscal){GAP})?{UNIT}\b(?!-)",
    "vague": rf"(?:(?:the|these|those){GAP})?(?P<rel>recent|coming|past|following|next"
    rf"|last|previous){GAP}{UNIT}s\b",
    "offset": rf"(?:the{GAP})?{ABOUT}{COUNT}[\s\-]{{1,4}}{UNIT}s?{GAP}(?:or{GAP}so{GAP})?"
    rf"(?P<dir>ago|earlier|later|previously|hence|beforehand|afterwards"
    rf"|from{GAP}now|(?:before|after|on){_CLOSED})\b",
    "year_ago": rf"(?:the{GAP})?(?:year|month){DASH}(?P<dir>ago|earlier)"
    rf"(?:{GAP}(?:quarter|period|month))?\b",
    "period": rf"the{GAP}(?:latest{GAP}(?P<w>quarter|period)|{YEAR}{GAP}(?:quarter|period))\b",
    "near_day": rf"(?:on{GAP})?the{GAP}(?P<u>day|night|week|month|year|morning|evening)"
    rf"{GAP}(?P<dir>(?:before|after)(?:{_CLOSED}|{_KNOWN})|earlier|later|that{GAP}followed|following)\b",
    "duration": rf"(?:the{GAP})?{ABOUT}{COUNT}(?P<hy>[\s\-]{{1,4}}|{DASH})"
    rf"(?:(?:more|consecutive|full|straight|long|whole|entire){GAP})?{UNIT}s?(?P<old>"
    rf"{DASH}olds?|{GAP}olds?|{GAP}of{GAP}age)?(?:{DASH}long|{GAP}long)?"
    rf"(?P<half>{GAP}and{GAP}a{GAP}half)?(?![\w]|-old)",
    "long": rf"{UNIT}(?P<many>s)?{DASH}long\b",
    "plural": r"(?P<u>day|week|month|year|hour|minute|decade|centurie)s\b(?!-)",
    "every": rf"(?P<q>every|each){GAP}(?:{COUNT}{GAP})?(?:{UNIT}|{DAYPART})s?\b",
    "per": rf"(?P<q>per|a|an){GAP}{UNIT}\b",
    "set": rf"(?P<set>{alternation(words()['sets'])})(?![\w\-])",
    "ref": rf"(?P<ref>{alternation(words()['references'])})(?![\w\-])",
    "clock12": rf"{ABOUT}(?P<h>1[0-2]|0?[1-9])(?:[:.](?P<mi>[0-5]\d))?{OPT}"
    rf"(?P<ap>[ap])\.?m\b\.?{_ZONE}",
    "clock24": rf"{ABOUT}(?<![:.,\d])(?P<h>[01]?\d|2[0-3]):(?P<mi>[0-5]\d)(?::[0-5]\d)?"
    rf"(?![\d:]|\.\d){_ZONE}(?:{OPT}(?:hrs|hours)\b)?",
    "clock_mil": rf"{ABOUT}(?P<h>[01]\d|2[0-3])(?P<mi>[0-5]\d){OPT}"
    rf"(?:hrs?\b|hours|GMT|UTC|local{GAP}time)",
    "oclock": rf"{ABOUT}(?P<hw>\d{{1,2}}|{SPELLED})(?:{GAP}o['\u2019]clock)?"
    rf"(?P<tail>{GAP}in{GAP}the{GAP}(?:morning|afternoon|evening)|{GAP}o['\u2019]clock)"
    rf"(?:{GAP}in{GAP}the{GAP}(?P<part>morning|afternoon|evening))?",
    "clock_word": rf"{ABOUT}(?P<cw>noon|midday|midnight)\b(?!-)",
    "daypart": rf"(?P<rel>(?:(?:the|that|this|one){GAP})?(?:same|next|previous|following"
    rf"|early|late|mid|last)?(?:{GAP}|-)?){DAYPART}(?P<after>{GAP}that{GAP}followed)?\b(?!-)",
    "season": rf"(?:(?P<rel>last|this|next|the(?:{GAP}(?:following|previous|next|same))?"
    rf"|that){GAP})?{SEASON}(?:{GAP}(?:of{GAP})?(?:{YEAR}|(?P<bc>\d{{2,4}}){OPT}BC\b))?(?![\w\-])",
    "quarter": rf"(?:the{GAP}|(?P<rel>last|this|next){GAP})?(?:(?:fiscal|latest|current)"
    rf"{GAP})?(?:{YEAR}{GAP})?(?:fiscal{GAP})?{_ORDINAL}[\s\-]{{1,3}}(?P<w>quarter|half)"
    rf"(?:{GAP}(?:of{GAP})?(?P<y2>(?:1\d|20)\d\d))?\b",
    "q_code": rf"(?P<w>[QH])(?P<o>[1-4])(?:{OPT}{YEAR})?(?!\w)",
    "decade": rf"(?:(?:the{GAP})?(?P<dec>(?:1[4-9]|20)\d|['\u2019][2-9])"
    rf"|the{GAP}(?P<dec2>[2-9]))0['\u2019]?s\b",
    "decade_word": rf"the{GAP}(?P<dw>twenties|thirties|forties|fifties|sixties"
    rf"|seventies|eighties|nineties)\b",
    "century": rf"(?:the{GAP})?(?:(?P<c>\d{{1,2}})(?:st|nd|rd|th)|{_ORDINAL_DAY})"
    rf"[\s\-]century(?:{GAP}(?P<era>BC))?",
    "bc": rf"(?:c\.{OPT}|ca\.{OPT})?(?P<bc>\d{{1,4}}){OPT}(?:BCE?\b|B\.C\.?(?:E\.)?)",
    # "2013-14" is one stretch; TIMEX3 reads "2013-2014" as two years.
    "years": rf"(?P<year>1\d{{3}}|20\d{{2}})(?:{DASH}|/)(?P<y2>\d\d)(?![\w]|{DASH}|[.,]\d)",
    "year": rf"(?:the{GAP}years?{GAP})?(?:(?P<fy>fiscal(?:{GAP}year)?|FY){OPT})?{YEAR}(?![\w/])",
    "year_word": rf"(?:the{GAP}year{GAP})?{_TENS_YEAR}",
    "year_2000": rf"the{GAP}year{GAP}two{GAP}thousand(?:{GAP}(?:and{GAP})?(?P<n>{SPELLED}))?",
    "holiday": rf"(?:(?P<rel>last|this|next){GAP})?(?P<hol>{_HOLIDAYS})(?:,?{GAP}{YEAR})?\b",
    "feast": rf"(?:(?P<rel>last|this|next){GAP})?(?P<feast>good{GAP}friday|palm{GAP}sunday"
    rf"|easter(?:{GAP}(?:sunday|monday))?|thanksgiving(?:{GAP}day)?)(?:,?{GAP}{YEAR})?"
    rf"(?!{GAP}week|[\w\-])",
    "nth": r"the\s(?P<d>[12]?\d|3[01])(?:st|nd|rd|th)(?=[.,;:)\"\u201d]|\s(?:and|when|as|by|at|with|to|in)\b)",
    "weekend": rf"(?:(?P<rel>(?:the{GAP})?(?:last|next|previous|following)|this(?:{GAP}(?:past|coming))?|that|the){GAP})?weekend\b",
    "year_end": rf"(?:the{GAP})?(?P<u>year|month)(?:['\u2019]s{GAP}|-)end\b",
    # "the week of 4 November", and neither "a week of fighting" nor "the third week of May"
    "week_of": rf"(?:the{GAP})?(?<!first\s)(?<!second\s)(?<!third\s)(?<!fourth\s)week{GAP}(?:of|ended|ending|starting|beginning){GAP}(?=\d|(?-i:[A-Z]))",
    "part": rf"(?:(?:the{GAP})?(?:very{GAP})?(?P<p>beginning|start|outset|end|close|middle"
    rf"|turn|opening|(?:early|first|latter|last){GAP}part|(?:first|second|last|latter){GAP}half"
    rf"|(?P<wk>first|opening|last|final|closing){GAP}(?:two{GAP}|three{GAP}|few{GAP})?(?:weeks?|days|weekend))"
    rf"{GAP}of|midway{GAP}through|(?P<adv>early|late|mid|earlier|later)(?=[\s\-]))",
}
