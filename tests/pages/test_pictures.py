"""The charts show what they are given, hold hostile words as words, and are the same file on every machine."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pages_sample
import pytest
from pictures_sample import CHARTS, HOSTILE, PLAIN, matrix, publishers, strips, timeline, together

from generator.pages.context import Context
from generator.pages.pictures import gallery, pictures
from generator.pages.pictures.charts import draw
from generator.pages.pictures.layout import DARK, LIGHT, WIDTH, Chart
from generator.pages.pictures.matrix import letters
from generator.pages.pictures.over_time import Moment, Strip, Strips, Timeline, position
from generator.pages.pictures.over_time import strips as from_dates
from generator.pages.pictures.sheet import fit, length
from generator.text.escape import clean

TESTS = Path(__file__).parents[1]
SVG = "{http://www.w3.org/2000/svg}"


def drawn(chart: Chart, scheme: str = "light") -> ET.Element:
    return ET.fromstring(draw(chart)[scheme])


def texts(root: ET.Element) -> list[str]:
    return [element.text or "" for element in root.iter(f"{SVG}text")]


def marks(root: ET.Element) -> Counter[str]:
    """How often each kind of mark is drawn, by what it looks like."""
    kinds = {
        (LIGHT.fill, None): "dot", (LIGHT.paper, LIGHT.fill): "ring",
        (LIGHT.paper, LIGHT.other): "diamond", ("none", LIGHT.faint): "dash",
    }  # fmt: skip
    return Counter(kinds[use.get("fill", "none"), use.get("stroke")] for use in root.iter(f"{SVG}use"))


@pytest.mark.parametrize("sources", [2, 5, 12])
def test_a_matrix_has_a_mark_of_its_kind_for_every_cell(sources: int) -> None:
    chart = matrix(PLAIN, sources)
    root = drawn(chart)
    cells = Counter(cell for row in chart.cells for cell in row)
    key = 1
    assert marks(root) == {"dot": cells["yes"] + key, "diamond": cells["differs"] + key, "dash": cells[""] + key}
    assert texts(root)[-3:] == ["reports it", "reports it differently", "says nothing"]
    assert [f"{i} {text}" for i, text in enumerate(PLAIN, 1)] == [t for t in texts(root) if t[0].isdigit()]
    assert texts(root)[:sources] == letters(sources)


def test_a_mark_stands_in_its_row_and_column() -> None:
    chart = matrix(PLAIN, 4)
    root = drawn(chart)
    columns = {t.text: float(t.get("x", "")) for t in root.iter(f"{SVG}text") if t.get("text-anchor") == "middle"}
    rows = {t.text[0]: float(t.get("y", "")) for t in root.iter(f"{SVG}text") if t.text and t.text[0].isdigit()}
    found = {
        (min(rows, key=lambda r: abs(rows[r] + 12 - y)), min(columns, key=lambda c: abs(columns[c] - x)))
        for u in root.iter(f"{SVG}use")
        for x, y in [(float(u.get("x", "")), float(u.get("y", "")))]
        if u.get("stroke") == LIGHT.other and y > 40
    }
    wanted = {
        (str(i + 1), "ABCD"[j]) for i, row in enumerate(chart.cells) for j, cell in enumerate(row) if cell == "differs"
    }
    assert found == wanted and found


def test_bars_are_as_long_as_their_numbers_and_say_them() -> None:
    root = drawn(publishers(PLAIN))
    ends = [[float(n) for n in re.findall(r"[\d.]+", p.get("d", ""))] for p in root.iter(f"{SVG}path")]
    lengths = [round(max(e[0::2]) - min(e[0::2])) for e in ends]
    assert lengths == [160, 120, 80, 40] * len(PLAIN)
    assert [t for t in texts(root) if t.isdigit()] == ["4", "3", "2", "1"] * len(PLAIN)


def test_a_strip_has_a_dot_for_each_day_whose_area_is_the_number() -> None:
    chart = strips(PLAIN)
    root = drawn(chart)
    dots = [p for p in root.iter(f"{SVG}path") if p.get("fill") == LIGHT.fill]
    assert len(dots) == sum(len(strip.marks) for strip in chart.strips)
    spans = [[float(n) for n in re.findall(r"[\d.]+", dot.get("d", ""))] for dot in dots]
    assert [round(max(s[0::2]) - min(s[0::2])) for s in spans] == [7, 14] * len(PLAIN)
    starts = [min(s[0::2]) for s in spans]
    assert starts[0] < starts[2] < starts[4] < starts[1] < starts[3]
    assert [t for t in texts(root) if t in PLAIN] == list(PLAIN) and texts(root).count("5") == len(PLAIN)


def test_a_timeline_has_two_marks_for_each_event_open_where_it_lay_ahead() -> None:
    chart = timeline(PLAIN)
    root = drawn(chart)
    assert [m.planned for m in chart.moments] == [False, False, True, False]
    assert marks(root) == {"dot": 6, "ring": 2 + 1}
    assert "lay ahead when it was reported" in texts(root)
    past = Timeline(tuple(m for m in chart.moments if not m.planned))
    assert marks(drawn(past)) == {"dot": 6} and "lay ahead when it was reported" not in texts(drawn(past))


@pytest.mark.parametrize(
    ("first", "last", "wanted"),
    [
        (date(2020, 1, 1), date(2020, 1, 1), ["2020"]),
        (date(2020, 10, 7), date(2020, 10, 7), ["7 October 2020"]),
        (date(2020, 10, 7), date(2020, 10, 8), ["7 October 2020", "8 October 2020"]),
        (date(2020, 10, 7), date(2020, 10, 29), ["7 October 2020", "29 October 2020"]),
        (date(2019, 7, 2), date(2020, 11, 15), ["January 2020", "July 2020"]),
        (date(1990, 7, 2), date(2020, 11, 15), ["1990", "2000", "2010", "2020"]),
        (date(1, 1, 1), date(9999, 12, 31), None),
    ],
)
def test_a_scale_names_round_days_that_lie_on_it(first: date, last: date, wanted: list[str] | None) -> None:
    named = texts(drawn(Strips((Strip("x", ((first, 1), (last, 1))),))))
    named = named[: named.index("x")]
    assert named and all(length(name) <= WIDTH for name in named)
    if wanted:
        assert [n for n in wanted if n in named] == named


def test_names_have_a_cell_for_each_pair_and_the_number_in_it() -> None:
    root = drawn(together(PLAIN))
    cells = list(root.iter(f"{SVG}path"))
    assert len(cells) == len(PLAIN) * (len(PLAIN) - 1) // 2
    tints = sorted({float(cell.get("fill-opacity", "1")) for cell in cells})
    assert len(tints) == 4 and tints[0] == 0.04 and tints[-1] == 0.47
    assert [t for t in texts(root) if t in ("3", "13", "23")][-3:] == ["3", "13", "23"]


@pytest.mark.parametrize(
    ("edtf", "wanted"),
    [
        (None, None), ("", None), ("XXXX-10-07", None), ("201X", None), ("0000", None),
        ("2020", date(2020, 7, 2)), ("2020-XX", date(2020, 7, 2)), ("2020-21", date(2020, 7, 2)),
        ("2020-10", date(2020, 10, 15)), ("2020-10-XX", date(2020, 10, 15)), ("2020-10?", date(2020, 10, 15)),
        ("2020-02-29", date(2020, 2, 29)), ("2020-10-07~", date(2020, 10, 7)),
        ("2020-10/2020-12", date(2020, 10, 15)), ("2020-10-07/2020-10-08", date(2020, 10, 7)),
    ],
)  # fmt: skip
def test_a_date_has_a_place_on_a_scale_where_it_has_a_year(edtf: str | None, wanted: date | None) -> None:
    assert position(edtf) == wanted


def test_days_that_no_scale_can_hold_are_left_out() -> None:
    assert from_dates([("a", ["2020-10-07", None, "XXXX-10"])]) is None
    made = from_dates([("a", ["2020-10-07", None]), ("b", ["2020-10-08", "2020-10-08"]), ("c", [None])])
    assert made == Strips((Strip("a", ((date(2020, 10, 7), 1),)), Strip("b", ((date(2020, 10, 8), 2),))))


@pytest.mark.parametrize("name", CHARTS)
def test_words_stay_words_and_nothing_runs(name: str) -> None:
    for data in draw(CHARTS[name]).values():
        root = ET.fromstring(data)
        ids = {e.get("id") for e in root.iter() if e.get("id")}
        for element in root.iter():
            assert element.tag.removeprefix(SVG) in {"svg", "defs", "path", "use", "text"}
            assert not [a for a in element.attrib if a.startswith(("on", "style", "clip", "transform"))]
            assert element.get("href", "#")[1:] in ids or element.tag != f"{SVG}use"
            assert element.tag == f"{SVG}use" or "href" not in element.attrib
        said = texts(root)
        whole = HOSTILE[1] if "hostile" in name else PLAIN[0]
        assert any(s.endswith(whole) for s in said) or any(whole.startswith(s.rstrip("…")) for s in said if s)
        assert (
            "dc:" not in data.decode()
            and b"Matplotlib" not in data
            and b"http://" not in data.replace(b'xmlns="http://www.w3.org/2000/svg"', b"", 1)
        )


def test_a_formula_is_drawn_as_it_was_written() -> None:
    assert f"1 {HOSTILE[1]}" in texts(drawn(matrix((HOSTILE[1], HOSTILE[2]), 2)))


@pytest.mark.parametrize("name", CHARTS)
def test_nothing_stands_outside_the_picture(name: str) -> None:
    chart = CHARTS[name]
    root = drawn(chart)
    assert (root.get("width"), root.get("height")) == (str(WIDTH), str(chart.height))
    assert root.get("viewBox") == f"0 0 {WIDTH} {chart.height}"
    for text in root.iter(f"{SVG}text"):
        size, bold = float((text.get("font-size") or "11px").removesuffix("px")), text.get("font-weight") == "600"
        wide = length(text.text or "", size, bold)
        left = float(text.get("x", "")) - wide * {None: 0, "middle": 0.5, "end": 1}[text.get("text-anchor")]
        assert left >= -0.01 and left + wide <= WIDTH + 0.01, text.text
        assert size <= float(text.get("y", "")) + 1 and float(text.get("y", "")) + 3 <= chart.height
    for use in root.iter(f"{SVG}use"):
        assert 5 <= float(use.get("x", "")) <= WIDTH - 5 and 5 <= float(use.get("y", "")) <= chart.height - 5


def test_a_label_fits_its_room() -> None:
    for text in HOSTILE:
        for bold in (False, True):
            assert length(fit(text, 120, bold=bold), bold=bold) <= 120
    assert fit("short", 120) == "short" and fit("W" * 90, 120).endswith("…")
    assert length("日本", 10) == 20  # letters that the measured face lacks
    assert length("W", 10) > length("i", 10) > 0 and length("W", 10, bold=True) > length("W", 10)


@pytest.mark.parametrize("name", CHARTS)
def test_the_schemes_differ_in_colours_alone(name: str) -> None:
    light, dark = draw(CHARTS[name]).values()
    assert light != dark and len(light) == len(dark)
    one, other = list(ET.fromstring(light).iter()), list(ET.fromstring(dark).iter())
    roles = LIGHT.onto(DARK)
    for a, b in zip(one, other, strict=True):
        assert (a.tag, a.text) == (b.tag, b.text)
        assert {k: roles.get(v, v) if k in ("fill", "stroke") else v for k, v in a.attrib.items()} == b.attrib
        assert not {a.get("fill"), a.get("stroke")} - {None, "none", *roles}


def test_each_colour_has_one_role() -> None:
    for scheme in (LIGHT, DARK):
        assert len(set(LIGHT.onto(scheme).values())) == 7


def test_the_files_are_small() -> None:
    long = tuple(
        f"{i} a statement of some length that has to be cut somewhere near here, as most have" for i in range(11)
    )
    data = draw(matrix(long, 5))["light"]
    assert 4_000 < len(data) < 12_000


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
        "from generator.pages.publish import publish\n"
        "site = render(s.brief(), s.CONFIG); assert 'pictures/matrix-rail-light.svg' in str(site.pages)\n"
        "assert 'matplotlib' not in sys.modules\n"
        "publish(site, s.CONFIG); assert 'matplotlib' in sys.modules and 'matplotlib.pyplot' not in sys.modules"
    )
    env = {**os.environ, "PYTHONPATH": os.pathsep.join((str(TESTS.parent), str(TESTS / "pages")))}
    done = subprocess.run([sys.executable, "-c", program], env=env, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr


def test_the_librarys_settings_are_left_as_they_were() -> None:
    import matplotlib as mpl

    with mpl.rc_context({"font.size": 23.0, "svg.fonttype": "path"}):
        before = dict(mpl.rcParams)
        draw(CHARTS["matrix-plain"])
        assert dict(mpl.rcParams) == before


def test_a_page_reserves_the_room_that_the_picture_takes() -> None:
    context = Context(pages_sample.brief(), pages_sample.CONFIG)
    files = {asset.path: asset.data for asset in pictures(context)}
    shown = gallery(context)
    assert set(files) == {f"pictures/{name}-{scheme}.svg" for name in shown for scheme in ("light", "dark")}
    for name, picture in shown.items():
        assert f'height="{picture.height}"'.encode() in files[f"pictures/{name}-light.svg"]


def test_a_moment_of_hostile_words_is_cleaned() -> None:
    chart = Timeline(tuple(Moment(date(2020, 1, 1 + i), HOSTILE[10], HOSTILE[10], False) for i in range(2)))
    assert fit(clean(HOSTILE[10]), WIDTH - 140) in texts(drawn(chart))
