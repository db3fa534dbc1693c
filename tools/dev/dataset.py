"""The whole dataset as one ZIP: the JSON with their schemas, the tables as CSV, a description and the licences."""

from pathlib import Path

from . import archive

README = """\
WSIS–SDG Explorer: the data of {version}

data/      every fact as JSON, each with its sources; texts by language
schema/    what each file holds (JSON Schema 2020-12)
tables/    links.csv, the links of the matrix, and projects.csv, the projects, in English
           (UTF-8 with a byte order mark; columns as docs/DATA.md of the project describes)
LICENSE    Apache-2.0, for what the project wrote
NOTICE     whose texts and data these are otherwise, and their licences

The links follow a public transcription of the WSIS–SDG Matrix of 2015; the rationales are retold in the project's own
words. The collection of projects is partial: counts compare what was found, not countries or organisations.
This is not an official product of ITU or the United Nations.
"""


def write(root: Path, staging: Path, version):
    """`staging`/tables must hold the tables already."""
    entries = {"README.txt": README.format(version=version).encode()}
    for name in ("LICENSE", "NOTICE"):
        entries[name] = (root / name).read_bytes()
    for folder in ("data", "schema"):
        for file in (root / "assets" / folder).rglob("*.json"):
            entries[file.relative_to(root / "assets").as_posix()] = file.read_bytes()
    for file in (staging / "tables").glob("*.csv"):
        entries[f"tables/{file.name}"] = b"\xef\xbb\xbf" + file.read_bytes()
    archive.write(staging / "wsis-sdg-data.zip", entries, version)
