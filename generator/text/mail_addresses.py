"""Mail addresses in a text, whose words are nobody's name and no subject."""

from __future__ import annotations

import re

_ADDRESS = re.compile(r"(?:mailto:)?[\w.%+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+", re.IGNORECASE)
_FILL = "·"


def without_mail_addresses(text: str) -> str:
    """`text` with a mark that is no word in place of each letter of a mail address, so that places stay the same."""
    return _ADDRESS.sub(lambda hit: _FILL * len(hit.group()), text) if "@" in text else text
