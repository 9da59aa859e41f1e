"""The corpora and tables of `make bench-scale`."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.scale import corpus
from benchmarks.scale.tables import exponent, table
from generator import disk
from generator.corpus import read_all


def _texts(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted((folder / "sources").iterdir())}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("scale") / "project"
    corpus.write(folder, 12)
    return folder


def test_a_corpus_is_a_project_of_as_many_readable_sources(made: Path) -> None:
    project = disk.open_project(made)
    files, skipped = disk.scan(project.sources, project.config.limits)
    articles, unread = read_all(files, project.config)
    assert (len(articles), skipped, unread) == (12, (), ())
    assert all(article.metadata.published and article.metadata.publisher for article in articles)


def test_its_sources_are_as_long_as_news(made: Path) -> None:
    sizes = [len(text.split()) for name, text in _texts(made).items() if name.endswith(".txt")]
    assert min(sizes) >= 400
    assert max(sizes) <= 700


def test_a_smaller_corpus_is_the_beginning_of_a_larger_one(made: Path, tmp_path: Path) -> None:
    corpus.write(tmp_path / "small", 5)
    small = _texts(tmp_path / "small")
    assert len(small) == 10
    assert small.items() <= _texts(made).items()


def test_sources_of_an_event_share_what_they_tell_and_not_their_words(made: Path) -> None:
    texts = [text for name, text in _texts(made).items() if name.endswith(".txt")]
    lines = [set(text.replace("\n\n", " ").split(". ")) for text in texts]
    assert all(len(one & other) < len(one) / 2 for one in lines for other in lines if one is not other)
    assert any(one & other for one in lines for other in lines if one is not other)


def test_an_exponent_tells_how_a_figure_grows_with_the_sources() -> None:
    figures = {100: {"s": 3.0}, 1000: {"s": 10.0}, 10_000: {"s": 1000.0}}
    assert exponent(figures, "s", [1000, 10_000]) == pytest.approx(2)
    assert exponent(figures, "s", [1000]) is None
    assert exponent(figures, "absent", [1000, 10_000]) is None


def test_the_table_has_a_column_a_size_and_leaves_open_what_was_not_measured() -> None:
    lines = table({1000: {"group": 10.0, "peer": 1.0}, 2000: {"group": 20.0}}, ("group", "peer"))
    assert [line.split() for line in lines] == [
        ["sources", "1,000", "2,000", "exponent"],
        ["group", "10.0", "20.0", "1.00"],
        ["peer", "1.0", "–"],
    ]
