"""What the repository promises about itself: the layering of docs/ARCHITECTURE.md, nothing third-party inside, no leaks."""

import json
import re
import subprocess
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.MULTILINE)

# What each folder of core/ may include of the others.
CORE = {
    "base": set(),
    "data": {"base"},
    "query": {"base", "data"},
    "matrix": {"base", "data", "query"},
    "state": {"base", "data", "matrix"},
    "text": {"base", "data"},
    "views": {"base", "data", "query", "matrix", "state", "text"},
    "export": {"base", "data", "query", "matrix", "state", "text", "views"},
}
PLATFORM = re.compile(r"^(SDL|imgui|emscripten|GLES|GL/|EGL)", re.IGNORECASE)


def files():
    out = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT,
                         capture_output=True, text=True, check=True).stdout
    return [ROOT / line for line in out.splitlines() if (ROOT / line).is_file()]


def sources(folder):
    return [p for p in files() if p.suffix in (".h", ".cpp") and p.is_relative_to(ROOT / folder)]


def includes(path):
    return INCLUDE.findall(path.read_text(encoding="utf-8"))


class Layering(unittest.TestCase):
    def test_core_knows_no_platform(self):
        for path in sources("core"):
            for include in includes(path):
                self.assertFalse(PLATFORM.match(include), f"{path.relative_to(ROOT)} includes {include}")
                self.assertFalse(include.startswith("shell/"), f"{path.relative_to(ROOT)} includes {include}")

    def test_core_folders_include_only_what_lies_below(self):
        for path in sources("core"):
            folder = path.relative_to(ROOT / "core").parts[0]
            self.assertIn(folder, CORE, f"{folder} has no place in the layering")
            for include in includes(path):
                if include.startswith("core/"):
                    other = include.split("/")[1]
                    self.assertTrue(other == folder or other in CORE[folder],
                                    f"{path.relative_to(ROOT)} includes {include}")

    def test_only_the_platform_names_sdl(self):
        for path in sources("shell"):
            inside = path.is_relative_to(ROOT / "shell/platform")
            for include in includes(path):
                if include.upper().startswith("SDL"):
                    self.assertTrue(inside, f"{path.relative_to(ROOT)} includes {include}")

    def test_layout_draws_nothing(self):
        for path in sources("shell/layout"):
            for include in includes(path):
                self.assertFalse(PLATFORM.match(include), f"{path.relative_to(ROOT)} includes {include}")

    def test_core_prints_nothing_and_never_aborts(self):
        forbidden = re.compile(r"\b(std::cout|std::cerr|printf|std::abort|std::exit|assert)\b|\bthrow\b")
        for path in sources("core"):
            code = re.sub(r"//.*", "", path.read_text(encoding="utf-8"))
            self.assertIsNone(forbidden.search(code), f"{path.relative_to(ROOT)}: {forbidden.search(code)}")


class Contents(unittest.TestCase):
    def test_every_header_says_what_it_is(self):
        for folder in ("core", "shell", "tests"):
            for path in sources(folder):
                if path.suffix == ".h":
                    self.assertTrue(path.read_text(encoding="utf-8").startswith("//"), path.relative_to(ROOT))

    def test_no_third_party_code_font_or_binary(self):
        for path in files():
            self.assertNotIn(path.suffix, (".ttf", ".otf", ".woff", ".woff2", ".wasm", ".a", ".so", ".o", ".tar", ".xz"), path)
            if path.suffix == ".png":  # our own screenshots: the README's picture and the tests' references
                continue
            self.assertNotIn(b"\0", path.read_bytes()[:8192], f"{path.relative_to(ROOT)} is binary")

    def test_the_page_names_no_other_host(self):
        for path in files():
            if path.is_relative_to(ROOT / "web") and path.suffix in (".js", ".html", ".css"):
                # The namespace of SVG is a name and is never fetched.
                text = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
                for address in re.findall(r"https?://[\w.-]+", text):
                    self.fail(f"{path.relative_to(ROOT)} names {address}")

    def test_no_package_host_and_no_machine_path(self):
        leak = re.compile(r"(deb|snapshot|registry)\.[a-z]+\.org|(^|[^A-Za-z0-9_.])/(work|farm)/", re.MULTILINE)
        for path in files():
            # This test must name them to look for them.
            if path == Path(__file__).resolve() or path.suffix == ".png":
                continue
            found = leak.search(path.read_text(encoding="utf-8", errors="replace"))
            self.assertIsNone(found, f"{path.relative_to(ROOT)}: {found and found.group(0)}")

    def test_files_stay_small(self):
        for folder in ("core", "shell", "web", "tools"):
            for path in files():
                if path.is_relative_to(ROOT / folder) and path.suffix in (".h", ".cpp", ".js", ".py"):
                    lines = path.read_text(encoding="utf-8").count("\n")
                    self.assertLessEqual(lines, 500, f"{path.relative_to(ROOT)} has {lines} lines: split it by its ideas")

    def test_the_lock_pins_every_source(self):
        lock = json.loads((ROOT / "emsdk.lock").read_text())
        self.assertRegex(lock["emscripten"]["version"], r"^\d+\.\d+\.\d+$")
        for name, entry in lock["sources"].items():
            self.assertRegex(entry["sha256"], r"^[0-9a-f]{64}$", name)
            for field in ("version", "licence", "origin", "file"):
                self.assertTrue(entry.get(field), f"{name} has no {field}")


class Messages(unittest.TestCase):
    def test_every_message_is_used(self):
        code = "\n".join(p.read_text(encoding="utf-8") for p in files()
                         if p.suffix in (".cpp", ".js") and "tests" not in p.relative_to(ROOT).parts)
        pages = "\n".join(p.read_text(encoding="utf-8") for p in files() if p.suffix == ".html")
        built = {"level", "sort", "theme", "agency", "foreign", "view", "metric", "awardsort", "facet", "status",
                 "confidence", "origin", "share"}  # keys that the views put together
        messages = json.loads((ROOT / "assets/i18n/en.json").read_text())["messages"]
        unused = [key for key in messages if key.split(".")[0] not in built
                  and f'"{key}"' not in code and f"{{{{{key}}}}}" not in pages]
        self.assertEqual(unused, [])


if __name__ == "__main__":
    unittest.main()
