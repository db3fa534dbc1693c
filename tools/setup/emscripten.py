"""Emscripten of the locked version: the one on PATH if it matches, else Debian 13's, unpacked privately."""

import os
import re
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from .report import SetupError, run


def _version(emcc):
    try:
        out = subprocess.run([emcc, "--version"], capture_output=True, text=True, timeout=120).stdout
    except OSError:
        return None
    found = re.search(r"\b(\d+\.\d+\.\d+)\b", out)
    return found.group(1) if found else None


def on_path(version):
    """The root of an Emscripten on PATH that has exactly the locked version, or None."""
    emcc = shutil.which("emcc")
    if emcc and _version(emcc) == version:
        return Path(os.path.realpath(emcc)).parent
    return None


class PrivateEmscripten:
    """Debian 13's packages in a folder of their own, with rewritten library paths; the system stays as it was."""

    def __init__(self, folder: Path, version):
        self.folder = folder
        self.version = version
        self.root = folder / "usr/share/emscripten"
        self.config = folder / "em_config"

    def ready(self):
        stamp = self.folder / ".version"
        return stamp.exists() and stamp.read_text() == self.version

    def unpack(self, debs):
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        # Node, Python and the rest of the base system come from the host: only compilers and their libraries are kept.
        with ThreadPoolExecutor(os.cpu_count() or 2) as pool:
            jobs = [pool.submit(run, ["dpkg", "-x", str(deb), str(self.folder)],
                                "Check the free disk space, then run this again.") for deb in debs]
            for job in jobs:
                job.result()

    def _library_folders(self):
        folders = [self.folder / "usr/lib/llvm-19/lib"]
        folders += [p for p in (self.folder / "usr/lib").glob("*-linux-gnu") if p.is_dir()]
        folders += [p for p in (self.folder / "lib").glob("*-linux-gnu") if p.is_dir()]
        folders += [p for p in (self.folder / "usr/lib").glob("*-linux-gnu/binaryen") if p.is_dir()]
        return folders

    def _loader(self):
        for pattern in ("usr/lib64/ld-linux-*.so.*", "lib64/ld-linux-*.so.*", "usr/lib/*-linux-gnu/ld-linux-*.so.*",
                        "usr/lib/ld-linux-*.so.*"):
            found = sorted(self.folder.glob(pattern))
            if found:
                return found[0].resolve()
        raise SetupError("The unpacked Emscripten has no dynamic loader. Run './dev clean --all' and try again.")

    def relocate(self):
        """Point the unpacked programs at their own libraries and loader."""
        rpath = ":".join(str(p) for p in self._library_folders())
        loader = str(self._loader())
        programs = [*(self.folder / "usr/lib/llvm-19/bin").iterdir(), *(self.folder / "usr/bin").glob("wasm*")]
        libraries = [p for folder in self._library_folders() for p in folder.glob("*.so*")]
        seen = set()

        def patch(path, program):
            with open(path, "rb") as f:
                if f.read(4) != b"\x7fELF":
                    return
            if program:
                # Static or interpreter-less files are refused by patchelf: they need nothing.
                subprocess.run(["patchelf", "--force-rpath", "--set-rpath", rpath, "--set-interpreter", loader,
                                str(path)], capture_output=True)
            elif subprocess.run(["patchelf", "--print-rpath", str(path)], capture_output=True,
                                text=True).stdout.strip():
                subprocess.run(["patchelf", "--force-rpath", "--set-rpath", rpath, str(path)], capture_output=True)

        with ThreadPoolExecutor(os.cpu_count() or 2) as pool:
            for paths, program in ((programs, True), (libraries, False)):
                for path in paths:
                    real = path.resolve()
                    if real.is_file() and real not in seen:
                        seen.add(real)
                        pool.submit(patch, real, program)

    def configure(self, cache: Path):
        node = shutil.which("node") or shutil.which("nodejs")
        self.config.write_text(
            f"LLVM_ROOT = {str(self.folder / 'usr/lib/llvm-19/bin')!r}\n"
            f"BINARYEN_ROOT = {str(self.folder / 'usr')!r}\n"
            f"EMSCRIPTEN_ROOT = {str(self.root)!r}\n"
            f"NODE_JS = {node!r}\n"
            f"CACHE = {str(cache)!r}\n")
        env = {**os.environ, "EM_CONFIG": str(self.config)}
        out = run([str(self.root / "emcc"), "--version"],
                  "The unpacked Emscripten does not start here. Install emsdk "
                  f"{self.version} and put emcc on PATH instead.", env=env)
        if self.version not in out:
            raise SetupError(f"Debian 13 gave another Emscripten than {self.version}. "
                             "Update emsdk.lock or install emsdk of that version.")
        (self.folder / ".version").write_text(self.version)
