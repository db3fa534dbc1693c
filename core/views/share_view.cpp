#include "core/views/share_view.h"

#include "core/base/strings.h"
#include "core/state/url_codec.h"
#include "core/views/qr_code.h"

namespace wsis {
namespace {

// The address that shows this view to anybody, whatever their browser prefers.
// `dataVersion` pins the data that it shows; where it is empty they are what the state asks for.
std::string permalink(const ViewState& state, const Place& place, bool embedded, const std::string& dataVersion = {}) {
  ViewState shared = state;
  shared.share = shared.help = shared.embed = false;
  if (!dataVersion.empty()) shared.dataVersion = dataVersion;
  std::string query = encodeQuery(shared);
  if (state.language == Language::kEnglish) query = query.empty() ? "lang=en" : "lang=en&" + query;
  // A site has a page to embed; an explorer that is one file (./dev package) is told.
  const bool isFile = place.site.ends_with(".html");
  return place.site + (!embedded ? "?" : isFile ? "?embed=1&" : "embed.html?") + query;
}

// What TeX would take for a command.
std::string forTex(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (std::string_view("&%$#_{}").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

// The address as a code, for those who sit in front of it.
void addCode(Node& node, const std::string& address, const Catalog& catalog) {
  Node code = makeNode(Role::kCode, "", catalog.language(), "share-code");
  code.value = qrCode(address);
  if (code.value.empty()) return;
  code.label = catalog.text("share.code");
  node.add(std::move(code));
}

Node saveItem(const Catalog& catalog, const std::string& what, std::string text) {
  Node item = makeNode(Role::kItem, "", catalog.language());
  Node save = makeLink(std::move(text), catalog.language(), "page?do=save&what=" + what, "save-" + what);
  item.add(std::move(save));
  return item;
}

// Links that save a file each, from the messages share.NAME.
Node saveList(const Catalog& catalog, std::initializer_list<const char*> names) {
  Node list = makeNode(Role::kList, "", catalog.language());
  for (const char* what : names) list.add(saveItem(catalog, what, catalog.text(std::string("share.") + what)));
  return list;
}

Node pictureList(const Catalog& catalog) {
  Node list = saveList(catalog, {"picture-svg"});
  for (int scale = 1; scale <= 4; ++scale) {
    const std::string wide = formatNumber(catalog.language(), scale * kPictureWidth);
    list.add(saveItem(catalog, "picture-png" + std::to_string(scale), catalog.text("share.png", {{"n", wide}})));
  }
  return list;
}

}  // namespace

std::string sharedText(std::string_view what, const Dataset& data, const ViewState& state, const Catalog& catalog,
                       const Place& place, const std::string& title) {
  const std::string year = data.version.substr(0, 4);
  const std::string version = catalog.text("about.version", {{"version", data.version}});
  if (what == "link") return permalink(state, place, false);
  // Who follows a citation should see what was cited.
  const std::string link = permalink(state, place, false, data.version);
  if (what == "embed") {
    return "<iframe src=\"" + escapeHtml(permalink(state, place, true)) + "\" title=\"" + escapeHtml(title) +
           "\" loading=\"lazy\" width=\"100%\" height=\"600\" style=\"border:0\" allow=\"fullscreen; clipboard-write\" "
           "sandbox=\"allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox "
           "allow-downloads\"></iframe>";
  }
  if (what == "apa") return title + " (" + year + "). " + version + " " + place.today + ". " + link;
  if (what == "bibtex") {
    return "@misc{wsis_sdg_explorer_" + year + ",\n  title = {" + forTex(title) + "},\n  year = {" + year +
           "},\n  note = {" + forTex(version) + "},\n  url = {" + link + "},\n  urldate = {" + place.today + "}\n}";
  }
  if (what == "ris") {
    return "TY  - ELEC\nTI  - " + title + "\nPY  - " + year + "\nN1  - " + version + "\nUR  - " + link + "\nY2  - " +
           place.today + "\nER  - ";
  }
  return "";
}

Node shareArticle(const Dataset& data, const ViewState& state, const Catalog& catalog, const Place& place,
                  const std::string& title, int headingLevel) {
  const Language language = catalog.language();
  Node node = makeNode(Role::kArticle, "", language, "panel-share");
  node.add(makeHeading(headingLevel, catalog.text("share.title"), language, "panel-title"));
  for (const char* what : {"link", "embed", "apa", "bibtex", "ris"}) {
    const std::string key = std::string("share.") + what;
    node.add(makeHeading(headingLevel + 1, catalog.text(key), language));
    node.add(makeNode(Role::kQuote, sharedText(what, data, state, catalog, place, title), Language::kEnglish));
    Node& copies = node.add(makeNode(Role::kList, "", language));
    Node item = makeNode(Role::kItem, "", language);
    Node copy =
        makeLink(catalog.text("share.copy", {{"name", catalog.text(key)}}), language, "", std::string("copy-") + what);
    copy.command = std::string("page?do=copy&what=") + what;
    item.add(std::move(copy));
    copies.add(std::move(item));
    if (std::string_view(what) == "link") addCode(node, sharedText(what, data, state, catalog, place, title), catalog);
    if (std::string_view(what) == "embed") {
      Node builder = makeNode(Role::kItem, "", language);
      builder.add(makeLink(catalog.text("share.builder"), language, "read?page=builder", "share-builder"));
      copies.add(std::move(builder));
    }
  }
  node.add(makeHeading(headingLevel + 1, catalog.text("share.picture"), language));
  node.add(pictureList(catalog));
  node.add(makeHeading(headingLevel + 1, catalog.text("share.save"), language));
  node.add(makeNode(Role::kParagraph, catalog.text("share.saveNote"), language));
  Node saves = saveList(catalog, {"links-csv", "links-json", "projects-csv", "projects-json"});
  if (place.site.starts_with("http") && place.site.ends_with('/')) {
    Node item = makeNode(Role::kItem, "", language);
    Node all = makeNode(Role::kLink, catalog.text("share.dataset"), language, "save-dataset");
    all.url = place.site + "wsis-sdg-data.zip";
    item.add(std::move(all));
    saves.add(std::move(item));
  }
  node.add(std::move(saves));
  return node;
}

}  // namespace wsis
