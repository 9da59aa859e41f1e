"""The fixed words of a site in its language: messages by key, with plurals, numbers, lists and months as CLDR has them.

All that a page says beside its sources' own words is in one file a language, `data/wording/LANGUAGE.yml`: groups of
keys, each a text with `{names}` for what is put in. A text that depends on a number `n` has a form for each plural
category of the language (https://cldr.unicode.org/index/cldr-spec/plural-rules): `one`, `few`, `many`, `other`.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import resources
from types import MappingProxyType
from typing import Literal

from babel import Locale
from babel.dates import get_month_names
from babel.lists import format_list
from babel.numbers import format_decimal

from ..config import OwnText
from .word_lists import own_yaml

Forms = Mapping[str, str]
"""A text by plural category; one that no number changes has `other` alone."""

CATEGORIES = frozenset({"zero", "one", "two", "few", "many", "other"})
FALLBACK = "en"
_ROOM = "generator.data.wording"


@dataclass(frozen=True, slots=True)
class Messages:
    """The messages of one language. `locale` is that of its numbers and lists, as CLDR names it: `en_GB`."""

    locale: str
    forms: Mapping[str, Forms]

    def pattern(self, key: str, n: int | None = None) -> str:
        """The text of `key` with its `{names}`, in the form for the number `n`. Raises KeyError for an unknown key."""
        forms = self.forms[key]
        return forms["other"] if n is None else forms.get(_plural(self.locale, n), forms["other"])

    def say(self, key: str, n: int | None = None, **values: object) -> str:
        """The text of `key`, plain and not yet escaped; `n` picks the plural form and stands for `{n}`, grouped."""
        text = self.pattern(key, n)
        return text.format(n=self.number(n), **values) if n is not None else text.format(**values)

    def number(self, n: int) -> str:
        """`12,345`, as the language groups digits."""
        return _number(self.locale, n)

    def listing(self, words: Iterable[str]) -> str:
        """`a`, `a and b`, `a, b and c`."""
        return format_list(list(words), locale=self.locale)

    def choice(self, words: Iterable[str]) -> str:
        """`a`, `a or b`, `a, b or c`."""
        return format_list(list(words), style="or", locale=self.locale)

    def month(self, number: int, short: bool = False) -> str:
        """The name of a month, 1 to 12, within a date; `Nov` for `short`."""
        return _month(self.locale, number, "abbreviated" if short else "wide")

    def language(self, code: str) -> str:
        """The name of a language by its code, `English`; the code where it has none."""
        return str(_locale(self.locale).languages.get(code.partition("-")[0].lower(), code))


_locale = functools.cache(Locale.parse)


@functools.lru_cache(maxsize=4096)
def _plural(locale: str, n: int) -> str:
    return str(_locale(locale).plural_form(n))


@functools.lru_cache(maxsize=4096)
def _number(locale: str, n: int) -> str:
    return format_decimal(n, locale=locale)


@functools.lru_cache(maxsize=256)
def _month(locale: str, number: int, width: Literal["abbreviated", "wide"]) -> str:
    return str(get_month_names(width, locale=locale)[number])


def languages() -> tuple[str, ...]:
    """The languages whose wording is complete here, by their ISO 639 codes."""
    found = (file.name for file in resources.files(_ROOM).iterdir())
    return tuple(sorted(name.removesuffix(".yml") for name in found if name.endswith(".yml")))


@functools.cache
def messages(language: str, own: tuple[OwnText, ...] = ()) -> Messages:
    """The messages of `language`, English ones where it has none here; those of a project's `own` before them."""
    if own:
        return _with_own(messages(language), own)
    known = language if language in languages() else FALLBACK
    return parse((resources.files(_ROOM) / f"{known}.yml").read_text(encoding="utf-8"))


def _with_own(base: Messages, own: tuple[OwnText, ...]) -> Messages:
    told: dict[str, dict[str, str]] = {}
    for text in own:
        told.setdefault(text.key, {})[text.form] = text.text
    locale = told.pop("locale", {}).get("other", base.locale)
    return Messages(locale, MappingProxyType({**base.forms, **told}))


def parse(text: str) -> Messages:
    """The messages of a wording file."""
    raw = own_yaml(text)
    locale = raw.pop("locale")
    return Messages(locale, MappingProxyType(dict(_flat(raw, ""))))


def _flat(raw: Mapping[str, object], prefix: str) -> Iterable[tuple[str, Forms]]:
    for name, value in raw.items():
        key = f"{prefix}{name}"
        if isinstance(value, str):
            yield key, MappingProxyType({"other": value})
        elif isinstance(value, dict) and value.keys() <= CATEGORIES:
            yield key, MappingProxyType({form: str(told) for form, told in value.items()})
        elif isinstance(value, dict):
            yield from _flat(value, f"{key}.")
        else:
            raise TypeError(f"{key}: a text or a group is expected, not {value!r}")
