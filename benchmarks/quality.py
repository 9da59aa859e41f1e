"""How well reading and keyphrases do, beside other tools, with floors that may not fall:
`python -m benchmarks.quality [DATA]`. Where DATA or a part of it is absent, it says so."""

from __future__ import annotations

import sys

from . import quality_encodings, quality_keyphrases, quality_reading, quality_scripts, quality_sentences


def main(data: str | None = None) -> int:
    """Prints the tables; 1 where a figure fell below its floor."""
    of_data = max(quality_reading.main(data), quality_keyphrases.main(data))
    return max(of_data, quality_scripts.main(), quality_encodings.main(), quality_sentences.main())


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
