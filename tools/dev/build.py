"""Builds the finished static site in build/site/: the wasm program, the pages, the data by language and the fonts."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from tools.setup import steps
from tools.setup.report import SetupError

ROOT = steps.ROOT
BUILD = ROOT / "build"
SITE = BUILD / "site"
DATA_FILES = ["version", "sources", "goals", "targets", "action_lines", "links"]

# Latin with its extensions, Cyrillic, general punctuation, arrows and the signs that the texts use.
FONT_RANGES = "U+0020-007E,U+00A0-017F,U+0218-021B,U+02BC,U+0400-045F,U+0490-0491,U+2010-2015,U+2018-201E,U+2020-2022," \
              "U+2026,U+202F,U+2030,U+2032-2033,U+2039-203A,U+20AC,U+2116,U+2122,U+2190-2193,U+2212,U+00D7"


def languages():
    """The languages that have a message catalog."""
    order = ["ar", "zh", "en", "fr", "ru", "es"]
    return [code for code in order if (ROOT / f"assets/i18n/{code}.json").exists()]


def cmake(preset, *targets, options=()):
    """Configure (once) and build; on failure print what the compiler said."""
    env = steps.environment()
    folder = BUILD / preset
    if not (folder / "build.ninja").exists():
        _quietly(["cmake", "--preset", preset, *steps.compiler_cache(), *options], env)
    _quietly(["cmake", "--build", str(folder), "--target", *targets, "--", "--quiet"], env)
    return folder


def _quietly(command, env):
    result = subprocess.run(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                            errors="replace")
    if result.returncode != 0:
        print(result.stdout[-12000:], file=sys.stderr)
        raise SetupError(f"'{' '.join(command[:3])} …' failed; what it said stands above.")


def site():
    """Everything, into build/site/. Only what changed is made again."""
    print("Building the program (WebAssembly) ...", flush=True)
    web = cmake("web-release", "explorer", options=["-DWSIS_TESTS=OFF"])
    print("Building the pages ...", flush=True)
    native = cmake("native-debug", "page_writer")

    staging = BUILD / "site.new"
    shutil.rmtree(staging, ignore_errors=True)
    (staging / "app").mkdir(parents=True)
    for name in ("explorer.js", "explorer.wasm"):
        shutil.copy2(web / "shell" / name, staging / "app" / name)
    for script in sorted((ROOT / "web").glob("*.js")):
        shutil.copy2(script, staging / "app" / script.name)
    shutil.copy2(ROOT / "web/icon.svg", staging / "icon.svg")

    writer = str(native / "tools/page_writer/page_writer")
    for code in languages():
        _pack(code, staging)
        _run([writer, str(ROOT / "web/page.html"), str(staging), code, str(staging / f"data/{code}.json"),
              str(staging / f"i18n/{code}.json")])
    colours = BUILD / "colours.css"
    _run([writer, "--css", str(colours), *[str(ROOT / f"assets/data/{name}.json") for name in ("sources", "goals")]])
    (staging / "style.css").write_text(colours.read_text() + (ROOT / "web/style.css").read_text())
    _fonts(staging / "fonts")
    _compress(staging)
    shutil.rmtree(SITE, ignore_errors=True)
    staging.rename(SITE)


def _run(command):
    result = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if result.returncode != 0:
        raise SetupError(f"'{Path(command[0]).name}' refused its input:\n{result.stdout}")


def _one_language(value, code):
    """Keep of each text by language only the wanted one (else English, else any, as the reader would choose)."""
    if isinstance(value, dict):
        if value and all(key in ("ar", "zh", "en", "fr", "ru", "es") for key in value):
            for choice in (code, "en", *value):
                if value.get(choice):
                    return {choice: value[choice]}
        return {key: _one_language(item, code) for key, item in value.items() if key != "$schema"}
    if isinstance(value, list):
        return [_one_language(item, code) for item in value]
    return value


def _pack(code, staging):
    """The data and the messages of one language as one compact file each."""
    data = {}
    for name in DATA_FILES:
        data.update(_one_language(json.loads((ROOT / f"assets/data/{name}.json").read_text()), code))
    messages = json.loads((ROOT / f"assets/i18n/{code}.json").read_text())
    messages.pop("$schema", None)
    for folder, content in (("data", data), ("i18n", messages)):
        (staging / folder).mkdir(exist_ok=True)
        (staging / folder / f"{code}.json").write_text(
            json.dumps(content, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _fonts(target):
    """Noto Sans from Debian, cut to what the languages need; made once and kept."""
    kept = BUILD / "fonts"
    for weight in ("Regular", "Bold"):
        out = kept / f"latin-{weight.lower()}.ttf"
        if out.exists():
            continue
        kept.mkdir(parents=True, exist_ok=True)
        source = Path(f"/usr/share/fonts/truetype/noto/NotoSans-{weight}.ttf")
        if not source.exists():
            raise SetupError("Noto Sans is missing. Install the Debian package 'fonts-noto-core', then run this again.")
        _run([steps.tool("pyftsubset", "fonttools"), str(source), f"--unicodes={FONT_RANGES}", f"--output-file={out}",
              "--no-hinting", "--layout-features=", "--drop-tables+=GSUB,GPOS,GDEF,STAT", "--name-IDs=", "--notdef-outline"])
    shutil.copytree(kept, target)


def _compress(folder):
    """A .br and a .gz beside each text or program, for servers that send such files as they are."""
    kinds = (".html", ".js", ".css", ".json", ".wasm", ".ttf", ".svg")
    paths = "\n".join(str(p) for p in sorted(folder.rglob("*")) if p.suffix in kinds)
    result = subprocess.run([steps.tool("node", "nodejs"), str(ROOT / "tools/dev/compress.mjs")], input=paths, text=True,
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if result.returncode != 0:
        raise SetupError(f"The files could not be compressed:\n{result.stdout}")


def clean(everything):
    shutil.rmtree(BUILD, ignore_errors=True)
    if everything:
        for folder in (".toolchain", "node_modules"):
            shutil.rmtree(ROOT / folder, ignore_errors=True)
