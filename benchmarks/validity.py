"""Whether our Word files are what the standard says: validated against the schemas, and opened with LibreOffice.

python -m benchmarks.validity FOLDER [FILE ...]

FOLDER holds the schemas of Office Open XML, transitional (ECMA-376, 5th edition, part 4,
OfficeOpenXML-XMLSchema-Transitional.zip, free at https://ecma-international.org/publications-and-standards/standards/
ecma-376/), with an ``xml.xsd`` beside them for the attributes of XML itself (https://www.w3.org/2001/xml.xsd). Without
files it makes its own: the drafts of the demo's modules, each and all in one, the template, documents made with it,
and a draft with a hostile text in every place. What Word added to the standard later is left out, as Word itself
says which (``mc:Ignorable``). LibreOffice opens every file, where it is installed. Ends with 1 where anything is wrong.
"""

import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

MARKUP = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def main() -> None:
    if len(sys.argv) < 2 or not (Path(sys.argv[1]) / "wml.xsd").is_file():
        print("not run: give the folder with the schemas of ECMA-376 (wml.xsd)")
        return
    schema = etree.XMLSchema(etree.parse(Path(sys.argv[1]) / "wml.xsd"))
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(name) for name in sys.argv[2:]] or list(own_files(Path(folder)))
        wrong = [check(path, schema, Path(folder)) for path in files]
    print(f"{len(files)} files, {sum(wrong)} of them with faults")
    sys.exit(any(wrong))


def check(path: Path, schema: etree.XMLSchema, work: Path) -> bool:
    """Whether anything is wrong with a file; a line about it, and one for each fault."""
    found = list(faults(path, schema))
    opened = pages(path, work)
    print(f"{path.name:32} {len(found)} faults, {opened}", flush=True)
    for fault in found:
        print(f"    {fault}")
    return bool(found) or opened == "does not open"


def faults(path: Path, schema: etree.XMLSchema) -> Iterator[str]:
    """What the schemas find wrong in the parts of a file that hold text, styles and settings, each once."""
    seen = set()
    with zipfile.ZipFile(path) as parts:
        for name in parts.namelist():
            if not name.startswith("word/") or not name.endswith(".xml") or "/theme/" in name:
                continue
            if not schema.validate(without_extensions(parts.read(name))):
                seen |= {f"{name}: {error.message[:300]}" for error in schema.error_log}
    yield from sorted(seen)


def without_extensions(part: bytes) -> etree._Element:
    """The part as a reader sees it that knows the standard only."""
    root = etree.fromstring(part)
    prefixes = root.get(f"{{{MARKUP}}}Ignorable", "").split()
    spaces = {root.nsmap[prefix] for prefix in prefixes if prefix in root.nsmap} | {MARKUP}
    for element in list(root.iter(*(f"{{{space}}}*" for space in spaces))):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    for element in root.iter(etree.Element):
        for name in [name for name in element.attrib if etree.QName(name).namespace in spaces]:
            del element.attrib[name]
    return etree.fromstring(etree.tostring(root))


def pages(path: Path, work: Path) -> str:
    """How LibreOffice opens a file: "4 kB as PDF", or that it does not."""
    program = shutil.which("soffice")
    if program is None:
        return "LibreOffice is not here"
    out = work / "pdf"
    profile = f"-env:UserInstallation=file://{work / 'profile'}"
    command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(out), str(path)]
    subprocess.run(command, capture_output=True, timeout=300, check=False)
    pdf = out / f"{path.stem}.pdf"
    return f"{pdf.stat().st_size / 1000:.0f} kB as PDF" if pdf.is_file() else "does not open"


def own_files(folder: Path) -> Iterator[Path]:
    """Documents of every sort that we make."""
    from exports.labels import Labels
    from exports.word.template import export_template

    for format_ in ("dotx", "docx"):
        template = folder / f"template.{format_}"
        template.write_bytes(export_template(Labels("nl"), format_))
        yield template
    yield from _of_demo(folder, template)
    yield from _hostile(folder, template)


def _of_demo(folder: Path, template: Path) -> Iterator[Path]:
    """The drafts and transcripts of the demo; made by the program itself."""
    from exports.drafting import Drafting, Wishes
    from sessions.programme import open_programme

    subprocess.run(
        [sys.executable, "-m", "capture", "demo", str(folder / "demo")], check=True, capture_output=True
    )
    programme = open_programme(folder / "demo")
    for house in (None, template.read_bytes()):
        drafting = Drafting(programme, Wishes(template=house))
        drafts = [drafting.draft(guide, module) for guide in drafting.guides for module in guide.modules]
        name = "with template" if house else "ours"
        for number, one in enumerate([[draft] for draft in drafts] + [drafts]):
            target = folder / f"{name} {one[0].module_id if len(one) == 1 else 'all'} {number}.docx"
            yield drafting.write(one, target).saved.path


def _hostile(folder: Path, template: Path) -> Iterator[Path]:
    from exports.word.draft import render_drafts
    from exports.word.page import to_bytes
    from tests.exports.word.example import empty, example
    from tests.exports.word.teller import HOSTILE, files

    for name, house in (("hostile", None), ("hostile with template", template.read_bytes())):
        made = render_drafts([example(HOSTILE), empty()], files=files, template=house)
        target = folder / f"{name}.docx"
        target.write_bytes(to_bytes(made.document))
        yield target


if __name__ == "__main__":
    main()
