"""Which of many texts hold a text or stand in it, by their words: only those that have a rare word in common are
compared letter by letter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable


class Contained:
    """Texts, ready to be asked which of them hold another, or stand in it."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = tuple(dict.fromkeys(texts))
        words = [text.split() for text in self._texts]
        counts = Counter(word for each in words for word in each)
        self._by_rarest: dict[str, list[int]] = {}  # of the words that stand whole in whatever holds a text
        self._by_word: dict[str, list[int]] = {}
        for number, each in enumerate(words):
            rarest = min(each[1:-1], key=lambda word: (counts[word], word), default="")
            self._by_rarest.setdefault(rarest, []).append(number)
            for word in dict.fromkeys(each):
                self._by_word.setdefault(word, []).append(number)

    def related(self, text: str) -> tuple[str, ...]:
        """Those that hold `text` or stand in it, in their order."""
        words = text.split()
        found = {number for word in ("", *words) for number in self._by_rarest.get(word, ())}
        found.update(self._holders(words[1:-1]))
        return tuple(one for one in map(self._texts.__getitem__, sorted(found)) if one in text or text in one)

    def _holders(self, inner: list[str]) -> Iterable[int]:
        """Those that may hold a text with `inner` words."""
        if not inner:
            return range(len(self._texts))
        return min((self._by_word.get(word, ()) for word in inner), key=len)
