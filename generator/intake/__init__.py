"""What comes into sources/: which kind of file it is, what it is called there, and what its sidecar says."""

from .incoming import Incoming
from .kinds import as_utf8, is_feed, suffix_of
from .mail_headers import needed_headers
from .naming import file_name
from .same_address import same_address
from .sidecar_text import sidecar_text

__all__ = ["Incoming", "as_utf8", "file_name", "is_feed", "needed_headers", "same_address", "sidecar_text", "suffix_of"]
