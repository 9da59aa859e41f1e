"""Small files of every format, made here from words of our own, so that no test leans on a stranger's document.

`python -m tests.reading_formats.make_fixtures FOLDER` writes them all, to be looked at with `briefing inspect`."""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Mapping, Sequence
from email.message import EmailMessage
from pathlib import Path

STORY = (
    "The harbour council of Vellmar agreed on Tuesday to deepen the northern basin by four metres before winter.",
    "Engineers had warned in spring that larger ferries could no longer turn at low tide without touching the sea bed.",
    "The work is to cost 38 million crowns, of which the province pays half and the port's own fund the rest.",
    "Fishermen asked for a second survey of the spawning grounds, and the council promised one by September.",
)
TITLE = "Vellmar to deepen its northern basin"


def page(title: str = TITLE, body: Sequence[str] = STORY, head: str = "", before: str = "", after: str = "") -> str:
    """An article page with the usual furniture around it."""
    text = "".join(f"<p>{line}</p>" for line in body)
    return (
        f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>{title} | The Vellmar Ledger</title>"
        f"<meta property='og:site_name' content='The Vellmar Ledger'>{head}</head><body>"
        "<nav><ul><li><a href='/'>Home</a></li><li><a href='/sea'>Sea</a></li>"
        "<li><a href='/log'>Log in</a></li></ul></nav>"
        f"<main><article><h1>{title}</h1>{before}{text}{after}</article></main>"
        "<footer><p>About the Ledger and its makers</p></footer></body></html>"
    )


