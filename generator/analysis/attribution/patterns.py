"""The forms in which English news says who says something: reporting verbs, and what shows that they report."""

from __future__ import annotations

import re


def any_of(words: str) -> str:
    """An alternative of the words of a text; an underscore stands for a space in one."""
    return "|".join(word.replace("_", " ") for word in words.split())


# Verbs that report speech whatever follows, and verbs that do so only beside "that", a quotation or a document.
_STRONG = any_of("said says tweeted quipped")
_WEAK = any_of(
    "told added adds announced announces confirmed confirms stated states wrote writes noted notes argued "
    "argues warned warns claimed claims explained explains insisted insists reiterated reiterates clarified "
    "clarifies revealed reveals declared declares emphasised emphasized stressed stresses acknowledged "
    "acknowledges admitted admits denied reported reports suggested suggests posted concluded maintained "
    "maintains estimates estimated alleged alleges disclosed testified ruled cautioned remarked replied "
    "commented believes thinks recalled predicted predicts indicated indicates"
)
VERB = re.compile(rf"\b(?P<strong>{_STRONG})\b|\b(?P<weak>{_WEAK})\b")
_ACTS = (
    "urged urges expressed expresses voiced apologized apologised vowed pledged hailed praised welcomed condemned "
    "criticized criticised denounced accused blamed demanded appealed lauded slammed deplored decried "
    "congratulated thanked complained protested rebuked responded described ordered announced warned"
)
ACCORDING = re.compile(r"\b[Aa]ccording to (?P<who>[^,;:“”\"]+(?:\([^)]*\))?)")
_PASSIVE_VERBS = any_of("announced confirmed reported disclosed revealed said stated denied")
DAY = r"(?:(?:on |late |early )*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today)"
_MONTH = r"in (?:early |mid-|late )?[A-Z][a-z]+"
WHEN = rf"(?:{DAY}|(?:last|this|earlier this) (?:week|month|year)|{_MONTH}|a (?:day|week) (?:ago|earlier))"
PASSIVE = re.compile(
    rf"\b(?:was|were|is|are|been)(?: \w+ly)?(?: (?:{_PASSIVE_VERBS}) (?:{DAY} )?by| quoted as saying by)"
    r" (?P<who>(?:[^,;:.“”\"]|(?<=\w)\.(?=\w))+)"
)
QUOTED_AS = re.compile(r"\b(?:was|were|is|are) quoted (?:\w+ )?as (?:saying|telling)\b")

DETERMINER = any_of("an? the his her its their another one our")
LICENCE_AFTER = re.compile(
    rf"^(?: {WHEN})*(?:,? (?:that|how|why|whether)\b|:|,? ?[“\"‘]|,)|^ {WHEN} (?:it|they|he|she)\b|^(?: {WHEN})?\.?$"
)
TOLD = re.compile(
    rf"^ (?:(?:{any_of('reporters journalists media parliament lawmakers him her them us me investors analysts')})\b"
    r"|(?:the|a) [\w’' ]{1,40}|[a-z]+s\b|[A-Z][\w’' ]{1,40}|[^.;:“”\"]{1,120}? that\b)"
)
# Verbs by which somebody does something in saying it: what they are told to have done goes back to them.
ACT = re.compile(
    rf"\b(?:{any_of(_ACTS)}|call(?:ed|s)(?: {WHEN})? (?:for|on|upon)|threatened to|offered to|promised to|"
    r"issued an? (?:\w+ )?(?:statement|warning|apology|appeal|call|denial)|offered an apology"
    r"|asked(?= [^.;]{1,80} to ))\b"
)
