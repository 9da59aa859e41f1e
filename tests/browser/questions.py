"""Questions put to search, with the page that should come first, and the figure that comes of asking them.

A file of questions is YAML: the name of a set, and under it each question with the path of the page, or a list of
paths where several are equally good (see questions.yml, beside this).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import yaml

FORMAT = "expected sets of questions, such as\n\nplain:\n  What is 5G: topics/5g/\n  Huawei: [topics/5g/, names/]\n"

Sets = Mapping[str, Mapping[str, tuple[str, ...]]]


def read(text: str) -> Sets:
    """The sets of questions of a file, each with the paths of the right pages; ValueError where it is no such file."""
    try:
        sets = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise ValueError(f"{error}\n{FORMAT}") from None
    if not isinstance(sets, dict) or not sets or not all(isinstance(asked, dict) and asked for asked in sets.values()):
        raise ValueError(FORMAT)
    return {str(name): {str(q): _paths(str(q), right) for q, right in asked.items()} for name, asked in sets.items()}


def _paths(question: str, right: object) -> tuple[str, ...]:
    paths = right if isinstance(right, list) else [right]
    named = tuple(path.lstrip("/") for path in paths if isinstance(path, str))
    if not named or len(named) < len(paths):
        raise ValueError(f"{question}: which page should come first?\n{FORMAT}")
    return named


@dataclass(frozen=True, slots=True)
class Score:
    """How often the right page came first, and what came of the questions where it did not."""

    name: str
    asked: int
    misses: tuple[str, ...]

    @property
    def share(self) -> float:
        return 1 - len(self.misses) / self.asked

    def __str__(self) -> str:
        head = f"search: {self.name}: {self.asked} questions, hit@1 {self.asked - len(self.misses)} ({self.share:.2f})"
        return "\n".join([head, *(f"  missed: {miss}" for miss in self.misses)])


def score(name: str, asked: Mapping[str, tuple[str, ...]], find: Callable[[str], list[str]]) -> Score:
    """The score of a set; `find` gives the paths of the results of a question, best first."""
    misses = []
    for question, right in asked.items():
        found = find(question)
        if not found or found[0] not in right:
            rank = next((n for n, path in enumerate(found, 1) if path in right), None)
            place = f"is {rank}, first is {found[0]}" if rank else f"is not found, first is {(found or ['nothing'])[0]}"
            misses.append(f"{question}: {' or '.join(right)} {place}")
    return Score(name, len(asked), tuple(misses))
