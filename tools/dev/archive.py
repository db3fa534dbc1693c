"""ZIP archives that are the same bytes for the same content: sorted, every file with the same time and mode."""

import zipfile
from pathlib import Path


def write(target: Path, entries, version):
    """`entries`: the content of each file, as bytes or as the path it is read from; `version`: the date they all bear."""
    time = (*map(int, version.split("-")), 0, 0, 0)
    with zipfile.ZipFile(target, "w") as out:
        for name, content in sorted(entries.items()):
            info = zipfile.ZipInfo(name, time)
            info.create_system = 3
            info.external_attr = 0o100644 << 16
            info.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(info, content if isinstance(content, bytes) else content.read_bytes(), compresslevel=9)
