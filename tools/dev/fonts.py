"""Cuts Noto to what each language's texts need. Run by Debian's own Python, which has fontTools:
fonts.py SITE OUTPUT reads SITE/data and SITE/i18n and writes OUTPUT/<face>-<weight>.ttf|otf. A face whose characters did
not change is left as it is."""

import hashlib
import json
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

NOTO = Path("/usr/share/fonts/truetype/noto")
CJK = Path("/usr/share/fonts/opentype/noto")
FIRST_GLYPH = 0xE000  # core/text/shaper.h

# What any text of a script may bring (a user's own file too), beside the characters that ours use.
LATIN = "0020-007E 00A0-017F 0218-021B 02BC 2010-2015 2018-201E 2020-2022 2026 202F 2030 2032-2033 2039-203A 20AC " \
        "2116 2122 2190-2193 2212 00D7"
CYRILLIC = "0400-045F 0490-0491"
ARABIC = "060C 061B 061F 0621-063A 0641-0652 0660-0669 066A-066C 0670 0671 067E 0686 0698 06A9 06AF 06CC 06F0-06F9 " \
         "200C-200F"

FACES = {
    "latin": (lambda weight: (NOTO / f"NotoSans-{weight}.ttf", -1), LATIN, ()),
    "cyrillic": (lambda weight: (NOTO / f"NotoSans-{weight}.ttf", -1), f"{LATIN} {CYRILLIC}", ()),
    "arabic": (lambda weight: (NOTO / f"NotoSansArabic-{weight}.ttf", -1), ARABIC, ("ar",)),
    "chinese": (lambda weight: (CJK / f"NotoSansCJK-{weight}.ttc", _simplified_chinese(weight)), "3000-3002 FF01 FF08 FF09 FF0C FF1A FF1B FF1F", ("zh",)),
}


def _simplified_chinese(weight):
    from fontTools.ttLib import TTCollection
    for number, font in enumerate(TTCollection(CJK / f"NotoSansCJK-{weight}.ttc", lazy=True)):
        if font["name"].getDebugName(1).startswith("Noto Sans CJK SC"):
            return number
    raise SystemExit("Noto Sans CJK has no face for Simplified Chinese here.")


def _ranges(text):
    out = set()
    for part in text.split():
        first, _, last = part.partition("-")
        out.update(range(int(first, 16), int(last or first, 16) + 1))
    return out


def _texts(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)


# Bold stands in titles, labels and links; long texts are never set in it.
LONG = ("rationale", "text", "about", "notes")


def _without_long(value):
    if isinstance(value, dict):
        return {k: _without_long(v) for k, v in value.items() if k not in LONG}
    if isinstance(value, list):
        return [_without_long(v) for v in value]
    return value


def _characters(site, languages, bold, names=True):
    out = set()
    for code in languages:
        for folder in ("data", "i18n"):
            content = json.loads((site / folder / f"{code}.json").read_text(encoding="utf-8"))
            for text in _texts(_without_long(content) if bold else content):
                out.update(map(ord, text))
        out |= _award_characters(site, code, bold, names)
    return out


def _award_characters(site, code, bold, names):
    """What the awards bring. `names`: of projects and organisations too, which may be in any script."""
    out = set()
    awards = json.loads((site / "data" / f"{code}.awards.json").read_text(encoding="utf-8"))
    drawn = {key: awards[key] for key in ("awards", "countries", "regions")}
    if not names:
        drawn["awards"] = [{"description": a.get("description", "")} for a in awards["awards"]]
    for text in _texts(_without_long(drawn) if bold else drawn):
        out.update(map(ord, text))
    return out


def _cut(source, number, characters, target, shaped):
    options = subset.Options()
    options.hinting = False
    options.name_IDs = []
    options.notdef_outline = True
    options.glyph_names = False
    options.layout_features = ["*"] if shaped else []
    options.drop_tables += ["STAT", "DSIG", "vhea", "vmtx", "VORG"] + ([] if shaped else ["GSUB", "GPOS", "GDEF", "BASE"])
    options.font_number = number
    options.desubroutinize = True
    font = subset.load_font(str(source), options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=characters)
    cutter.subset(font)
    if shaped:
        _name_glyphs(font)
    font["head"].modified = font["head"].created  # the same bytes at every build
    font.recalcTimestamp = False
    subset.save_font(font, str(target), options)


def _name_glyphs(font: TTFont):
    """Gives every glyph a private-use character, so that shaped text can name it in a string."""
    order = font.getGlyphOrder()
    if len(order) > 0xF900 - FIRST_GLYPH:
        raise SystemExit("The Arabic face has more glyphs than the private use area has characters.")
    for table in font["cmap"].tables:
        if table.isUnicode() and table.format in (4, 12):
            for number, name in enumerate(order):
                table.cmap[FIRST_GLYPH + number] = name


def main():
    site, output = Path(sys.argv[1]), Path(sys.argv[2])
    output.mkdir(parents=True, exist_ok=True)
    available = {p.stem for p in (site / "i18n").glob("??.json")}
    for face, (source, always, languages) in FACES.items():
        if not set(languages) <= available:
            continue
        for weight in ("Regular", "Bold"):
            characters = _ranges(always) | _characters(site, languages, weight == "Bold")
            stamp = hashlib.sha256(repr((sorted(characters), Path(__file__).read_text())).encode()).hexdigest()
            target = output / f"{face}-{weight.lower()}.{'otf' if face == 'chinese' else 'ttf'}"
            mark = output / f".{target.name}.stamp"
            if target.exists() and mark.exists() and mark.read_text() == stamp:
                continue
            path, number = source(weight)
            if not path.exists():
                package = "fonts-noto-cjk" if face == "chinese" else "fonts-noto-core"
                raise SystemExit(f"{path.name} is missing. Install the Debian package '{package}', then run this again.")
            _cut(path, number, characters, target, shaped=face == "arabic")
            mark.write_text(stamp)
    _check_coverage(site, output)


# Which faces a language is drawn with: web/main.js, LANGUAGES.
DRAWN_WITH = {"ar": ("latin", "arabic"), "zh": ("latin", "chinese"), "en": ("latin",), "fr": ("latin",),
              "ru": ("cyrillic",), "es": ("latin",)}
NEVER_DRAWN = set(range(0x2066, 0x206A)) | {0x200E, 0x200F, 0x0A}


def _check_coverage(site, output):
    """No text of ours may come out as an empty box. The language bar is drawn by the browser, with its own fonts."""
    own_names = set(map(ord, "عربي中文EnglishFrançaisРусскийEspañol"))
    for code, faces in DRAWN_WITH.items():
        if not (site / "data" / f"{code}.json").exists():
            continue
        for weight in ("regular", "bold"):
            covered = set()
            for face in faces:
                covered |= set(TTFont(next(output.glob(f"{face}-{weight}.*tf")), lazy=True).getBestCmap())
            # A name in a script that none of our faces has comes from the browser's fonts.
            missing = _characters(site, [code], weight == "bold", names=False) - covered - NEVER_DRAWN - own_names
            if missing:
                raise SystemExit(f"{code}: no {weight} face has " + " ".join(f"U+{c:04X} {chr(c)}" for c in sorted(missing)))


main()
