"""xx/builder.html: the page where a webmaster chooses what of the explorer to embed. web/builder.html is its article; places,
languages and foot are those of the text edition."""

import json
import re
from html import escape

from tools.setup.report import SetupError

LANGUAGES = {"ar": "عربي", "zh": "中文", "en": "English", "fr": "Français", "ru": "Русский", "es": "Español"}
DIRECTIONS = {"ar": "rtl"}
TAGS = {"zh": "zh-Hans"}
STATUSES = ["winner", "champion", "awarded", "special", "finalist", "listed", "nominee"]


def is_own(key):
    """Whether only this page says a message: the program does not load it. By the title others lead here."""
    return key.startswith("builder.") and key != "builder.title"


def write(root, site, languages, address):
    """Into `site`, where data and text edition lie already. `root`: of the sources; `address`: where the site will be
    published, or ""."""
    article = (root / "web/builder.html").read_text(encoding="utf-8")
    messages = {code: json.loads((root / f"assets/i18n/{code}.json").read_text(encoding="utf-8"))["messages"]
                for code in languages}
    for code, texts in messages.items():
        titles = {other: messages[other]["site.title"] for other in messages}
        pieces = _pieces(site, code, texts, titles, address or "https://…/")
        about = (site / code / "about.html").read_text(encoding="utf-8")
        (site / code / "builder.html").write_text(_page(about, _fill(article, texts, pieces), texts), encoding="utf-8")


def _fill(template, texts, pieces):
    """{{key}} is a message, {{=name}} a piece of HTML."""
    def mark(match):
        kind, name = match.groups()
        known = pieces if kind else texts
        if not isinstance(known.get(name), str):
            raise SetupError(f"web/builder.html asks for '{match.group()}', which does not exist.")
        return known[name] if kind else escape(known[name])
    return re.sub(r"\{\{(=?)([\w.-]+)\}\}", mark, template)


def _page(about, article, texts):
    """The page "About" of the same language with another title, description and article."""
    parts = re.fullmatch(r'(.*)(<nav .*</nav>)<article id="about">.*</article>(<footer>.*)', about, re.DOTALL)
    if not parts:
        raise SetupError("The page 'About' of the text edition is no longer made of nav, article and footer: see "
                         "tools/dev/builder_page.py.")
    head, nav, foot = parts.groups()
    title = escape(f"{texts['builder.title']} – {texts['site.title']}")
    description = escape(texts["builder.intro"])
    head = head.replace("/about.html", "/builder.html")
    head = re.sub(r"(<title>).*?(</title>)", lambda m: m[1] + title + m[2], head)
    for name, text in (('property="og:title"', title), ('name="description"', description),
                       ('property="og:description"', description)):
        head = re.sub(rf'(<meta {name} content=")[^"]*', lambda m, text=text: m[1] + text, head)
    head = head.replace("</head>", '<link rel="stylesheet" href="../builder.css">\n'
                        '<script type="module" src="../app/builder.js"></script>\n</head>')
    return head + nav.replace(' aria-current="true"', "") + article.strip() + foot


def _option(value, name, attributes=""):
    return f'<option value="{escape(str(value))}"{attributes}>{escape(name)}</option>'


def _only(text):
    """The packed data hold each text in one language."""
    return next(iter(text.values()))


def _pieces(site, code, texts, titles, address):
    data = json.loads((site / f"data/{code}.json").read_text(encoding="utf-8"))
    awards = json.loads((site / f"data/{code}.awards.json").read_text(encoding="utf-8"))
    groups = {group["id"]: group for group in data["groups"]}
    lines = []
    for line in data["lines"]:
        parent = line.get("parent")
        if parent in groups:
            lines.append(_option(parent, f"{parent} {_only(groups.pop(parent)['short'])}"))
        lines.append(_option(line["id"], f"{parent or line['id']} {_only(line['short'])}"))
    goals = [_option(goal["id"], f"{texts['goal.code'].replace('{n}', str(goal['id']))} {_only(goal['short'])}")
             for goal in data["goals"]]
    named = {award.get("country") for award in awards["awards"]}
    countries = [_option(country["id"], _only(country["name"])) for country in awards["countries"]
                 if country["id"] in named]
    years = sorted({award["year"] for award in awards["awards"] if award.get("year")}, reverse=True)

    def choices(group, *names):
        return "".join(_option(name, texts[f"{group}.{name}"]) for name in names)

    def language(other):
        tag = TAGS.get(other, other)
        chosen = " selected" if other == code else ""
        return _option(other, LANGUAGES[other], f' lang="{tag}" dir="{DIRECTIONS.get(other, "ltr")}" '
                                                f'data-title="{escape(titles[other])}"{chosen}')

    sample = f"lang={code}&line=C5"
    return {
        "views": choices("view", "matrix", "awards"), "lines": "".join(lines), "goals": "".join(goals),
        "levels": choices("level", "goal", "target"), "metrics": choices("metric", "links", "awards", "both"),
        "sorts": choices("sort", "published", "links", "similar"),
        "awardsorts": choices("awardsort", "relevance", "newest", "oldest", "name"),
        "years": "".join(_option(year, str(year)) for year in years), "countries": "".join(countries),
        "statuses": choices("status", *STATUSES), "themes": choices("theme", "auto", "light", "dark", "contrast"),
        "languages": "".join(language(other) for other in titles),
        "regions": " ".join(escape(region["id"]) for region in awards["regions"]), "statusNames": " ".join(STATUSES),
        # Samples for who has no scripts, in the form in which web/builder_code.js writes the codes.
        "frameCode": escape(
            f'<iframe src="{address}embed.html?{escape(sample)}" title="{escape(titles[code])}" loading="lazy" '
            'width="100%" height="600" style="border:0" allow="fullscreen; clipboard-write" '
            'sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads">'
            '</iframe>'),
        "scriptCode": escape(f'<script src="{address}embed.js" data-lang="{code}" data-line="C5" async></script>'),
        "copyFrame": escape(texts["share.copy"].replace("{name}", texts["builder.frame"])),
        "copyScript": escape(texts["share.copy"].replace("{name}", texts["builder.script"])),
    }
