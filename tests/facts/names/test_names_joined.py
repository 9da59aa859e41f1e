"""Names across sources: which spellings are one name, tests/golden/names_joined, a corpus a case."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.analysis.attribution.find_attributions import find_attributions
from generator.analysis.names.find_names import find_names
from generator.config import Config, NameRule, Topic
from generator.facts.names.affiliations import affiliations
from generator.facts.names.join import join_names
from generator.facts.names.lookup import Lookup
from generator.facts.names.speakers import SpeakerNames
from generator.model import Analysis, Article, Coverage, Metadata, Name, Paragraph, Topics
from generator.text import sentences

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "names_joined"
CASES = [
    pytest.param(case, id=f"{path.stem}: {case['case']}")
    for path in sorted(GOLDEN.glob("*.yml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


def analysis(source: str, text: str) -> Analysis:
    blocks = tuple(Paragraph(" ".join(block.split())) for block in text.strip().split("\n\n"))
    article = Article(source, f"sources/{source}.txt", "text", Metadata(), blocks)
    cut = sentences.split(article)
    return Analysis(article, cut, (), (), find_names(cut), (), find_attributions(cut))


def speakers(names: tuple[Name, ...], *analyses: Analysis) -> SpeakerNames:
    lookup = Lookup(names)
    return SpeakerNames(lookup, affiliations(analyses, lookup))


def joined(texts: dict[str, str], rules: tuple[NameRule, ...] = ()) -> tuple[Name, ...]:
    analyses = tuple(analysis(source, text) for source, text in texts.items())
    return join_names(analyses, Topics(()), Config("x", (Topic("t", "T", "s", ("x",)),), names=rules))


def shown(name: Name) -> str:
    aliases = [f"{a.text}{' (slip in ' + ', '.join(a.sources) + ')' if a.misspelling else ''}" for a in name.aliases]
    return f"{name.name} [{name.kind}] {len(name.sources)}" + (f" = {'; '.join(aliases)}" if aliases else "")


@pytest.mark.parametrize("case", CASES)
def test_names_joined(case: dict[str, Any]) -> None:
    rules = tuple(
        NameRule(r["name"], r.get("kind"), tuple(r.get("aliases", ())), tuple(r.get("not", ())))
        for r in case.get("rules", ())
    )
    found = joined(case["sources"], rules)
    assert [shown(name) for name in found] == case["names"]
    assert len({name.id for name in found}) == len(found)


def test_the_order_of_sources_changes_no_name() -> None:
    first: Any = CASES[0].values[0]
    texts = first["sources"]
    there = {(n.id, n.name, frozenset(a.text for a in n.aliases)) for n in joined(texts)}
    back = {(n.id, n.name, frozenset(a.text for a in n.aliases)) for n in joined(dict(reversed(texts.items())))}
    assert there == back


def test_a_name_belongs_to_the_topics_of_its_sentences() -> None:
    one = analysis("a", "Ana Ruiz spoke in Oslo. The port was shut by Ivo Brandt.")
    topics = Topics((Coverage("port", "a", "main", (1,), (1,)),))
    found = join_names((one,), topics, Config("x", (Topic("port", "Port", "s", ("port",)),)))
    assert {n.name: n.topics for n in found} == {"Ana Ruiz": (), "Ivo Brandt": ("port",), "Oslo": ()}


def test_speakers_are_named_only_where_the_document_makes_it_certain() -> None:
    one = analysis(
        "a",
        "According to a statement by the Fisheries Ministry, quotas will fall. "
        "The sea is warm, the government said in a statement. "
        "“It is bad,” said Ana Ruiz. She said more cuts will follow. The weather is fine, the company said.\n\n"
        "The cuts hurt, the ministry said. The statement said that boats must stay in port.",
    )
    names = join_names((one,), Topics(()), Config("x", (Topic("t", "T", "s", ("x",)),)))
    said = [
        (a.speaker, name.name if name else None)
        for a, name in zip(one.attributions, speakers(names, one).of(one), strict=True)
    ]
    assert said == [
        ("the Fisheries Ministry", "Fisheries Ministry"),
        ("the government", "Fisheries Ministry"),
        ("Ana Ruiz", "Ana Ruiz"),
        ("She", "Ana Ruiz"),
        ("the company", None),
        ("the ministry", "Fisheries Ministry"),
        ("The statement", "Fisheries Ministry"),
    ]
