"""One stylesheet of what the pages use: what stays, what goes, and pages that are the same but for it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import lxml.html
import material
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.material.css_purge import compared_attributes, trim
from generator.material.css_usage import MADE_FOR, Used, collect
from generator.material.stylesheet import Stylesheet, build_stylesheet, lighter, linked

CASES = yaml.safe_load((Path(__file__).parent / "stylesheet.yml").read_text(encoding="utf-8"))
CHARSET = '@charset "UTF-8";'
THEME = Path(material.__file__).parent / "templates" / "assets"
MAIN = next((THEME / "stylesheets").glob("main.*.min.css")).read_text(encoding="utf-8")
BUNDLE = next((THEME / "javascripts").glob("bundle.*.min.js")).read_text(encoding="utf-8")
LINKS = """<link rel="stylesheet" href="../assets/stylesheets/main.0a1b2c3d.min.css">
  <link rel="stylesheet" href="../assets/stylesheets/palette.0a1b2c3d.min.css">
  <link rel="stylesheet" href="../assets/stylesheets/briefing.css">
  <link rel="stylesheet" href="../assets/stylesheets/print.css" media="print">
"""
SHEET = Stylesheet(linked(LINKS), "assets/stylesheets/site.12345678.css", "")


def used(css: str, html: str = "", js: str = "", other: str = "") -> Used:
    return collect([f"<!doctype html><title>t</title>{html}"], [js], [other], compared_attributes(css))


@pytest.mark.parametrize("case", CASES, ids=[case["what"] for case in CASES])
def test_what_can_match_stays(case: dict[str, str]) -> None:
    css = case["css"]
    known = used(css, case["html"], case.get("js", ""), case.get("other", ""))
    assert trim(css, known) == CHARSET + case["gives"]


@pytest.mark.parametrize("css", ["p{top:0", "p{top:0}}", "p", "@import 'x.css';p{top:0}"])
def test_a_surprise_is_told_or_kept(css: str) -> None:
    try:
        assert "p{top:0}" in trim(css, used(css, "<p>"))
    except ValueError as error:
        assert "line 1" in str(error)


def test_the_theme_loses_nothing_where_everything_is_in_use() -> None:
    names = sorted(set(re.findall(r"[\w-]+", MAIN)))
    words = " ".join(f'"{name}"' for name in names)
    short = [name for name in names if len(name) < 3 and name[0].isalpha()]  # taken from no script
    askers = " ".join([*(name for part in MADE_FOR.values() for name in part), *short])
    parts = "".join(f"<p {name}='{value}'>" for name, value in re.findall(r'\[(\w+)[$^]="?([^"\]]+)', MAIN))
    every = used(
        MAIN, html=f"{parts}<p dir=rtl data-md-level=1><p dir=ltr class='{askers}'><{'><'.join(short)}>", js=words
    )
    kept = trim(MAIN, every)
    assert {mark: kept.count(mark) for mark in "{@,"} == {mark: MAIN.count(mark) for mark in "{@,"}
    assert trim(kept, every) == kept


def test_the_theme_still_makes_the_parts_that_are_left_out_without_an_asker() -> None:
    for part in MADE_FOR.keys() - {"footnote"}:
        assert part in BUNDLE, f"Material's script no longer makes {part}: take it out of MADE_FOR"


def test_the_order_of_the_pages_does_not_matter() -> None:
    pages = [f'<html><p class="md-nav a{i}">{i}' for i in range(20)]
    sheets = [
        build_stylesheet(
            (("m.css", ""), ("p.css", "print")),
            {"m.css": MAIN, "p.css": "p{top:0}"},
            collect(some, [BUNDLE], [], compared_attributes(MAIN)),
        )
        for some in (pages, pages[::-1])
    ]
    assert sheets[0] == sheets[1]
    assert ".md-nav" in sheets[0].text
    assert ".md-tabs" not in sheets[0].text
    assert sheets[0].text.endswith("@media print{p{top:0}}")
    assert re.fullmatch(r"assets/stylesheets/site\.[0-9a-f]{8}\.css", sheets[0].path)


PAGE = f"""<!doctype html>
<html><head>
{LINKS}
</head>
<body>

   <p  title="a
   b">one   two
   three&nbsp; four\u00a0 <b>five</b>
   <!-- a   b -->
   <pre><code>a
     b   c</code>
   d  </pre>   <textarea>
   x   y</textarea>
   <script>let a = `
      b`;</script>
</body></html>
"""


def test_a_page_names_the_one_sheet_and_says_the_same() -> None:
    light = lighter(PAGE, SHEET)
    assert re.findall(r'<link[^>]* href="([^"]*)"', light) == ["../assets/stylesheets/site.12345678.css"]
    for kept in (
        'title="a\n   b"',
        "<code>a\n     b   c</code>\n   d  </pre>",
        "\n   x   y</",
        "`\n      b`",
        "\u00a0 <b>",
    ):
        assert kept in light
    assert "one two\nthree&nbsp; four" in light
    before, after = (cast(Any, lxml.html.fromstring(page)).text_content().split() for page in (PAGE, light))
    assert before == after


def test_a_page_with_other_stylesheets_keeps_them() -> None:
    page = PAGE.replace("palette.0a1b2c3d", "palette.ffffffff")
    assert linked(lighter(page, SHEET)) == linked(page)
    assert linked(lighter(page, None)) == linked(page)


def test_a_page_that_is_not_of_the_theme_stays_as_it_is() -> None:
    page = "<html>  <p>\n\n  a</p></html>"
    assert lighter(page, SHEET) == page


@given(st.text(alphabet="<>ab/!-\"'= \n\tp", max_size=60))
def test_words_never_meet_nor_part(text: str) -> None:
    page = LINKS + text
    assert lighter(page, None).split() == page.split()


OWN = """\
!!! warning "Mind"
    This.

=== "One"
    A.

=== "Two"
    B.

```python
x = 1
```
"""


@pytest.mark.parametrize("ways", [("navigation.top", "content.code.copy"), ("navigation.top", "navigation.top")])
def test_a_maintainers_own_page_and_styles_keep_working(
    project: Path, briefing: Callable[..., tuple[int, str, str]], ways: tuple[str, str]
) -> None:
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace(
        ways[0], f"{ways[0]}, {ways[1]}".removesuffix(", navigation.top")
    )
    own = "  - admonition\n  - pymdownx.tabbed: {alternate_style: true}\n  - pymdownx.highlight\nextra_css: [own.css]\n"
    settings.write_text(text + own, encoding="utf-8")
    (project / "docs").mkdir()
    (project / "docs" / "own.css").write_text(".md-typeset{color:var(--md-accent-bg-color--light)}", encoding="utf-8")
    (project / "docs" / "own.md").write_text(f"# Own\n\n{OWN}", encoding="utf-8")
    assert briefing("-C", project, "build")[0] == 0
    page = (project / "site" / "own" / "index.html").read_text(encoding="utf-8")
    sheet = next((project / "site" / "assets" / "stylesheets").glob("site.*.css")).read_text(encoding="utf-8")
    assert page.index("stylesheets/site.") < page.index("own.css")
    for needed in (
        ".admonition",
        "--md-admonition-icon--warning:",
        ".tabbed-set",
        ".highlight .n",
        "--md-accent-bg-color--light:",
    ):
        assert needed in sheet
    assert ("md-code__button" in sheet) == ("content.code.copy" in ways)
    for gone in (".md-banner", ".task-list-control", "--md-admonition-icon--bug:", "[data-md-color-primary=teal]"):
        assert gone not in sheet
