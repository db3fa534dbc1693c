"""The tests, the linters and the data check."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

from tools.setup import steps
from tools.setup.report import SetupError

from . import build, serve

ROOT = steps.ROOT


def _say(text):
    print(f"\n== {text}", flush=True)


def _passes(command, env=None, cwd=ROOT):
    return subprocess.run(command, cwd=cwd, env=env or steps.environment()).returncode == 0


def core():
    folder = build.cmake("native-debug", "wsis_tests")
    return _passes([str(folder / "tests/core/wsis_tests")])


def asan():
    folder = build.cmake("native-asan", "wsis_tests")
    return _passes([str(folder / "tests/core/wsis_tests")])


def wasm():
    folder = build.cmake("web-debug", "wsis_tests")
    return _passes(["node", str(folder / "tests/core/wsis_tests.js")])


def data_files():
    return _passes(["node", "--test", *sorted(str(p) for p in (ROOT / "tests/data").glob("*.mjs"))])


def layering():
    return _passes([sys.executable, "-m", "unittest", "discover", "-s", "tests/repository", "-p", "*_test.py"])


def browser(update=False):
    build.site()
    server = serve.open_server(build.SITE, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    env = {**steps.environment(), "SITE_URL": f"http://127.0.0.1:{server.server_port}/",
           "SITE_FOLDER": str(build.SITE), "CHROMIUM": steps.tool("chromium", "chromium")}
    if update:
        env["UPDATE_SCREENSHOTS"] = "1"
    tests = sorted(str(p) for p in (ROOT / "tests/browser").glob("*_test.mjs"))
    try:
        # One file at a time: two browsers drawing in software on two cores would only wait for each other.
        return _passes(["node", "--test", "--test-concurrency=1", "--test-timeout=1800000", *tests], env=env)
    finally:
        server.shutdown()


SUITES = {
    "layering": ("the repository: layering, no third-party files, no leaks", layering),
    "data": ("the data against their schemas", data_files),
    "core": ("the core, native", core),
    "asan": ("the core under sanitizers", asan),
    "wasm": ("the core as WebAssembly under Node", wasm),
    "browser": ("the page in Chromium", browser),
}


def test(names, update=False):
    unknown = [n for n in names if n not in SUITES]
    if unknown:
        raise SetupError(f"There is no suite '{unknown[0]}'. Suites: {', '.join(SUITES)}.")
    failed = []
    for name in names or SUITES:
        title, run = SUITES[name]
        _say(f"{name}: {title}")
        start = time.monotonic()
        passed = run(update) if name == "browser" else run()
        print(f"== {name} {'passed' if passed else 'FAILED'} in {time.monotonic() - start:.0f} s", flush=True)
        if not passed:
            failed.append(name)
    total = len(names or SUITES)
    print(f"\nsuites: {total - len(failed)} passed, {len(failed)} failed")
    return 1 if failed else 0


def data():
    writer = build.cmake("native-debug", "page_writer") / "tools/page_writer/page_writer"
    files = [str(ROOT / f"assets/data/{name}.json") for name in build.DATA_FILES]
    if _passes([str(writer), "--check", *files]):
        print("assets/data has no faults.")
        return 0
    return 1


def _sources():
    folders = ("core", "shell", "tests", "tools")
    return [str(p) for f in folders for p in (ROOT / f).rglob("*") if p.suffix in (".h", ".cpp")]


def fmt(write):
    formatter = steps.tool("clang-format", "clang-format")
    return 0 if _passes([formatter, "-i" if write else "--dry-run", *([] if write else ["-Werror"]), *_sources()]) else 1


def lint():
    status = fmt(write=False)
    tidy = steps.tool("clang-tidy", "clang-tidy")
    folder = build.cmake("native-debug", "wsis_core")
    sources = [p for p in _sources() if p.endswith(".cpp") and ("/core/" in p and "/tests/" not in p)]
    return status if _passes([tidy, "-p", str(folder), "--quiet", *sources]) else 1


def bench():
    env = {**steps.environment(), "SITE_FOLDER": str(build.SITE), "CHROMIUM": steps.tool("chromium", "chromium")}
    server = serve.open_server(build.SITE, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    env["SITE_URL"] = f"http://127.0.0.1:{server.server_port}/"
    try:
        return 0 if _passes(["node", str(ROOT / "tests/bench/bench.mjs")], env=env) else 1
    finally:
        server.shutdown()


def bench_awards(options):
    env = {**steps.environment(), "SITE_FOLDER": str(build.SITE), "CHROMIUM": steps.tool("chromium", "chromium")}
    return 0 if _passes(["node", str(ROOT / "tests/bench/awards/run.mjs"), *options], env=env) else 1
