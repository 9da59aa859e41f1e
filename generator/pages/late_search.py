"""Search that a page loads when a reader uses it: Material starts its worker and fetches the whole index on every page.

How: the search form goes without its name, so Material asks for no index (`document.forms.namedItem("search")` in its
bundle), and the page names a small worker of ours in place of Material's. That one answers for it until the first words
are typed, then fetches the index and becomes Material's worker. A page that is asked to mark words (`?h=`) gives the
form its name back, since Material needs the index there. Where a version of Material no longer has what this leans on,
`late_search` says so, and search stays Material's own.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from importlib import resources

BUNDLE = re.compile(r"assets/javascripts/bundle\.[0-9a-f]+\.min\.js")
WORKER = re.compile(r"assets/javascripts/workers/search\.[0-9a-f]+\.min\.js")
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
class LateSearch:
    """What the templates need: addresses inside the site of Material's worker and of ours, and the script of ours."""

    theirs: str
    ours: str
    script: str


def late_search(bundle: str, worker: str, place: str, *, suggest: bool) -> LateSearch | None:
    """Our worker for the texts of Material's bundle and worker; `place` is where the latter lies in the site, `suggest`
    whether the theme's feature `search.suggest` is on. None where these scripts are not as this module knows them."""
    if not all(part in bundle for part in _BUNDLE_HAS) or not all(part in worker for part in _WORKER_HAS):
        return None
    folder, name = place.rsplit("/", 1)
    text = (resources.files("generator.data") / "late_search.js").read_text(encoding="utf-8")
    text = "".join(
        line.partition("//")[0].strip() + "\n" for line in text.splitlines() if line.partition("//")[0].strip()
    )
    script = text.replace("WORKER", name).replace("SUGGEST", "true" if suggest else "false")
    digest = hashlib.sha256(script.encode()).hexdigest()[:8]
    return LateSearch(place, f"{folder}/late.{digest}.js", script)
