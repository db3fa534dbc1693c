"""Packs the site so that it works without a server (./dev package): one HTML file that carries everything; a folder with the
text edition beside that page; a zip of the folder. The same site gives the same bytes.

Browsers load neither modules nor data from files. So the page holds its scripts in itself, as classic ones, and every file
that the explorer would fetch, compressed, in elements that web/packed/files.js reads."""

import base64
import gzip
import hashlib
import html
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

from tools.setup import steps
from tools.setup.report import SetupError

from . import archive, serve, versions

ROOT = steps.ROOT
NAME = "wsis-sdg-explorer"
PAGES_TO_READ = ("about", "sources", "accessibility")


def make(site, target, address=""):
    """Packs `site` into the folder `target`; returns the files made. `address`: where the site is published, or ""."""
    site, target = Path(site), Path(target)
    version = versions.newest(ROOT)
    scripts = _bundle(site)
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)

    single = target / f"{NAME}-{version}.html"
    single.write_text(_page(site, scripts, "alone", address), encoding="utf-8")
    folder = target / f"{NAME}-{version}"
    _folder(site, folder, single.name, version, address)
    (folder / "index.html").write_text(_page(site, scripts, "folder", address), encoding="utf-8")
    _sums(folder, _files(folder))
    packed = target / f"{NAME}-{version}.zip"
    archive.write(packed, {f"{folder.name}/{p.relative_to(folder).as_posix()}": p for p in _files(folder)}, version)
    _sums(target, [single, packed])
    return [single, folder, packed]


def _bundle(site):
    result = subprocess.run([steps.tool("node", "nodejs"), str(ROOT / "tools/dev/bundle.mjs"), str(site / "app")],
                            cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8")
    if result.returncode != 0:
        raise SetupError(f"The page's scripts could not be bundled:\n{result.stderr}")
    scripts = json.loads(result.stdout)
    for script in scripts.values():
        # These would end the script's element, or change how the rest of it is read.
        if re.search(r"</script|<!--", script, re.IGNORECASE):
            raise SetupError("A script holds what HTML would take for its end.")
    return scripts


def _page(site, scripts, form, address):
    """The site's first page with everything in it; `form`: "alone", or "folder" where the text edition lies beside it."""
    page = (site / "index.html").read_text(encoding="utf-8")
    if form == "alone":
        # There is nothing beside it to lead to; the explorer puts its own addresses into these links when it starts.
        page = re.sub(r'<link rel="alternate" hreflang="[^"]*" href="[^":]*">\n', "", page)
        page = re.sub(r' href="[\w./-]+\.html(#[^"]*)?"', "", page)
    style = (site / "style.css").read_text(encoding="utf-8")
    icon = base64.b64encode((site / "icon.svg").read_bytes()).decode()
    policy = ("default-src 'none'; "
              f"script-src {_hash(scripts['language'])} {_hash(scripts['start'])} 'wasm-unsafe-eval'; "
              f"style-src {_hash(style)}; img-src data: blob:; base-uri 'none'; form-action 'none'")
    published = f' data-address="{html.escape(address)}"' if address else ""
    for old, new in (
            (" data-first-page", f' data-first-page data-packed="{form}"{published}'),
            ('<meta charset="utf-8">\n',
             f'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{policy}">\n'),
            ('<link rel="icon" href="icon.svg" type="image/svg+xml">',
             f'<link rel="icon" href="data:image/svg+xml;base64,{icon}" type="image/svg+xml">'),
            ('<link rel="manifest" href="manifest.webmanifest">\n', ""),
            ('<link rel="stylesheet" href="style.css">', f"<style>{style}</style>"),
            ('<script src="app/language.js"></script>\n', f"<script>{scripts['language']}</script>\n"),
            ('<script type="module" src="app/main.js"></script>\n', ""),
            ("</body>", f"{_data(site, form)}<script>{scripts['start']}</script>\n</body>"),
            ("</html>\n", f"</html>\n{_licences()}")):
        page = _replace(page, old, new)
    return page


def _replace(text, old, new):
    if text.count(old) != 1:
        raise SetupError(f"The first page holds {text.count(old)} times what is to be packed: {old.strip()}")
    return text.replace(old, new)


def _hash(text):
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _data(site, form):
    """The files that the explorer would fetch, as elements."""
    files = sorted(p for folder in ("data", "i18n", "stories", "fonts") for p in (site / folder).iterdir()
                   if p.suffix in (".json", ".ttf", ".otf") and p.name != "en.page.json")
    entries = [("app/explorer_rtl.wasm app/explorer.wasm", (site / "app/explorer_rtl.wasm").read_bytes())]
    entries += [(file.relative_to(site).as_posix(), file.read_bytes()) for file in files]
    if form == "alone":
        entries += [(f"{code}/{name}.html", _article(site / code / f"{name}.html")) for name in PAGES_TO_READ
                    for code in sorted(p.stem for p in (site / "i18n").glob("??.json"))]
    return "".join(f'<script type="text/plain" data-file="{names}">{_packed(content)}</script>\n' for names, content in entries)


def _packed(content):
    return base64.b64encode(gzip.compress(content, 9, mtime=0)).decode()


def _article(path):
    """What there is to read on a page of the text edition."""
    return re.search(r"<article.*</article>", path.read_text(encoding="utf-8"), re.DOTALL).group(0).encode()


def _licences():
    """LICENSE and NOTICE travel with a file that is handed on by itself."""
    text = "\n\n".join((ROOT / name).read_text(encoding="utf-8").strip("\n") for name in ("NOTICE", "LICENSE"))
    return f"<!--\n{text.replace('--', '- -')}\n-->\n"


def _folder(site, folder, single, version, address):
    """The whole site but its first page. What only a server can use of it is kept for one."""
    for file in _files(site):
        path = file.relative_to(site)
        # Their addresses are those of a published site.
        if file.suffix in (".br", ".gz") or (not address and path.name in ("sitemap.xml", "robots.txt")):
            continue
        place = folder / ("index-for-servers.html" if path.as_posix() == "index.html" else path)
        place.parent.mkdir(parents=True, exist_ok=True)
        if file.suffix != ".html":
            shutil.copyfile(file, place)
            continue
        text = file.read_text(encoding="utf-8")
        if 'src="' in text:
            # A page of the explorer: opened as a file it leads to the one that needs no server (web/language.js).
            text = text.replace(" data-language=", " data-packed-first data-language=", 1)
        else:
            # Browsers ask for a manifest across origins, which files have not: it would only be a complaint.
            text = re.sub(r'<link rel="manifest" href="[^"]*">\n', "", text)
        place.write_text(text, encoding="utf-8")
    readme = (ROOT / "tools/dev/package_readme.txt").read_text(encoding="utf-8")
    (folder / "README.txt").write_text(
        readme.format(version=version, single=single, policy=serve.POLICY.replace("; ", ";\n   ")), encoding="utf-8")
    for name in ("LICENSE", "NOTICE"):
        shutil.copyfile(ROOT / name, folder / name)


def _files(folder):
    return sorted((p for p in folder.rglob("*") if p.is_file()), key=lambda p: p.as_posix())


def _sums(folder, files):
    lines = [f"{hashlib.sha256(p.read_bytes()).hexdigest()}  {p.relative_to(folder).as_posix()}\n" for p in files]
    (folder / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    make(*sys.argv[1:])  # python3 -m tools.dev.package SITE TARGET [ADDRESS]: packs a site that is built already
