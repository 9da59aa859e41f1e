"""The charts are the same files on every machine, and the plotting library leaves no trace."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from generator.pages.pictures.charts import draw
from tests.pictures_sample import CHARTS

TESTS = Path(__file__).parents[2]
RC = """svg.fonttype: path
svg.hashsalt: other
font.size: 30
font.family: serif
lines.markersize: 30
lines.linewidth: 7
axes.xmargin: 0.3
scatter.marker: x
patch.linewidth: 9
patch.force_edgecolor: True
text.parse_math: True
timezone: Asia/Tokyo
path.sketch: 1, 100, 2
"""


def test_the_same_bytes_in_any_surroundings(tmp_path: Path) -> None:
    (tmp_path / "matplotlibrc").write_text(RC)
    surroundings = (
        {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo", "LC_ALL": "tr_TR.UTF-8", "MPLCONFIGDIR": str(tmp_path)}
        | {"SOURCE_DATE_EPOCH": "1"},
    )
    said = []
    for more in surroundings:
        done = subprocess.run(
            [sys.executable, "-W", "error", TESTS / "pictures_sample.py"],
            env={**os.environ, "PYTHONPATH": str(TESTS.parent), **more},
            cwd=tmp_path, capture_output=True, text=True, check=True, timeout=120,
        )  # fmt: skip
        said.append(done.stdout)
        assert done.stderr == ""
    assert said[0] == said[1] and len(said[0].splitlines()) == 2 * len(CHARTS)
    here = "".join(
        f"{name} {scheme} {len(data)}" for name, chart in CHARTS.items() for scheme, data in draw(chart).items()
    )
    assert here == "".join(line.rpartition(" ")[0] for line in said[0].splitlines())


def test_pages_are_rendered_without_the_plotting_library() -> None:
    program = (
        "import sys, pages_sample as s\n"
        "from generator.pages import render\n"
        "from generator.pages.exports.publish import publish\n"
        "site = render(s.brief(), s.CONFIG); assert 'pictures/coverage-over-time-light.svg' in str(site.pages)\n"
        "assert 'matplotlib' not in sys.modules\n"
        "publish(site, s.CONFIG); assert 'matplotlib' in sys.modules and 'matplotlib.pyplot' not in sys.modules"
    )
    env = {**os.environ, "PYTHONPATH": os.pathsep.join((str(TESTS.parent), str(TESTS)))}
    done = subprocess.run([sys.executable, "-c", program], env=env, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr


def test_the_librarys_settings_are_left_as_they_were() -> None:
    import matplotlib as mpl

    with mpl.rc_context({"font.size": 23.0, "svg.fonttype": "path"}):
        before = dict(mpl.rcParams)
        draw(CHARTS["strips-plain"])
        assert dict(mpl.rcParams) == before
