"""Who tells how telling a word is: YAKE, or our own measure, which needs no YAKE."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator.analysis.keyphrases import own_weights
from generator.errors import BriefingError
from generator.text import yake_parts
from generator.text.word_counts import TextCounts, count_words_of
from generator.text.words import word_runs
from tests.analysis.keyphrases.found import found

ROOT = Path(__file__).resolve().parents[3]
OWN = "keyphrases: {engine: own}\n"
TEXT = (
    "The tram line crosses the old market. Engineers inspected the tram line and the river bridge on both banks.\n"
    "A loose bolt was found near the river bridge. The tram line closed while a drainage survey went on.\n"
    "The drainage survey covers the old market, the river bridge and the Elm Street depot of the TKB.\n"
)
WITHOUT = """
import sys
sys.modules["yake"] = None
from tests.analysis.keyphrases.test_keyphrase_engines import *
print([k.phrase for k in found(TEXT, settings=OWN)])
print([k.phrase for k in found("La ponte vecchia crolla nel fiume.", language="it", settings=OWN)])
"""


def counted(*sentences: str) -> TextCounts:
    runs = [word_runs(sentence) for sentence in sentences]
    return count_words_of(runs, {w.key for line in runs for run in line for w in run}, frozenset(["the", "a", "was"]))


@pytest.mark.parametrize("weigh", [yake_parts.weights, own_weights.weights], ids=["yake", "own"])
def test_an_early_name_tells_more_than_a_late_plain_word(weigh: object) -> None:
    assert callable(weigh)
    weights = weigh(
        counted("The Orrin dam failed.", "Orrin water rose.", "A team went to Orrin.", "A kettle was sold.")
    )
    assert weights["orrin"] > weights["kettl"] > 0


def test_counts_of_a_word_and_of_its_text() -> None:
    text = counted("The TKB runs trams.", "A tram of the TKB, the tram.", "It stopped.")
    tram, tkb = text.words["tram"], text.words["tkb"]
    assert (tram.count, tram.sentences, tram.before, tram.after) == (3, [0, 1], ["run", "a", "the"], ["of"])
    assert (tkb.acronyms, tkb.names, text.sentences, text.most) == (2, 0, 3, 3)
    assert count_words_of([], ["tram"], ()) == TextCounts({})


def test_each_engine_ranks_in_its_own_way() -> None:
    yake, own = ([(k.phrase, k.score) for k in found(TEXT, settings=settings)] for settings in ("", OWN))
    assert yake != own
    assert {phrase for phrase, _ in yake} == {phrase for phrase, _ in own}


def test_yake_is_the_default() -> None:
    assert found(TEXT) == found(TEXT, settings="keyphrases: {engine: yake}\n")


def test_the_own_engine_does_without_yake() -> None:
    run = subprocess.run([sys.executable, "-c", WITHOUT], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert run.returncode == 0, run.stderr
    assert run.stdout.splitlines()[0] == str([k.phrase for k in found(TEXT, settings=OWN)])
    assert "ponte vecchia" in run.stdout


def test_without_yake_its_engine_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "yake", None)
    with pytest.raises(BriefingError, match=r"keyphrases\.engine: YAKE is not installed; .*`own`"):
        found(TEXT)


def test_yake_is_imported_in_one_module_only() -> None:
    using = [p for p in sorted((ROOT / "generator").rglob("*.py")) if "yake" in _asked(p.read_text(encoding="utf-8"))]
    assert [p.name for p in using] == ["yake_parts.py"]


def _asked(code: str) -> str:
    """The lines that import a module by its name or ask for its files."""
    lines = (line.strip() for line in code.splitlines())
    own = ("from .", "from ..")
    return "\n".join(
        line
        for line in lines
        if (line.startswith(("import ", "from ")) and not line.startswith(own))
        or "files(" in line
        or "find_spec" in line
    )
