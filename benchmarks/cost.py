"""What everything costs, one program after the other, each in a process of its own:
`python -m benchmarks.cost [DATA]`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main(data: str | None = None) -> int:
    """Prints all figures; 1 where one of the programs found more than was asked."""
    texts = Path(data or "") / "articles" / "scrapes"
    programs = [["cost_road"], ["cost_names"], ["cost_facts", "1000"], ["cost_hostile"]]
    if data and texts.is_dir():
        programs += [["cost_text", str(texts)], ["cost_reading", data]]
    else:
        print(f"cost of reading and of a text: not measured, no articles under DATA={data or '(not given)'}")
    codes = [
        subprocess.run([sys.executable, "-m", f"benchmarks.{name}", *more], cwd=ROOT, check=False).returncode
        for name, *more in programs
    ]
    return int(any(codes))


if __name__ == "__main__":
    sys.exit(main(*(str(Path(word).resolve()) for word in sys.argv[1:2])))
