"""What packed formats share: a ZIP opened within limits, and XML parsed without entities, DTDs or the network."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO

from lxml import etree

from ..config import Limits
from ..errors import UnreadableError
from .encoding import beyond

_SMALL = 1_000_000  # bytes; a smaller entry may have any ratio


class Archive:
    """The entries of a ZIP, each read with a check on what really comes out of it."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        """Raises UnreadableError where `data` is no ZIP or beyond a limit."""
        self._limits = limits
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, RuntimeError):  # the last: of a newer version of ZIP
            raise UnreadableError("no readable ZIP archive") from None
        entries = self._zip.infolist()
        if len(entries) > limits.entries:
            raise UnreadableError(beyond(len(entries), "entries", limits.entries, "entries"))
        total = sum(e.file_size for e in entries)
        if total > limits.unpacked_bytes:
            raise UnreadableError(beyond(total, "bytes unpacked", limits.unpacked_bytes, "unpacked_bytes"))
        for entry in entries:
            self._check(entry)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the files in the archive, in its order, each once."""
        return tuple(dict.fromkeys(e.filename for e in self._zip.infolist() if not e.filename.endswith("/")))

    def read(self, name: str) -> bytes:
        """The bytes of the entry `name`. Raises UnreadableError where it is missing, broken or locked."""
        try:
            return self._zip.read(name)  # never more than the size it declares, which was counted
        except KeyError:
            raise UnreadableError(f"it has no {name[:80]}", "an entry is missing") from None
        except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, OSError, ValueError):
            # a locked entry, an unknown packing, one that begins before the file
            broken = "is broken, locked or packed in an unknown way"
            raise UnreadableError(f"its entry {name[:80]} {broken}", f"an entry {broken}") from None

    def _check(self, entry: zipfile.ZipInfo) -> None:
        name = entry.filename.replace("\\", "/")
        if name.startswith("/") or ".." in name.split("/") or ":" in name.split("/")[0]:
            raise UnreadableError("the name of an entry leads out of the archive")
        ratio = entry.file_size // max(1, entry.compress_size)
        if entry.file_size > _SMALL and ratio > self._limits.ratio:
            raise UnreadableError(beyond(ratio, "times its packed size in an entry", self._limits.ratio, "ratio"))


def parse_xml(data: bytes, limits: Limits, what: str) -> etree._Element:
    """The root of the XML `data`, called `what` in messages. Raises UnreadableError where it is broken, has a DOCTYPE,
    or is larger or deeper than the limits."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if "depth" in str(error).lower():
            limit = limits.nesting
            raise UnreadableError(f"{what}: " + beyond(257, "elements within one another", limit, "nesting")) from None
        raise UnreadableError(f"{what} is no well-formed XML") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableError(f"{what} has a DOCTYPE, which is refused")
    check_tree(root, limits)
    return root


def check_tree(root: etree._Element, limits: Limits) -> None:
    """Raises UnreadableError where the tree has more elements, or lies deeper, than the limits allow."""
    count = sum(1 for _ in root.iter(etree.Element))
    if count > limits.elements:
        raise UnreadableError(beyond(count, "elements", limits.elements, "elements"))
    depth, level = 0, [root]
    while level and depth <= limits.nesting:
        depth, level = depth + 1, [child for element in level for child in element]
    if depth > limits.nesting:
        raise UnreadableError(beyond(depth, "elements within one another", limits.nesting, "nesting"))