def zipped(entries: Mapping[str, str | bytes]) -> bytes:
    """A ZIP of `entries`."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return out.getvalue()


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
_RELS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
_NUMBERING = (
    f'<?xml version="1.0"?><w:numbering {_W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">'
    '<w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
_DOC_RELS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" '
    'Target="numbering.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/header" Target="header1.xml"/></Relationships>'
)


def _p(text: str, style: str = "", item: bool = False) -> str:
    props = f'<w:pStyle w:val="{style}"/>' if style else ""
    props += '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' if item else ""
    return f"<w:p><w:pPr>{props}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def docx_parts() -> dict[str, str]:
    """The parts of a DOCX with a heading, a list, a table, a header, and properties."""
    row = "".join(
        f"<w:tr><w:tc>{_p(a)}</w:tc><w:tc>{_p(b)}</w:tc></w:tr>" for a, b in (("Payer", "Share"), ("Province", "half"))
    )
    body = (
        _p(TITLE, "Heading1") + "".join(map(_p, STORY)) + _p("a second survey", item=True) + _p("a new quay", item=True)
        + f"<w:tbl>{row}</w:tbl>"
    )  # fmt: skip
    return {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELS,
        "word/document.xml": f'<?xml version="1.0"?><w:document {_W}><w:body>{body}</w:body></w:document>',
        "word/_rels/document.xml.rels": _DOC_RELS,
        "word/numbering.xml": _NUMBERING,
        "word/header1.xml": f'<?xml version="1.0"?><w:hdr {_W}>{_p("CONFIDENTIAL HEADER")}</w:hdr>',
        "docProps/core.xml": '<?xml version="1.0"?><cp:coreProperties '
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Basin works, the plan</dc:title>'
        "<dc:creator>Ana Brandt</dc:creator><dc:language>en-GB</dc:language></cp:coreProperties>",
    }


Placed = tuple[float, float, float, str]  # x, y, size, text


def pdf(pages: Sequence[Sequence[Placed]], info: str = "") -> bytes:
    """A PDF with each text (without brackets) at its place, drawn in the order given."""
    objects: list[bytes] = [b"<</Type/Catalog/Pages 2 0 R>>", b"", b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    kids = []
    for page_ in pages:
        draw = "".join(f"BT /F1 {s} Tf 1 0 0 1 {x} {y} Tm ({t}) Tj ET\n" for x, y, s, t in page_).encode("latin-1")
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(draw), draw))
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents %d 0 R/Resources<</Font<</F1 3 0 R>>>>>>"
            % len(objects)
        )
        kids.append(len(objects))
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(b"%d 0 R" % k for k in kids), len(kids))
    objects.append(f"<<{info}>>".encode("latin-1"))
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R/Info %d 0 R>>\nstartxref\n%d\n%%%%EOF"
    return out + end % (
        len(objects) + 1, table, len(objects) + 1, len(objects), len(out),
    )  # fmt: skip


LEFT = (
    "The survey of the basin took", "three weeks in spring and has", "found a layer of clay that no", "map of the har-",
    "bour had shown before. It lies", "two metres below the sea bed.",
)  # fmt: skip
RIGHT = (
    "Dredging through clay is slow", "and costs more than sand does.", "The council will therefore ask",
    "for new offers in Octo-",
    "ber, and decide before winter", "which of them it takes.",
)  # fmt: skip


def two_columns(number: int) -> list[Placed]:
    """A page with a running header, a page number, a title across, and two columns drawn line by line."""
    placed: list[Placed] = [(72, 760, 8, "Proceedings of the Harbour Society"), (300, 30, 8, f"Page {number}")]
    placed.append((72, 700, 18, f"Report {number} on the northern basin of Vellmar"))
    for index, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
        placed += [(72, 660 - 14 * index, 11, left), (330, 660 - 14 * index, 11, right)]
    return placed


def eml(html: str | None = None, attach: bool = False) -> bytes:
    """A mail with an encoded subject, plain text with a quoted mail and a signature, and, where given, an HTML part."""
    mail = EmailMessage()
    mail["From"] = "Jörg Ähren <joerg@vellmar.example>"
    mail["To"] = "desk@ledger.example"
    mail["Subject"] = "Große Pläne für das nördliche Becken"
    mail["Date"] = "Wed, 07 Oct 2020 23:30:00 -0700"
    text = (
        "\n\n".join(STORY)
        + "\n\nOn Monday, Ana Brandt wrote:\n> Will the basin be deepened at all?\n\n-- \nJörg Ähren, harbour office\n"
    )
    mail.set_content(text)
    if html is not None:
        mail.add_alternative(html, subtype="html")
    if attach:
        mail.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="plan.pdf")
    return mail.as_bytes()


def mhtml() -> bytes:
    """A page as a browser saves it."""
    head = (
        "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://ledger.example/basin\r\n"
        "Subject: =?utf-8?Q?Vellmar=20to=20deepen?=\r\nDate: Fri, 9 Oct 2020 08:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="----b"\r\n\r\n'
    )
    quoted = page().replace("=", "=3D").replace("'", "=27")
    part = (
        "------b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        f"Content-Location: https://ledger.example/basin\r\n\r\n{quoted}\r\n"
        "------b\r\nContent-Type: text/css\r\n\r\np{}\r\n------b--\r\n"
    )
    return (head + part).encode()


def epub(chapter: str | None = None) -> bytes:
    """A book of two chapters and a table of contents."""
    body = "".join(f"<p>{line}</p>" for line in STORY[:2])
    made = (
        chapter
        or '<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>'
        f"<body><h1>The basin</h1>{body}</body></html>"
    )
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<?xml version="1.0"?><container '
            'xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
            '<rootfiles><rootfile full-path="book/content.opf"/></rootfiles></container>',
            "book/content.opf": '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>The Basin Book</dc:title>'
            "<dc:creator>Ana Brandt</dc:creator><dc:publisher>Harbour Press</dc:publisher><dc:date>2019-05-02</dc:date>"
            "<dc:language>en</dc:language></metadata><manifest>"
            '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
            '<item id="two" href="text/two%20b.xhtml" media-type="application/xhtml+xml"/>'
            '<item id="one" href="text/one.xhtml" media-type="application/xhtml+xml"/></manifest>'
            '<spine><itemref idref="nav"/><itemref idref="one"/><itemref idref="two"/></spine></package>',
            "book/nav.xhtml": "<html><body><nav>Contents</nav></body></html>",
            "book/text/one.xhtml": made,
            "book/text/two b.xhtml": f"<html><body><p>{STORY[2]}</p><ul><li>{STORY[3]}</li></ul></body></html>",
        }
    )


RTF = (
    r"{\rtf1\ansi\ansicpg1252{\info{\title Basin works, the plan}{\author Ana Brandt}}{\fonttbl{\f0 Arial;}}"
    r"{\header CONFIDENTIAL HEADER\par}\f0 " + r"\par ".join(STORY[:2]) + r"\par K\'f6nig and caf\u233?\par}"
)  # fmt: skip
RSS = (
    '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Vellmar Ledger</title><language>en-gb</language>'
    f"<item><title>{TITLE}</title><link>https://ledger.example/basin</link><guid isPermaLink='false'>7</guid>"
    "<pubDate>Wed, 07 Oct 2020 23:30:00 +0200</pubDate><dc:creator>Ana Brandt</dc:creator>"
    "<description>Short.</description>"
    f"<content:encoded><![CDATA[<p>{STORY[0]}</p><p>{STORY[1]}</p>]]></content:encoded></item>"
    f"<item><title>Second</title><link>javascript:alert(1)</link><description>{STORY[2]}</description></item>"
    "<item><title>Without text</title></item></channel></rss>"
)
ATOM = (
    '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Harbour notes</title>'
    f"<entry><id>tag:1</id><title>{TITLE}</title><link rel='self' href='https://h.example/a.atom'/>"
    "<link href='https://h.example/basin'/><published>2020-10-07T10:00:00Z</published><author><name>Ana Brandt</name>"
    f"</author><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>{STORY[0]}</p></div></content></entry></feed>"
)
URL = "[InternetShortcut]\r\nURL=https://ledger.example/basin\r\n"
WEBLOC = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" '
    '"http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n<plist version="1.0"><dict><key>URL</key>'
    "<string>https://ledger.example/basin</string></dict></plist>"
)


def everything() -> dict[str, bytes]:
    """Every fixture by its file name."""
    return {
        "page.html": page().encode(),
        "saved.mhtml": mhtml(),
        "mail.eml": eml(),
        "mail-html.eml": eml(page(), attach=True),
        "plan.docx": zipped(docx_parts()),
        "report.pdf": pdf([two_columns(n) for n in (1, 2, 3)], "/Title(Basin proceedings)/Author(Ana Brandt)"),
        "book.epub": epub(),
        "plan.rtf": RTF.encode("latin-1"),
        "feed.rss": RSS.encode(),
        "notes.atom": ATOM.encode(),
        "shortcut.url": URL.encode(),
        "shortcut.webloc": WEBLOC.encode(),
        "bundle.zip": zipped(
            {"b/note.txt": "\n\n".join(STORY), "a.html": page(), "x.bin": b"\0\1", "inner.zip": zipped({"a.txt": "a"})}
        ),
    }


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in everything().items():
        (folder / name).write_bytes(data)
