"""The sample that comes with the project is what its README says of it, and sources/ still holds it or holds others."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest
import yaml

from generator.config import Limits, QuoteLimits, parse
from generator.corpus import read_all
from generator.disk import scan
from generator.model import SourceFile
from generator.text.matching import matcher, speaks_of
from tests.shipped import SHIPPED, changed, is_own

SOURCES = SHIPPED / "sources"
DIGESTS = sorted(path for path in SOURCES.glob("*.md") if path.name != "README.md")
CONFIG = parse((SHIPPED / "briefing.yml").read_text(encoding="utf-8"))


def files() -> tuple[SourceFile, ...]:
    found, skipped = scan(SOURCES, CONFIG.limits)
    assert skipped == ()
    return found


def test_the_copy_is_what_comes_with_the_project() -> None:
    if is_own():
        pytest.skip("a briefing of its own is kept here")
    assert changed() == (), "copy them to tests/fixtures/shipped, which the tests of the sample's site read"


def test_five_digests_are_read_and_the_readme_is_not() -> None:
    assert [file.path for file in files()] == [f"sources/{path.name}" for path in DIGESTS]
    assert len(DIGESTS) == 5
    articles, skipped = read_all(files(), CONFIG)
    assert skipped == ()
    assert {article.metadata.kind for article in articles} == {"digest"}


@pytest.mark.parametrize("path", DIGESTS, ids=lambda p: p.stem)
def test_a_digest_says_what_it_is_and_dates_nothing(path: Path) -> None:
    _, matter, body = path.read_text(encoding="utf-8").split("---\n", 2)
    front = yaml.safe_load(matter)
    assert set(front) - {"publisher"} == {"kind", "title", "added", "note"}
    assert front["kind"] == "digest"
    assert front["note"].startswith("Written for this project in its own words.")
    assert 250 <= len(body.split()) <= 450
    assert not re.search(r"\b(?:19|20)\d\d\b", body), "no report gives a year"
    assert [words for words in re.findall(r'["“]([^"”]*)["”]', body) if len(words.split()) > 3] == []
    assert front["title"] not in body


def test_each_topic_rests_on_two_digests_at_least() -> None:
    articles, _ = read_all(files(), CONFIG)
    for topic in CONFIG.topics:
        terms = matcher(topic.terms)
        assert sum(any(terms.find(p.text) for p in article.paragraphs) for article in articles) >= 2, topic.id


def test_the_four_topics_are_there_and_the_defaults_are_shown_as_comments() -> None:
    assert [topic.id for topic in CONFIG.topics] == ["5g", "cybersecurity", "ipoi", "supply-chains"]
    text = (SHIPPED / "briefing.yml").read_text(encoding="utf-8")
    first, _, rest = text.partition("\n")
    assert first == "# yaml-language-server: $schema=generator/data/briefing.schema.json"
    comments = "quotes:" + re.sub(r"(?m)^# ?", "", rest.split("# quotes:")[1])
    assert parse(f"{text}\n{comments}") == CONFIG, "what the comments show is the default"
    shown = yaml.safe_load(comments)
    assert set(shown) == {"quotes", "publish_full_text", "limits"}
    assert [set(shown[key]) for key in ("quotes", "limits")] == [
        {f.name for f in fields(c)} for c in (QuoteLimits, Limits)
    ]


@pytest.mark.parametrize(
    ("topic", "sentence", "belongs"),
    [
        ("5g", "Three countries barred the vendor's 5 G equipment.", True),
        ("5g", "Telecom operators wait for the auction.", True),
        ("5g", "The recipe asks for sugar and butter.", False),
        ("cybersecurity", "Cyber-security officials met.", True),
        ("cybersecurity", "A wave of cyberattacks hit hospitals.", True),
        ("cybersecurity", "Shops were ready for Cyber Monday.", False),
        ("ipoi", "The Indo-Pacific Oceans' Initiative has seven pillars.", True),
        ("ipoi", "Fishermen in the Indian Ocean wait for the monsoon.", False),
        ("supply-chains", "The chip supply-chain's weak points were named.", True),
        ("supply-chains", "They will cooperate on Block Chain and spectrum.", False),
        ("supply-chains", "The firm was hit by a supply chain attack.", False),
    ],
)
def test_terms_catch_what_a_topic_means_and_no_more(topic: str, sentence: str, belongs: bool) -> None:

    found = next(t for t in CONFIG.topics if t.id == topic)
    assert speaks_of(sentence, matcher(found.terms), matcher(found.exclude)) is belongs
