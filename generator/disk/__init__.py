"""The only reader and writer of files: the project's settings, its sources, docs/ and site/."""

from .built import HEAVY, built, heavy
from .cache import Cache, open_cache
from .child import run as parse_apart
from .chromium import NAMES as BROWSER_NAMES
from .chromium import SETTING as BROWSER_SETTING
from .chromium import find_browser, print_page
from .code_version import code_version
from .docs import Changes, apply, kept_paths, own_pages, plan
from .fingerprint import digest, fingerprint, inputs
from .history import as_generated
from .keep import keep, name_taken
from .linked import leading_out
from .lock import locked
from .looks import looks
from .pagefind import index_site, put_index
from .person import git_user
from .project import Project, hidden, open_project, read_config, written
from .record import committed_record, read_record
from .site_folder import amend, claim, put_assets, swapped_in
from .site_settings import SiteInputs, site_inputs
from .sources import Stray, load, printable, scan, strays

__all__ = [
    "BROWSER_NAMES",
    "BROWSER_SETTING",
    "HEAVY",
    "Cache",
    "Changes",
    "Project",
    "SiteInputs",
    "Stray",
    "amend",
    "apply",
    "as_generated",
    "built",
    "claim",
    "code_version",
    "committed_record",
    "digest",
    "find_browser",
    "fingerprint",
    "git_user",
    "heavy",
    "hidden",
    "index_site",
    "inputs",
    "keep",
    "kept_paths",
    "leading_out",
    "load",
    "locked",
    "looks",
    "name_taken",
    "open_cache",
    "open_project",
    "own_pages",
    "parse_apart",
    "plan",
    "print_page",
    "printable",
    "put_assets",
    "put_index",
    "read_config",
    "read_record",
    "scan",
    "site_inputs",
    "strays",
    "swapped_in",
    "written",
]
