"""Builds the finished static site in build/site/: the wasm program, the pages, the data by language and the fonts."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tools.setup import steps
from tools.setup.report import SetupError

from . import builder_page, dataset, sitemap, versions

ROOT = steps.ROOT
BUILD = ROOT / "build"
SITE = BUILD / "site"
DATA_FILES = ["version", "sources", "goals", "targets", "action_lines", "links"]

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


def site_address(text):
    """The address of a site as its pages name it, with its slash at the end; "" for none."""
    if text and not re.fullmatch(r"https?://[^\s\"<>?#]+", text):
        raise SetupError(f"'{text}' is no address of a site. Give one such as https://example.org/explorer/")
    return text if not text or text.endswith("/") else f"{text}/"


def site(address=""):
    """Everything, into build/site/. Only what changed is made again. `address`: where the site will be published."""
    address = site_address(address)
    print("Building the program (WebAssembly) ...", flush=True)
    web = cmake("web-release", "explorer", "explorer_rtl", options=["-DWSIS_TESTS=OFF"])
    print("Building the pages ...", flush=True)
    native = cmake("native-debug", "page_writer")

    staging = BUILD / "site.new"
    shutil.rmtree(staging, ignore_errors=True)
    (staging / "app").mkdir(parents=True)
    for name in ("explorer.js", "explorer.wasm", "explorer_rtl.js", "explorer_rtl.wasm"):
        shutil.copy2(web / "shell" / name, staging / "app" / name)
    for script in sorted((ROOT / "web").glob("*.js")):
        if script.name not in ("embed.js", "sw.js"):
            shutil.copy2(script, staging / "app" / script.name)
    for name in ("icon.svg", "manifest.webmanifest", "embed.js", "builder.css"):
        shutil.copy2(ROOT / "web" / name, staging / name)

    writer = str(native / "tools/page_writer/page_writer")
    for code in languages():
        _pack_data(ROOT / "assets/data", code, staging / "data")
        _pack_texts(code, staging)
    _older_data(staging)
    colours = BUILD / "colours.css"
    _run([writer, "--css", str(colours), *[str(ROOT / f"assets/data/{name}.json") for name in ("sources", "goals")]])
    (staging / "style.css").write_text(colours.read_text() + (ROOT / "web/style.css").read_text())
    _fonts(staging)
    _compress(staging)
    weights = " ".join(f"{code}:{_weight(staging, code)}" for code in languages())
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(lambda code: _run([writer, str(ROOT / "web/page.html"), str(staging), code, weights, address]),
                      languages()))
    # The page to embed is the first page without its frame; it is nothing for search engines.
    first = (staging / "index.html").read_text(encoding="utf-8")
    (staging / "embed.html").write_text(
        first.replace(" data-first-page", " data-first-page data-embed-page", 1)
        .replace("<head>", '<head>\n<meta name="robots" content="noindex">', 1), encoding="utf-8")
    builder_page.write(ROOT, staging, languages(), address)
    _service_worker(staging)
    version = versions.newest(ROOT)
    dataset.write(ROOT, staging, version)
    _cards(staging)
    sitemap.write(staging, address, version)
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


def _write_json(file, content):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _pack_data(source, code, target):
    """The data of one language as two compact files: what every visit needs, and the projects."""
    data = {}
    for name in DATA_FILES:
        data.update(_one_language(json.loads((source / f"{name}.json").read_text()), code))
    _translate(source, data, code)
    _write_json(target / f"{code}.json", data)
    _write_json(target / f"{code}.awards.json", _awards(source, code))


def _pack_texts(code, staging):
    """The messages and the stories of one language."""
    messages = json.loads((ROOT / f"assets/i18n/{code}.json").read_text())
    messages.pop("$schema", None)
    messages["messages"] = {key: text for key, text in messages["messages"].items() if not builder_page.is_own(key)}
    stories = [_story(json.loads(file.read_text()), code) for file in sorted((ROOT / "assets/stories").glob("*.json"))]
    _write_json(staging / f"i18n/{code}.json", messages)
    _write_json(staging / f"stories/{code}.json", stories)


def _older_data(staging):
    """Versions of the data that have a tag, each in a folder of its own."""
    current = versions.newest(ROOT)
    kept = [version for version in versions.tagged(ROOT) if version != current]
    for version in kept:
        with tempfile.TemporaryDirectory() as folder:
            versions.unpack(ROOT, version, Path(folder))
            for code in languages():
                _pack_data(Path(folder) / "assets/data", code, staging / "data" / version)
    versions.write_list(staging, current, kept)


def _cards(staging):
    """The pictures that previews of links show."""
    draw = steps.tool("rsvg-convert", "librsvg2-bin")
    files = sorted((staging / "cards").glob("*.svg"))
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(lambda file: _run([draw, "-o", str(file.with_suffix(".png")), str(file)]), files))
    for file in files:
        file.unlink()


def _story(story, code):
    """A story's texts in one language."""
    return {"id": story["id"], "title": story["title"][code],
            "steps": [{"state": step["state"], "title": step["title"][code],
                       **{key: _isolated(step[key][code], code) for key in ("text", "notes")}} for step in story["steps"]]}


