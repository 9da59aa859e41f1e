"""The documents and networks in which something was said, and who issued them."""

from __future__ import annotations

import re

from .patterns import DETERMINER, any_of

_DOCUMENTS = any_of(
    "statement tweet post blog_post blog interview press_release news_release release report letter email "
    "e-mail briefing press_conference news_conference speech filing memo note video message readout communique "
    "communiqué thread notice ruling judgment judgement verdict study paper survey bulletin circular affidavit "
    "editorial column address"
)
_DOCUMENT = re.compile(
    rf"\b(?:in|via|through|during|from|at) (?:{DETERMINER})(?: (?!of\b)[\w-]+){{0,3}}? (?P<medium>{_DOCUMENTS})\b",
    re.I,
)
_NETWORK = re.compile(
    rf"\bon (?P<medium>{any_of('Twitter X Facebook Instagram Telegram LinkedIn Weibo Mastodon Bluesky')})\b"
)
_ISSUED = re.compile(
    rf"^(?:(?:{DETERMINER}) )?(?:(?!by\b|from\b|of\b)[\w-]+ ){{0,3}}?(?P<medium>{_DOCUMENTS})s?\b,?"
    rf"(?:(?: (?:{any_of('issued released published made put_out posted signed sent written given')}))?"
    r"(?: (?:on|late|early|last|after) [\w ]{1,20}? (?:by|from)| (?:by|from|of)) (?P<who>.+))?",
    re.I,
)
_BODIES = any_of("cabinet council board committee commission parliament senate assembly presidium politburo")
_BODY = rf"(?:[A-Z][\w.]* ){{0,3}}(?i:{_BODIES})"
_OF_BODY = re.compile(  # "a Cabinet statement", "a statement released after the Cabinet meeting"
    rf"^(?:[Aa]n?|[Tt]he) (?:(?:joint|official|short|brief) )?(?:(?P<own>{_BODY})(?:[’']s)? )?"
    rf"(?P<medium>statement|communiqu[eé]|press release|readout)"
    rf"(?(own)$|(?: (?:issued|released|published|put out))? (?:after|following) "
    rf"(?P<who>(?:the|an?|its) {_BODY}) (?:meeting|session|sitting)\b)"
)
_DROP = re.compile(r"\s+(?:on|late|early|last|this|in|at|during|when|while|as|after|before|following|to)\b.*$")


def document_in(text: str) -> str | None:
    """The document or network that `text` names as where something was said: "statement", "tweet"."""
    found = _DOCUMENT.search(text)
    if found:
        return found["medium"].lower()
    network = _NETWORK.search(text)
    return ("tweet" if network["medium"] in ("Twitter", "X") else "post") if network else None


def issued(phrase: str) -> tuple[str, str | None]:
    """The speaker and the document in "a statement issued by the PMO" or "a statement after the Cabinet meeting"; a
    document without an author speaks itself."""
    body = _OF_BODY.match(phrase)
    if body:
        return body["own"] or body["who"], body["medium"].lower()
    hit = _ISSUED.match(phrase)
    if not hit:
        return phrase, None
    if hit["who"]:
        return _DROP.sub("", hit["who"]).strip(), hit["medium"].lower()
    rest = phrase[hit.end() :]
    return phrase, hit["medium"].lower() if not rest or rest[0] in " ," else None
