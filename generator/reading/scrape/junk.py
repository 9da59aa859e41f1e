"""The words of web pages that are not the article: how many a line holds, and which line is junk for certain."""

from __future__ import annotations

import re
from functools import cache

from ...text.word_lists import word_lists
from ..consent import REASON as CONSENT
from ..consent import asks_for_consent

_BOILERPLATE = re.compile(
    r"\b(?:cookies?|subscri(?:be|bers?|ption)|newsletters?|sign(?:ed)? (?:up|in)|log ?(?:in|out)|password|comments?|"
    r"repl(?:y|ies)|shared?|shares|follow(?:ers?|ing)?|facebook|twitter|linkedin|instagram|pinterest|whatsapp|"
    r"copyright|rights reserved|"
    r"privacy|terms|policy|read (?:more|next|also)|learn more|related|recommended|"
    r"you (?:may|might) (?:also )?(?:like|enjoy)|trending|popular|advertisement|sponsored|ad ?block\w*|menu|home|"
    r"search|"
    r"contact|about us|faq|account|cart|checkout|email address|your (?:email|name|comment|website)|click|downloads?|"
    r"get started|free trial|demo|previous|next|back to|table of contents|tags?|posted|categor(?:y|ies)|"
    r"min(?:ute)?s? read|written by|view all|see (?:all|more)|show (?:more|less)|load more|skip to|loading|print|save|"
    r"likes?|views?|shop|buy now|add to|sources?|references|author|updated|published|required fields?|leave a|cancel|"
    r"submit|javascript|browser)\b|©|\|",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\W{0,4}(?:related|comments?|\d+ (?:comments?|responses?|thoughts|repl)|leave a|you (?:may|might)|recommended|"
    r"recent|popular|most |more |trending|about the author|about author|share|tags?|references|sources|footnotes|"
    r"discussion|what others|read (?:next|more|also)|sign up|subscribe|join|get |follow|latest|further reading|"
    r"post navigation|speak your mind|newsletter|view article sources|previous|next|reader interactions|filed under)",
    re.IGNORECASE,
)
_COMMENTS = re.compile(
    r"\W{0,4}(?:\(?\d{1,5}\)? (?:comments?|responses?|replies|thoughts on|reviews)\b|comments?(?: \(\d+\))?\W{0,3}$|"
    r"(?:reader )?(?:comments|responses|discussion|trackbacks|reader interactions)\W{0,3}$|leave a (?:reply|comment)|"
    r"(?:join the|add your) (?:discussion|conversation)|speak your mind|what do you think)",
    re.IGNORECASE,
)
_COMMENT = re.compile(
    r"\breply\b|\bsays?\W{0,3}$|\bat \d{1,2}:\d\d\b|\bago\W{0,3}$|\bpermalink\b|\breport abuse\b|\bupvote|\bhelpful\?",
    re.IGNORECASE,
)
_LONGEST = 220


def count_boilerplate(text: str) -> int:
    """How many words of `text` are at home on buttons, forms and footers."""
    return sum(1 for _ in _BOILERPLATE.finditer(text))


def opens_tail(text: str) -> bool:
    """Whether `text`, a short line, heads what follows an article: comments, related links, sharing."""
    return _TAIL.match(text) is not None


def opens_comments(text: str) -> bool:
    """Whether `text`, a short line, heads what readers wrote under an article."""
    return _COMMENTS.match(text) is not None


def marks_comment(text: str) -> bool:
    """Whether `text`, a short line, stands at the edge of a reader's comment: its time, its writer, a reply button."""
    return _COMMENT.search(text) is not None


def junk_kind(text: str) -> str | None:
    """What kind of junk the line `text` is, where its own words leave no doubt; else None."""
    if asks_for_consent(text):
        return CONSENT
    if len(text) > _LONGEST:
        return None
    return next((name for name, rule in _rules() if rule.fullmatch(text)), None)


@cache
def _rules() -> tuple[tuple[str, re.Pattern[str]], ...]:
    kinds: dict[str, list[str]] = word_lists("junk")
    return tuple(
        (name, re.compile(rf"\W{{0,4}}(?:{'|'.join(patterns)})[^\w]{{0,6}}", re.IGNORECASE))
        for name, patterns in kinds.items()
    )