def _isolated(text, code):
    """Codes of targets inside Arabic sentences: without isolation "9.b" would read "b.9" there."""
    return re.sub(r"(?<![\d.])\d{1,2}\.[a-d\d]+(?!\w)", "\u2066\\g<0>\u2069", text) if code == "ar" else text


def _awards(source, code):
    """Projects, countries, contests and everyday words of one language. The page loads them when they are wanted."""
    awards = []
    for file in sorted((source / "awards").glob("*.json")):
        awards += json.loads(file.read_text())["awards"]
    translations = source / f"translations/awards/{code}.json"
    if translations.exists():
        by_id = {entry["id"]: entry["description"] for entry in json.loads(translations.read_text())["awards"]}
        for award in awards:
            if award["id"] in by_id and "description" in award:
                award["description"] = {code: by_id[award["id"]]}
    content = {"awards": _one_language(awards, code)}
    for name in ("countries", "contests", f"aliases/{code}"):
        data = json.loads((source / f"{name}.json").read_text())
        content.update({key: _one_language(value, code) for key, value in data.items()
                        if isinstance(value, list) and key != "sources"})
    return content


def _translate(source, data, code):
    """Puts our translations (assets/data/translations) into the data; what they lack stays in English."""
    file = source / f"translations/{code}.json"
    if not file.exists():
        return
    ours = json.loads(file.read_text())

    def put(text, translated):
        # Published wording in the language wins over ours.
        if translated and code not in text:
            text.clear()
            text[code] = translated

    for kind in ("groups", "lines"):
        by_id = {entry["id"]: entry for entry in ours[kind]}
        for record in data[kind]:
            entry = by_id.get(record["id"], {})
            if entry.get("name") and code not in record["name"]:
                record["name_basis"] = {code: "project"}
            for field in ("name", "short", "about"):
                put(record[field], entry.get(field))
    by_cell = {(entry["line"], entry["goal"]): entry for entry in ours["links"]}
    for link in data["links"]:
        entry = by_cell.get((link["line"], link["goal"]), {})
        for part, translated in zip(link["parts"], entry.get("parts", [])):
            if "rationale" in part:
                put(part["rationale"], translated)
        for note, translated in zip(link.get("notes", []), entry.get("notes", [])):
            put(note, translated)


def _fonts(staging):
    """Noto from Debian, cut to what each language needs; made once and kept until the texts change."""
    kept = BUILD / "fonts"
    python = "/usr/bin/python3" if Path("/usr/bin/python3").exists() else sys.executable
    _run([python, str(ROOT / "tools/dev/fonts.py"), str(staging), str(kept)])
    (staging / "fonts").mkdir()
    for file in kept.glob("*-*.?tf"):
        shutil.copy2(file, staging / "fonts" / file.name)


def _compress(folder):
    """A .br and a .gz beside each text or program, for servers that send such files as they are."""
    kinds = (".html", ".js", ".css", ".json", ".wasm", ".ttf", ".otf", ".svg", ".xml")
    paths = [str(p) for p in sorted(folder.rglob("*")) if p.suffix in kinds and not Path(f"{p}.br").exists()]
    shares = [paths[i::os.cpu_count()] for i in range(os.cpu_count())]

    def compress(share):
        return subprocess.run([steps.tool("node", "nodejs"), str(ROOT / "tools/dev/compress.mjs"),
                               str(BUILD / "compressed")],
                              input="\n".join(share), text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for result in pool.map(compress, shares):
            if result.returncode != 0:
                raise SetupError(f"The files could not be compressed:\n{result.stdout}")


def _service_worker(staging):
    """The list of what is kept for use offline, and its version: all but the text edition's 3,800 pages and the builder."""
    pages = ["index.html", "embed.html", *(f"{code}/index.html" for code in languages() if code != "en")]
    folders = ("app", "data", "i18n", "fonts", "stories")
    files = pages + ["style.css", "icon.svg", "manifest.webmanifest"] + sorted(
        p.relative_to(staging).as_posix() for folder in folders for p in (staging / folder).rglob("*")
        if p.suffix not in (".br", ".gz") and not p.name.startswith("builder"))
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.encode() + (staging / file).read_bytes())
    script = (ROOT / "web/sw.js").read_text()
    script = script.replace("{{version}}", digest.hexdigest()[:16]).replace('["{{files}}"]', json.dumps(files))
    (staging / "sw.js").write_text(script)


def _weight(folder, code):
    """What the interactive picture of a language costs to load, in KB as sent."""
    module = "explorer_rtl" if code == "ar" else "explorer"
    face = "cyrillic" if code == "ru" else "latin"
    script = {"ar": "arabic", "zh": "chinese"}.get(code)
    scripts = (p for p in (folder / "app").glob("*.js") if not p.name.startswith(("explorer", "builder", "present.", "elements", "story_", "own_story")))
    files = [folder / f"app/{module}.wasm", folder / f"app/{module}.js", folder / f"data/{code}.json",
             folder / f"i18n/{code}.json", *scripts,
             *(p for name in (face, script) if name for p in (folder / "fonts").glob(f"{name}-*.?tf"))]
    return round(sum(Path(f"{file}.br").stat().st_size for file in files) / 1000)


def clean(everything):
    shutil.rmtree(BUILD, ignore_errors=True)
    if everything:
        for folder in (".toolchain", "node_modules", "tests/bench/node_modules"):
            shutil.rmtree(ROOT / folder, ignore_errors=True)
