"""The charts show what they are given and hold hostile words as words."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from generator.pages.context import Context
from generator.pages.pictures import gallery, pictures
from generator.pages.pictures.charts import draw
from generator.pages.pictures.layout import DARK, LIGHT, WIDTH
from generator.pages.pictures.sheet import fit, length
from tests import pages_sample
from tests.pictures_drawn import SVG, drawn, texts
from tests.pictures_sample import CHARTS, HOSTILE, PLAIN, publishers, strips


def test_bars_are_as_long_as_their_numbers_and_say_them() -> None:
    root = drawn(publishers(PLAIN))
    ends = [[float(n) for n in re.findall(r"[\d.]+", p.get("d", ""))] for p in root.iter(f"{SVG}path")]
    lengths = [round(max(e[0::2]) - min(e[0::2])) for e in ends]
    assert lengths == [160, 120, 80, 40] * len(PLAIN)
    assert [t for t in texts(root) if t.isdigit()] == ["4", "3", "2", "1"] * len(PLAIN)


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


def test_a_formula_is_drawn_as_it_was_written() -> None:
    assert HOSTILE[1] in texts(drawn(strips((HOSTILE[1], HOSTILE[2]))))


def test_the_files_are_small() -> None:
    long = tuple(
        f"{i} a statement of some length that has to be cut somewhere near here, as most have" for i in range(11)
    )
    data = draw(strips(long))["light"]
    assert 4_000 < len(data) < 12_000


def test_a_page_reserves_the_room_that_the_picture_takes() -> None:
    context = Context(pages_sample.brief(), pages_sample.CONFIG)
    files = {asset.path: asset.data for asset in pictures(context)}
    shown = gallery(context)
    assert set(files) == {f"pictures/{name}-{scheme}.svg" for name in shown for scheme in ("light", "dark")}
    for name, picture in shown.items():
        assert f'height="{picture.height}"'.encode() in files[f"pictures/{name}-light.svg"]
