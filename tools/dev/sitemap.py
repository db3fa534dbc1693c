"""sitemap.xml: every page of the site with its other languages, whole addresses as the protocol wants; and robots.txt,
which names the sitemap where the site's address is known."""

from xml.sax.saxutils import escape

LOCAL_ADDRESS = "http://127.0.0.1:8080/"  # of './dev run', for a site that is not published
TAGS = {"ar": "ar", "zh": "zh-Hans", "en": "en", "fr": "fr", "ru": "ru", "es": "es"}


def _in_language(path, code):
    """The same page in another language; the site's first page is the English one."""
    name = path.split("/", 1)[1] if "/" in path else path
    return "index.html" if (name, code) == ("index.html", "en") else f"{code}/{name}"


def write(site, address, date):
    """`address`: where the site will be published, or ""."""
    base = address or LOCAL_ADDRESS
    pages = sorted(p.relative_to(site).as_posix() for p in site.rglob("*.html") if p.name != "embed.html")
    known = set(pages)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>',
             '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">']
    for page in pages:
        lines.append(f"<url><loc>{escape(base + page)}</loc><lastmod>{date}</lastmod>")
        for code, tag in TAGS.items():
            other = _in_language(page, code)
            if other in known:
                lines.append(f'<xhtml:link rel="alternate" hreflang="{tag}" href="{escape(base + other)}"/>')
        lines.append("</url>")
    lines.append("</urlset>")
    (site / "sitemap.xml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    named = f"Sitemap: {address}sitemap.xml\n" if address else ""
    (site / "robots.txt").write_text(f"User-agent: *\nAllow: /\n{named}", encoding="utf-8")
