"""Set-up: brings this machine to what emsdk.lock asks for. Each step is skipped when its result is there."""

import hashlib
import json
import os
import shutil
import subprocess
from pathlib import Path

from . import debian, emscripten, sources
from .report import Progress, SetupError, run

ROOT = Path(__file__).resolve().parents[2]
TOOLCHAIN = ROOT / ".toolchain"
BENCH = ROOT / "tests/bench"

BUILD_PACKAGES = ["cmake", "ninja-build", "g++", "ccache", "nodejs", "patchelf", "fonttools",
                  "fonts-noto-core", "fonts-noto-cjk", "librsvg2-bin", "python3", "ca-certificates", "debian-archive-keyring"]
TEST_PACKAGES = ["chromium", "clang-format", "unicode-data", "libharfbuzz-bin", "lynx", "zbar-tools"]
NPM_PACKAGES_NEED = ["npm"]


def lock():
    try:
        return json.loads((ROOT / "emsdk.lock").read_text())
    except (OSError, ValueError) as error:
        raise SetupError(f"emsdk.lock cannot be read: {error}. Restore it with 'git checkout emsdk.lock'.")


def _needed(packages):
    """Packages whose program is already here by other means (a Node of one's own, say) are not asked for."""
    have = {"nodejs": "node", "npm": "npm", "cmake": "cmake", "ninja-build": "ninja", "g++": "g++", "ccache": "ccache",
            "clang-format": "clang-format", "librsvg2-bin": "rsvg-convert", "patchelf": "patchelf", "chromium": "chromium"}
    return debian.missing([p for p in packages if not (p in have and shutil.which(have[p]))])


def environment():
    """The environment in which CMake and emcc run."""
    wanted = lock()["emscripten"]["version"]
    env = dict(os.environ)
    root = emscripten.on_path(wanted)
    if root is None:
        private = emscripten.PrivateEmscripten(TOOLCHAIN / "emscripten", wanted)
        root = private.root
        env["EM_CONFIG"] = str(private.config)
    else:
        env["EM_CACHE"] = str(TOOLCHAIN / "emcache")
    env["EMSCRIPTEN_ROOT"] = str(root)
    env["PATH"] = f"{root}{os.pathsep}{env['PATH']}"
    env["CCACHE_DIR"] = str(TOOLCHAIN / "ccache")
    return env


def set_up(tests=False, bench=False, package=False):
    """Install and unpack what is missing. Says nothing and takes no time when all is there. `bench`: also the libraries
    that the benchmark compares us with; `package`: what bundles the page's scripts, without the rest of the tests."""
    wanted = lock()
    todo = []

    packages = _needed(BUILD_PACKAGES + (TEST_PACKAGES if tests else []) + (NPM_PACKAGES_NEED if tests or package else []))
    if packages:
        todo.append((f"installing {', '.join(packages)} from Debian", lambda: debian.install(packages)))

    apt = debian.PrivateApt(TOOLCHAIN / "apt")
    private = emscripten.PrivateEmscripten(TOOLCHAIN / "emscripten", wanted["emscripten"]["version"])
    need_emscripten = emscripten.on_path(wanted["emscripten"]["version"]) is None and not private.ready()
    need_sources = [(n, e) for n, e in wanted["sources"].items()
                    if not sources.unpacked(TOOLCHAIN / "src", n, e)]
    if need_emscripten or need_sources:
        todo.append(("reading the package lists of Debian 13", apt.prepare))
    for name, entry in need_sources:
        todo.append((f"fetching the source of {name} {entry['version']}",
                     lambda name=name, entry=entry: sources.fetch(apt, TOOLCHAIN / "src", name, entry)))
    if need_emscripten:
        todo.append(("downloading Emscripten (about 400 MB)",
                     lambda: apt.download(wanted["emscripten"]["packages"])))
        todo.append(("unpacking Emscripten into .toolchain/",
                     lambda: private.unpack(sorted((TOOLCHAIN / "apt/cache/archives").glob("*.deb")))))
        todo.append(("fitting Emscripten to this machine", private.relocate))

        def finish():
            private.configure(TOOLCHAIN / "emcache")
            shutil.rmtree(TOOLCHAIN / "apt/cache/archives", ignore_errors=True)
        todo.append(("trying the compiler", finish))

    if (tests or package) and not _npm_ready(ROOT):
        todo.append(("installing the tools of package-lock.json", lambda: _npm_install(ROOT)))
    if bench and not _npm_ready(BENCH):
        todo.append(("installing the libraries to compare with from tests/bench/package-lock.json (about 180 MB)",
                     lambda: _npm_install(BENCH)))

    if not todo:
        return
    print(f"Setting up (once; {len(todo)} steps, works offline afterwards):", flush=True)
    progress = Progress(len(todo))
    for text, action in todo:
        with progress.step(text):
            action()


def _npm_stamp(folder):
    return hashlib.sha256((folder / "package-lock.json").read_bytes()).hexdigest()


def _npm_ready(folder):
    stamp = folder / "node_modules/.wsis-lock"
    return stamp.exists() and stamp.read_text() == _npm_stamp(folder)


def _npm_install(folder):
    env = {**os.environ, "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD": "1"}
    run(["npm", "ci", "--no-fund", "--no-audit"],
        "Check the network and that npm reaches its registry, then run this again.", env=env, cwd=folder)
    (folder / "node_modules/.wsis-lock").write_text(_npm_stamp(folder))


def compiler_cache():
    return ["-DCMAKE_C_COMPILER_LAUNCHER=ccache", "-DCMAKE_CXX_COMPILER_LAUNCHER=ccache"] if shutil.which(
        "ccache") else []


def tool(name, package):
    """The path of a program, or one clear sentence about how to get it."""
    path = shutil.which(name)
    if not path:
        raise SetupError(f"'{name}' is missing. Install the Debian package '{package}', then run this again.")
    return path


def git_version():
    try:
        out = subprocess.run(["git", "describe", "--always", "--dirty"], cwd=ROOT, capture_output=True, text=True)
        return out.stdout.strip() or "unversioned"
    except OSError:
        return "unversioned"
