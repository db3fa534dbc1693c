"""Older versions of the data: commits tagged data-VERSION are packed beside the newest, so that a cited address
(data=VERSION) goes on showing what was cited."""

import io
import json
import subprocess
import tarfile
from pathlib import Path


def newest(root: Path):
    return json.loads((root / "assets/data/version.json").read_text())["version"]


def tagged(root: Path):
    """Versions that have a tag, the newest first; none where this is no Git checkout."""
    out = subprocess.run(["git", "tag", "--list", "data-*"], cwd=root, capture_output=True, text=True)
    return sorted((line.removeprefix("data-") for line in out.stdout.split()), reverse=True)


def unpack(root: Path, version, into: Path):
    """The assets/data of a version, as they were."""
    archive = subprocess.run(["git", "archive", f"data-{version}", "assets/data"], cwd=root, capture_output=True,
                             check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        tar.extractall(into)


def write_list(staging: Path, current, kept):
    (staging / "data/versions.json").write_text(json.dumps({"newest": current, "kept": [current, *kept]}))
