"""Search that a page loads when a reader uses it: Material starts its worker and fetches the whole index on every page.

How: the search form goes without its name, so Material asks for no index (`document.forms.namedItem("search")` in its
bundle), and the page names a small worker of ours in place of Material's. That one answers for it until the first words
are typed, then fetches the index and becomes Material's worker. A page that is asked to mark words (`?h=`) gives the
form its name back, since Material needs the index there. A third script, loaded with Material's worker, takes the stop
words out of queries. Where a version of Material no longer has what this leans on, `lazy_search` says so, and search
stays Material's own.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from importlib import resources
from types import MappingProxyType
from typing import Protocol

_BUNDLE = re.compile(r"assets/javascripts/bundle\.[0-9a-f]+\.min\.js")
_WORKER = re.compile(r"assets/javascripts/workers/search\.[0-9a-f]+\.min\.js")
_EARLY = "navigation.instant"  # these features of the theme ask for the index as pages come and go
_SUGGEST = "search.suggest"
_NOT_KNOWN = "this version of Material is not known to start its search late: every page loads the search index"

# The words of the protocol between bundle and worker, as they stand in the minified scripts since Material 9.7.7.
_BUNDLE_HAS = (
    'document.forms.namedItem("search")?',
    '"search/search_index.json"',
    ".type===1}",
    ".type===3}",
    "({type:0,data:{config:",
    "({type:2,data:",
)
_WORKER_HAS = ("case 0:", "case 2:", "{type:1}", "{type:3,data:", 'addEventListener("message",', "postMessage(")


@dataclass(frozen=True, slots=True)
class LazySearch:
    """What the templates need: addresses inside the site of Material's worker and of ours; and the text of each script
    of ours by its address."""

    theirs: str
    ours: str
    scripts: Mapping[str, str]


class TextFile(Protocol):
    """A file of the site to be, by the address that its text will have."""

    @property
    def src_uri(self) -> str: ...

    @property
    def content_string(self) -> str: ...


def find_lazy_search(
    files: Iterable[TextFile], features: Collection[str], tell: Callable[[str], None]
) -> LazySearch | None:
    """How search comes late in a site of these `files`, where the theme has these `features` on. None where a feature
    needs the index from the start; also where Material's scripts are not as this module knows them, of which `tell` is
    told."""
    if any(name.startswith(_EARLY) for name in features):
        return None
    known = tuple(files)
    bundle, worker = _first(_BUNDLE, known), _first(_WORKER, known)
    late = None
    if bundle and worker:
        texts = bundle.content_string, worker.content_string
        late = lazy_search(*texts, worker.src_uri, suggest=_SUGGEST in features)
    if not late:
        tell(_NOT_KNOWN)
    return late


def _first(pattern: re.Pattern[str], files: Iterable[TextFile]) -> TextFile | None:
    return next((file for file in files if pattern.fullmatch(file.src_uri)), None)


def lazy_search(bundle: str, worker: str, place: str, *, suggest: bool) -> LazySearch | None:
    """Our worker for the texts of Material's bundle and worker; `place` is where the latter lies in the site, `suggest`
    whether the theme's feature `search.suggest` is on. None where these scripts are not as this module knows them."""
    if not all(part in bundle for part in _BUNDLE_HAS) or not all(part in worker for part in _WORKER_HAS):
        return None
    folder, name = place.rsplit("/", 1)
    thin, thin_script = _script("thin_query.js", "thin")
    names = {"THIN": thin, "WORKER": name, "SUGGEST": "true" if suggest else "false"}
    ours, script = _script("lazy_search.js", "late", names)
    return LazySearch(place, f"{folder}/{ours}", {f"{folder}/{ours}": script, f"{folder}/{thin}": thin_script})


def _script(source: str, name: str, values: Mapping[str, str] = MappingProxyType({})) -> tuple[str, str]:
    """The file name and the text of a script of the package's: without comments, with values in their places."""
    text = (resources.files("generator.material") / "scripts" / source).read_text(encoding="utf-8")
    lines = (line.partition("//")[0].strip() for line in text.splitlines())
    script = "".join(line + "\n" for line in lines if line)
    for place, value in values.items():
        script = script.replace(place, value)
    return f"{name}.{hashlib.sha256(script.encode()).hexdigest()[:8]}.js", script
