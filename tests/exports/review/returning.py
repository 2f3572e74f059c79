"""Word files as they come back: by python-docx with XML put in, or from the few parts that a file needs."""

import os
import shutil
import subprocess
import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml

from exports.review.model import Block, Returned
from exports.review.returned import read_returned

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = (
    f'xmlns:w="{W}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
VANISH = "<w:rPr><w:vanish/></w:rPr>"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>'
)


def run(text: str) -> str:
    """A run of text."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def para(content: str, mark: str = "") -> str:
    """A paragraph; ``mark`` is what happened to its end."""
    return f"<w:p><w:pPr><w:rPr>{mark}</w:rPr></w:pPr>{content}</w:p>"


def marked(name: str, content: str, number: int = 1) -> str:
    """A bookmark around ``content``."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def box(content: str) -> str:
    """A text box as Word writes it: for new programs, and once more for old ones."""
    inside = f"<w:txbxContent>{content}</w:txbxContent>"
    new = (
        '<w:drawing><wp:inline><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/'
        f'wordprocessingShape"><wps:wsp><wps:txbx>{inside}</wps:txbx></wps:wsp></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing>"
    )
    old = (
        f'<w:pict><v:shape style="width:200pt;height:40pt"><v:textbox>{inside}</v:textbox></v:shape></w:pict>'
    )
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{new}</mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def relationships(kinds: Mapping[str, str]) -> str:
    """A part of relationships: by target its kind."""
    rows = (
        f'<Relationship Id="r{n}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for n, (target, kind) in enumerate(kinds.items())
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(rows)}</Relationships>'


def few_parts(body: str, **parts: str) -> bytes:
    """A file as Google Docs writes it: the text, and the content of parts such as ``comments="<w:comment…"``."""
    related = {f"{kind}.xml": f"<w:{kind} {SPACES}>{content}</w:{kind}>" for kind, content in parts.items()}
    return packed(
        {
            "[Content_Types].xml": _TYPES,
            "_rels/.rels": relationships({"word/document.xml": "officeDocument"}),
            "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": relationships({f"{kind}.xml": kind for kind in parts}),
            **{f"word/{name}": content for name, content in related.items()},
        }
    )


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip file of ``parts``."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    """The parts of a file."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def saved(document: docx.document.Document) -> bytes:
    """The content of the file of a document of python-docx."""
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def whole(body: str) -> bytes:
    """A file with all parts that Word writes, and this body."""
    document = docx.Document()
    for element in parse_xml(f"<w:body {SPACES}>{body}</w:body>"):
        document.element.body.insert(len(document.element.body) - 1, element)
    return saved(document)


def read(body: str, **parts: str) -> Returned:
    """What is read from :func:`few_parts`."""
    return read_returned(few_parts(body, **parts), "terug.docx")


def texts(returned: Returned) -> list[str]:
    """The text of each block."""
    return [block.text for block in returned.blocks]


def words(block: Block) -> dict[str, str]:
    """By the name of each bookmark in a block the words in it."""
    return {str(one.name): block.text[one.start : one.end] for one in block.found}


def resaved(files: Sequence[tuple[str, bytes]], work: Path) -> dict[str, bytes]:
    """Files as LibreOffice saves them. In CI it must be there; elsewhere the test is skipped without it."""
    program = shutil.which("soffice")
    if program is None:
        if os.environ.get("CI"):
            pytest.fail("no LibreOffice in CI")
        pytest.skip("no LibreOffice")
    for name, data in files:
        (work / name).write_bytes(data)
    out = work / "terug"
    profile = f"-env:UserInstallation={(work / 'profiel').as_uri()}"
    convert = ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(out)]
    command = [program, profile, "--headless", *convert, *(str(work / name) for name, _data in files)]
    subprocess.run(command, capture_output=True, timeout=300, check=True)
    return {name: (out / name).read_bytes() for name, _data in files}
