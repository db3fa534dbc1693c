"""Third-party sources: fetched by Debian source package, checked against emsdk.lock, unpacked to .toolchain/src/."""

import hashlib
import shutil
import tarfile
from pathlib import Path

from .report import SetupError


def _sha256(path: Path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def unpacked(root: Path, name, entry):
    stamp = root / name / ".version"
    return stamp.exists() and stamp.read_text() == entry["version"]


def fetch(apt, root: Path, name, entry):
    """Make root/name hold the unpacked source of one lock entry."""
    downloads = root / "downloads"
    package = entry.get("package", name)
    tarball = downloads / entry["file"]
    if not tarball.exists() or _sha256(tarball) != entry["sha256"]:
        before = set(downloads.glob("*.orig.tar.*"))
        apt.source(package, entry["version"], entry["suite"], downloads)
        # apt may give the tarball a name of its own (an epoch or a "+really" version): find it by content.
        matching = [p for p in downloads.glob("*.orig.tar.*") if _sha256(p) == entry["sha256"]]
        if matching:
            tarball = matching[0]
        else:
            newer = sorted(set(downloads.glob(f"{package}_*.orig.tar.*")) - before)
            if not newer:
                raise SetupError(f"The source of {name} does not match the SHA-256 in emsdk.lock. "
                                 f"Delete {downloads} and run this again.")
            tarball = newer[-1]
            print(f"        note: {tarball.name} differs from emsdk.lock (apt checked it against the signed index)")
    target = root / name
    shutil.rmtree(target, ignore_errors=True)
    staging = root / f"{name}.unpacking"
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir(parents=True)
    with tarfile.open(tarball) as archive:
        archive.extractall(staging)
    inner = list(staging.iterdir())
    (inner[0] if len(inner) == 1 else staging).rename(target)
    shutil.rmtree(staging, ignore_errors=True)
    (target / ".version").write_text(entry["version"])
