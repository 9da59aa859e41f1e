"""Pictures as pages show them: both schemes and a text alternative."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from ...text.escape import Attribute, Link, attribute, own
from ..context import PageContext
from ..pictures import Picture
from ..pictures.gallery import FOLDER
from ..pictures.layout import WIDTH


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture in both schemes: paths relative to the built page, its text alternative, and its size."""

    light: Link
    dark: Link
    text: Attribute
    width: int
    height: int


def figure(picture: Picture | None, page: PageContext) -> PictureView | None:
    """A picture as seen from a page; the built page lies in a folder of its own, unless it is an index."""
    if picture is None:
        return None
    stem = page.path.removesuffix(".md")
    folder = posixpath.dirname(page.path) if posixpath.basename(stem) == "index" else stem
    path = posixpath.relpath(f"{FOLDER}/{picture.name}", folder or ".")
    return PictureView(
        own(f"{path}-light.svg"), own(f"{path}-dark.svg"), attribute(picture.text), WIDTH, picture.height
    )
