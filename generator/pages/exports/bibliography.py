"""The sources as other programs cite them: `sources.bib` for BibTeX and `sources.csl.json` for CSL processors.

A digest is entered as what it is, an account in other words; the report it is about stands in its note.
"""

from __future__ import annotations

import json
import re
from typing import Any

from ...model import Analysis, Asset, Metadata
from ...text.escape import clean
from ..context import Context
from ..wording import Words
from .urls import Addresses

_LATEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "^": r"\textasciicircum{}",
    "_": r"\_", "~": r"\textasciitilde{}", "%": r"\%",
}  # fmt: skip
_SPECIAL = re.compile(r"[\\{}$&#^_~%]")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def citations(context: Context, site: str) -> tuple[Asset, ...]:
    """Both files, the sources in the order of their paths."""
    bib = "\n\n".join(_bibtex(a, context, Addresses(site, "sources.bib")) for a in context.brief.analyses)
    items = [_csl(a, context, Addresses(site, "sources.csl.json")) for a in context.brief.analyses]
    return (
        Asset("sources.bib", f"{bib}\n".encode()),
        Asset("sources.csl.json", (json.dumps(items, ensure_ascii=False, indent=1) + "\n").encode()),
    )


def _parts(edtf: str | None) -> list[int]:
    """Year, month and day, as far as a plain EDTF date gives them."""
    found = _DATE.fullmatch((edtf or "")[:10])
    parts = [int(part) for part in found.groups() if part] if found else []
    return parts if len(parts) < 2 or 1 <= parts[1] <= 12 else parts[:1]


def _about(meta: Metadata, words: Words) -> str:
    """What a digest is a digest of."""
    told = words.say(f"source.{'digest_in' if meta.publisher else 'digest'}", publisher=meta.publisher)
    return clean(f"{told} {words.say('source.by', author=meta.author)}" if meta.author else told)


def _bibtex(analysis: Analysis, context: Context, to: Addresses) -> str:
    article = analysis.article
    meta = article.metadata
    parts = _parts(meta.published)
    fields: dict[str, str] = {"title": "{" + latex(context.labels[article.id].full) + "}"}
    if meta.is_digest:
        fields["note"] = latex(_about(meta, context.words))
    else:
        fields |= {"author": "{" + latex(meta.author) + "}"} if meta.author else {}
        fields |= {"howpublished": latex(meta.publisher)} if meta.publisher else {}
    fields |= {"year": str(parts[0])} if parts else {}
    month = MONTHS[parts[1] - 1] if len(parts) > 1 else ""
    rows = [f"  {key} = {{{value}}}" for key, value in fields.items()] + ([f"  month = {month}"] if month else [])
    url = clean(meta.url or "") or to.page(*context.places.address(article.id))
    rows.append("  url = {" + re.sub(r"[\\{}\s]", lambda m: f"%{ord(m[0]):02X}", url) + "}")
    return f"@misc{{{article.id},\n" + ",\n".join(rows) + "\n}"


def latex(text: str) -> str:
    """`text` for a BibTeX field: one line, with what LaTeX would take for a command escaped."""
    return _SPECIAL.sub(lambda found: _LATEX[found[0]], clean(text))


def _csl(analysis: Analysis, context: Context, to: Addresses) -> dict[str, Any]:
    article = analysis.article
    meta = article.metadata
    digest = meta.is_digest
    item: dict[str, Any] = {
        "id": article.id,
        "type": "document" if digest else "article-newspaper",
        "title": clean(context.labels[article.id].full),
        "URL": clean(meta.url or "") or to.page(*context.places.address(article.id)),
    }
    if digest:
        item["note"] = _about(meta, context.words)
    else:
        item |= {"container-title": clean(meta.publisher)} if meta.publisher else {}
        item |= {"author": [{"literal": clean(meta.author)}]} if meta.author else {}
    parts = _parts(meta.published)
    return item | ({"issued": {"date-parts": [parts]}} if parts else {})
