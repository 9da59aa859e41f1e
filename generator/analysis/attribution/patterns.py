"""The forms in which English news says who says something: reporting verbs and the documents that they come in."""

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

_DOCUMENTS = any_of(
    "statement tweet post blog_post blog interview press_release news_release release report letter email "
    "e-mail briefing press_conference news_conference speech filing memo note video message readout communique "
    "communiqué thread notice ruling judgment judgement verdict study paper survey bulletin circular affidavit "
    "editorial column address"
)
DETERMINER = any_of("an? the his her its their another one our")
DOCUMENT = re.compile(
    rf"\b(?:in|via|through|during|from|at) (?:{DETERMINER})(?: (?!of\b)[\w-]+){{0,3}}? (?P<medium>{_DOCUMENTS})\b",
    re.I,
)
NETWORK = re.compile(
    rf"\bon (?P<medium>{any_of('Twitter X Facebook Instagram Telegram LinkedIn Weibo Mastodon Bluesky')})\b"
)
ISSUED = re.compile(
    rf"^(?:(?:{DETERMINER}) )?(?:(?!by\b|from\b|of\b)[\w-]+ ){{0,3}}?(?P<medium>{_DOCUMENTS})s?\b,?"
    rf"(?:(?: (?:{any_of('issued released published made put_out posted signed sent written given')}))?"
    r"(?: (?:on|late|early|last|after) [\w ]{1,20}? (?:by|from)| (?:by|from|of)) (?P<who>.+))?",
    re.I,
)
_BODIES = any_of("cabinet council board committee commission parliament senate assembly presidium politburo")
_BODY = rf"(?:[A-Z][\w.]* ){{0,3}}(?i:{_BODIES})"
OF_BODY = re.compile(  # "a Cabinet statement", "a statement released after the Cabinet meeting"
    rf"^(?:[Aa]n?|[Tt]he) (?:(?:joint|official|short|brief) )?(?:(?P<own>{_BODY})(?:[’']s)? )?"
    rf"(?P<medium>statement|communiqu[eé]|press release|readout)"
    rf"(?(own)$|(?: (?:issued|released|published|put out))? (?:after|following) "
    rf"(?P<who>(?:the|an?|its) {_BODY}) (?:meeting|session|sitting)\b)"
)
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


def document_in(text: str) -> str | None:
    """The document or network that `text` names as where something was said: "statement", "tweet"."""
    found = DOCUMENT.search(text)
    if found:
        return found["medium"].lower()
    network = NETWORK.search(text)
    return ("tweet" if network["medium"] in ("Twitter", "X") else "post") if network else None
