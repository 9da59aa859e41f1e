"""Ids, order, topics, limits: what must not move."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from generator.config import Config, Topic
from generator.facts import group
from generator.topics import assign

from .conftest import Grouped, analysed, settings
from .test_stories import STORIES, told

ROOT = Path(__file__).resolve().parents[2]
FIRST = (
    "The council of Varn approved the new tram line on Monday. The tram will cost 40 million crowns, the mayor said."
)
SECOND = "The new tram line was approved by the council of Varn on Monday. Work on the tram begins in May."
THIRD = "On Monday the council of Varn approved the new tram line."
ADDED = {"a": "2024-01-01", "b": "2024-01-02", "c": "2024-01-03"}


def test_a_source_that_says_nothing_new_changes_neither_id_nor_text(grouped: Grouped) -> None:
    before = grouped(("tram",), {"a": FIRST, "b": SECOND}, added=ADDED).facts
    after = grouped(("tram",), {"a": FIRST, "b": SECOND, "c": THIRD}, added=ADDED).facts
    assert [(f.id, f.text) for f in before] == [(f.id, f.text) for f in after]
    assert max(len(f.quotes) for f in after) == 3


def test_the_id_is_that_of_the_quote_whose_source_was_added_first(grouped: Grouped) -> None:
    late = grouped(("tram",), {"a": FIRST, "b": SECOND}, added={"a": "2024-05-01", "b": "2024-01-02"}).facts
    shared = next(f for f in late if len(f.quotes) == 2)
    assert shared.id == next(q.id for q in shared.quotes if q.source == "b")
    assert shared.first_added == "2024-01-02"


def test_the_order_of_the_sources_changes_nothing() -> None:
    config = settings("tram")
    analyses = tuple(analysed(n, t, config) for n, t in (("a", FIRST), ("b", SECOND), ("c", THIRD)))
    turned = analyses[::-1]
    assert group(analyses, assign(analyses, config), config) == group(turned, assign(turned, config), config)


def test_the_hash_seed_changes_nothing() -> None:
    code = "from tests.facts.test_stories import told; print([told(n)[1] for n in ('flood', 'merger', 'ruling')])"
    out = {
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT,
                       env={**os.environ, "PYTHONHASHSEED": seed}).stdout
        for seed in ("0", "1", "77")
    }  # fmt: skip
    assert len(out) == 1 and len(out.pop()) > 1000


def test_no_two_facts_share_an_id_and_the_heaviest_stands_first() -> None:
    for path in sorted(STORIES.glob("*.yml")):
        facts = told(path.stem)[1].facts
        assert len({f.id for f in facts}) == len(facts)
        assert [f.weight for f in facts] == sorted((f.weight for f in facts), reverse=True)
        assert all(f.text in {q.text for q in f.quotes} for f in facts)


def test_a_fact_stands_only_on_topics_that_its_words_speak_of(grouped: Grouped) -> None:
    config = Config(title="T", topics=(Topic("tram", "T", "-", ("tram",)), Topic("port", "P", "-", ("port",))))
    text = "The council approved the new tram on Monday, and the mayor said that the port of Varn needs a second crane."
    analyses = (analysed("a", text + " A cafe opened nearby.", config),)
    facts = group(analyses, assign(analyses, config), config).facts
    assert {topic for f in facts for topic in f.topics} == {"tram", "port"}
    assert not any("cafe" in f.text for f in facts)


def test_a_source_in_another_language_is_kept_out(grouped: Grouped) -> None:
    facts = grouped(("tram",), {"a": FIRST, "b": "Le conseil a approuve le tram lundi a Varn."}, language={"b": "fr"})
    assert {q.source for f in facts.facts for q in f.quotes} == {"a"}


def test_a_sentence_longer_than_a_quote_may_be_is_cut_and_stays_one_stretch() -> None:
    config = settings("tram", max_words=20)
    text = ("The tram will run from the northern harbour past the old market, the town hall, the two hospitals and the "
            "university, including its new library, as far as the stadium in the south of Varn.")  # fmt: skip
    analyses = (analysed("a", text, config),)
    quotes = [q for f in group(analyses, assign(analyses, config), config).facts for q in f.quotes]
    assert quotes and all(len(q.text.split()) <= 20 and text[q.start : q.end] == q.text for q in quotes)


def test_repetition_within_a_source_counts_once(grouped: Grouped) -> None:
    facts = grouped(("tram",), {"a": FIRST + "\n\n" + FIRST, "b": SECOND}).facts
    ids = [q.id for f in facts for q in f.quotes]
    assert len(ids) == len(set(ids))
    assert max(len(f.origins) for f in facts) == 1


def test_nothing_gives_nothing() -> None:
    config = settings("tram")
    assert group((), assign((), config), config).facts == ()
