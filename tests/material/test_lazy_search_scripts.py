"""Search that comes late leans on two scripts of Material's: they are as it expects, or search stays as it was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import material
import pytest

from generator.material.lazy_search import find_lazy_search, lazy_search

THEME = Path(material.__file__).parent / "templates"
SCRIPTS = sorted(path.relative_to(THEME).as_posix() for path in THEME.glob("assets/javascripts/**/*.js"))
PLACE = next(path for path in SCRIPTS if "/workers/search." in path)
BUNDLE = next(path for path in SCRIPTS if "/bundle." in path)


def text_of(path: str) -> str:
    return (THEME / path).read_text(encoding="utf-8")


TEXTS = text_of(BUNDLE), text_of(PLACE)


@dataclass(frozen=True)
class ThemeFile:
    """A file of Material's, as MkDocs gives it."""

    src_uri: str

    @property
    def content_string(self) -> str:
        return text_of(self.src_uri)


FILES = tuple(map(ThemeFile, ["index.md", "assets/javascripts/bundle.js", *SCRIPTS]))


@pytest.mark.parametrize("features", [[], ["search.suggest"]])
def test_the_scripts_are_found_among_the_files_of_the_theme(features: list[str]) -> None:
    told: list[str] = []
    found = find_lazy_search(FILES, features, told.append)
    assert found and found == lazy_search(*TEXTS, PLACE, suggest=bool(features)) and told == []


@pytest.mark.parametrize("missing", [PLACE, BUNDLE])
def test_a_theme_without_them_keeps_its_search_and_that_is_told(missing: str) -> None:
    told: list[str] = []
    assert find_lazy_search([file for file in FILES if file.src_uri != missing], [], told.append) is None
    assert [text.partition(" is ")[0] for text in told] == ["this version of Material"]


def test_pages_that_come_and_go_need_the_index_from_the_start() -> None:
    assert find_lazy_search(FILES, ["toc.follow", "navigation.instant.prefetch"], pytest.fail) is None


def test_the_installed_material_can_start_its_search_late() -> None:
    late = lazy_search(*TEXTS, PLACE, suggest=True)
    assert late, "Material's search has changed: see _BUNDLE_HAS and _WORKER_HAS, or every page loads the whole index"
    assert late.theirs == PLACE
    assert late.ours.rpartition("/")[0] == PLACE.rpartition("/")[0]  # Material's worker names other files from there
    (ours, script), (thin, _) = late.scripts.items()
    assert ours == late.ours
    assert f'importScripts("{thin.rpartition("/")[2]}", "{PLACE.rpartition("/")[2]}")' in script
    assert "suggest: true" in script
    quiet = lazy_search(*TEXTS, PLACE, suggest=False)
    assert quiet and quiet.ours != late.ours


@pytest.mark.parametrize("gone", ['namedItem("search")', ".type===1}", "type:2,data:"])
def test_another_bundle_keeps_its_own_search(gone: str) -> None:
    bundle, worker = TEXTS
    assert lazy_search(bundle.replace(gone, "gone"), worker, PLACE, suggest=False) is None


@pytest.mark.parametrize("gone", ["case 2:", "{type:3,data:", 'addEventListener("message",'])
def test_another_worker_is_started_by_its_own_page(gone: str) -> None:
    bundle, worker = TEXTS
    assert lazy_search(bundle, worker.replace(gone, "gone"), PLACE, suggest=False) is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("features: [", "features: [navigation.instant, "),  # there the index is asked for as pages come and go
        ("plugins:\n", "extra_javascript: []\nplugins:\n"),
    ],
)
def test_search_is_late_unless_a_feature_needs_it_early(
    project: Path, briefing: Callable[..., tuple[int, str, str]], old: str, new: str
) -> None:
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert briefing("-C", project, "build")[0] == 0
    page = (project / "site" / "index.html").read_text(encoding="utf-8")
    early = "navigation.instant" in new
    assert (PLACE in page.split('id="__config"')[1].split("</script>")[0]) is early
    assert ('<form class="md-search__form" name="search">' in page) is early
    for name in ("late", "thin"):
        assert len(list((project / "site/assets/javascripts/workers").glob(f"{name}.*.js"))) == (not early)
