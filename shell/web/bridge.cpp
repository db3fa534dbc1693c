// The functions that the page's JavaScript calls (web/program.js), and the few that call back. Texts cross as UTF-8:
// into wasm through wsis_allocate, out of it through a buffer that stays valid until the next call.
#include <emscripten.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <string>

#include "core/base/strings.h"
#include "core/data/award_reader.h"
#include "core/export/element.h"
#include "core/export/element_patch.h"
#include "core/export/static_address.h"
#include "core/export/svg/svg_picture.h"
#include "core/export/tables.h"
#include "core/views/help_view.h"
#include "core/views/local_load.h"
#include "shell/platform/sdl2_web_platform.h"
#include "shell/shell.h"
#include "shell/web/browser_glyphs.h"

#ifdef WSIS_SHAPING
#include "core/text/shaping/arabic_shaper.h"
#endif

EM_JS_DEPS(wsis, "$UTF8ToString");

// clang-format off
EM_JS(void, wsisRequestFrame, (), { Module["requestFrame"](); });
EM_JS(void, wsisRun, (const char* command), { Module["run"](UTF8ToString(command)); });
EM_JS(void, wsisFocusMoved, (const char* key), { Module["focusMoved"](UTF8ToString(key)); });
// clang-format on

namespace {

using namespace wsis;

// One page holds one program. What is being loaded waits in `loading` until wsis_begin makes the session.
struct Loading {
  explicit Loading(Language language) : builder(language), catalog(language) {}
  DatasetBuilder builder;
  Catalog catalog;
  Faults faults;
};

struct Program {
  std::unique_ptr<Loading> loading;
  std::unique_ptr<Session> session;
  std::unique_ptr<AwardReader> awardReader;  // while the awards are being read
  std::vector<Alias> aliases;
  Faults aliasFaults;
  std::unique_ptr<LocalLoad> local;  // while a person's own files are being read
  std::unique_ptr<Shell> shell;
  FontFiles fonts;
  Element twin;  // as the page has it
  int twinRevision = -1;
  std::string root;  // from the page to the site's root: "" or "../"
  std::string out;
};

Program& program() {
  static Program instance;
  return instance;
}

const char* give(std::string text) {
  program().out = std::move(text);
  return program().out.c_str();
}

// Where a page without the program lies, from this page; "" for what is none. Who makes the code of a frame means the
// view that is seen.
std::string readAddress(std::string_view command) {
  const Session& session = *program().session;
  std::string page = readPage(session.data().language, command);
  if (page.empty()) return page;
  page.insert(0, program().root);
  if (command == "read?page=builder") page += "?" + encodeQuery(session.state(), session.usualLanguage());
  return page;
}

Element describeTwin() {
  const Session& session = *program().session;
  ElementOptions options;
  options.live = true;
  options.address = [&session](std::string_view command) {
    if (std::string page = readAddress(command); !page.empty()) return page;
    const ViewState state = apply(session.data(), session.state(), parseCommand(command)).state;
    const std::string query = encodeQuery(state, session.usualLanguage());
    return query.empty() ? std::string("./") : "?" + query;
  };
  return toElement(pageTree(session.page(), session.catalog()), session.catalog().language(), options);
}

void pageChanged() {
  if (program().shell) program().shell->pageChanged();
}

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE void* wsis_allocate(int size) { return std::malloc(static_cast<size_t>(size)); }
EMSCRIPTEN_KEEPALIVE void wsis_release(void* memory) { std::free(memory); }

/// Begins to load a language ("en"). False for an unknown one.
EMSCRIPTEN_KEEPALIVE bool wsis_language(const char* code) {
  const auto language = languageFromCode(code);
  if (!language) return false;
  program().loading = std::make_unique<Loading>(*language);
  return true;
}

/// Reads one JSON file of data or messages.
EMSCRIPTEN_KEEPALIVE void wsis_read(const char* text, int size, const char* name) {
  Loading& loading = *program().loading;
  const std::string_view json(text, static_cast<size_t>(size));
  const size_t faults = loading.builder.faults().size();
  loading.builder.read(json, name);
  // The catalog reads the same text; it would only repeat the syntax faults.
  Faults ignored;
  loading.catalog.read(json, name, loading.builder.faults().size() > faults ? ignored : loading.faults);
}

/// Makes the session from what was read, at the state of a URL query. `usual` is the language that the page would
/// choose without being told, `root` the way to the site's root. False where the data hold no matrix at all.
EMSCRIPTEN_KEEPALIVE bool wsis_begin(const char* query, const char* usual, const char* root) {
  Program& p = program();
  p.root = root;
  Dataset data = p.loading->builder.finish();
  Faults faults = p.loading->builder.faults();
  faults.insert(faults.end(), p.loading->faults.begin(), p.loading->faults.end());
  const bool usable = !data.lines.empty() && !data.goals.empty() && p.loading->catalog.size() > 0;
  p.session = std::make_unique<Session>(std::move(data), std::move(p.loading->catalog), std::move(faults), query,
                                        languageFromCode(usual).value_or(Language::kEnglish));
  p.loading.reset();
  return usable;
}

/// The command of a key ("?", "m"), or "" where it has none.
EMSCRIPTEN_KEEPALIVE const char* wsis_shortcut(const char* key) {
  return give(shortcutCommand(program().session->state(), key));
}
/// Where a page without the program lies ("read?page=about"), from this page.
EMSCRIPTEN_KEEPALIVE const char* wsis_read_address(const char* command) { return give(readAddress(command)); }

/// Where the page lies ("https://example.org/explorer/") and today's date, for what is shared.
EMSCRIPTEN_KEEPALIVE void wsis_place(const char* site, const char* today) {
  program().session->setPlace({site, today});
  pageChanged();
}
/// The newest version of the data that the site has.
EMSCRIPTEN_KEEPALIVE void wsis_newest_data(const char* version) {
  program().session->setNewestData(version);
  pageChanged();
}
/// What is handed on: "link", "embed", "apa", "bibtex", "ris", or a file: "picture-svg", "links-csv", "links-json",
/// "projects-csv", "projects-json".
EMSCRIPTEN_KEEPALIVE const char* wsis_shared(const char* what) {
  const Session& session = *program().session;
  const std::string_view name = what;
  if (name == "picture-svg") {
    return give(svgPicture(session.data(), session.state(), session.catalog(), session.pageToSave(), session.place()));
  }
  if (name == "links-csv") return give(linksCsv(session.data()));
  if (name == "links-json") return give(linksJson(session.data()));
  if (session.awards() != nullptr && name == "projects-csv") {
    return give(projectsCsv(session.data(), *session.awards(), session.foundAwards()));
  }
  if (session.awards() != nullptr && name == "projects-json") {
    return give(projectsJson(session.data(), *session.awards(), session.foundAwards()));
  }
  return give(session.shared(name));
}

/// The view wants awards and they are not there yet.
EMSCRIPTEN_KEEPALIVE bool wsis_wants_awards() {
  const Session& session = *program().session;
  return session.state().needsAwards() && session.awards() == nullptr;
}

/// Reads one JSON file of awards, countries, contests or aliases; wsis_awards_done puts them to use.
EMSCRIPTEN_KEEPALIVE void wsis_read_awards(const char* text, int size, const char* name) {
  Program& p = program();
  const std::string_view json(text, static_cast<size_t>(size));
  if (!p.awardReader) p.awardReader = std::make_unique<AwardReader>(p.session->data());
  p.awardReader->read(json, name);
  for (Alias& alias : readAliases(json, name, p.session->data(), p.aliasFaults)) p.aliases.push_back(std::move(alias));
}

EMSCRIPTEN_KEEPALIVE void wsis_awards_done() {
  Program& p = program();
  if (!p.awardReader) return;
  auto base = std::make_unique<AwardBase>();
  base->table = p.awardReader->finish();
  base->index = std::make_unique<AwardIndex>(p.session->data(), base->table);
  base->index->buildAll();
  base->topics = std::make_shared<TopicIndex>(p.session->data(), std::move(p.aliases));
  Faults faults = p.awardReader->faults();
  p.awardReader.reset();
  p.aliases.clear();
  p.session->setAwards(std::move(base), faults);
  pageChanged();
}

/// Begins to take in files of the person's own, once the awards are there.
EMSCRIPTEN_KEEPALIVE void wsis_local_begin() {
  const Session& session = *program().session;
  if (session.awards() != nullptr) program().local = std::make_unique<LocalLoad>(session.data(), *session.awards());
}
EMSCRIPTEN_KEEPALIVE void wsis_local_file(const char* name) {
  if (program().local) program().local->beginFile(name);
}
EMSCRIPTEN_KEEPALIVE void wsis_local_feed(const char* bytes, int size) {
  if (program().local) program().local->feed({bytes, static_cast<size_t>(size)});
}
EMSCRIPTEN_KEEPALIVE void wsis_local_file_end() {
  if (program().local) program().local->endFile();
}
/// Makes so many more records searchable; true when all are.
EMSCRIPTEN_KEEPALIVE bool wsis_local_index(int records) {
  return !program().local || program().local->index(static_cast<size_t>(records));
}
EMSCRIPTEN_KEEPALIVE double wsis_local_progress() { return program().local ? program().local->progress() : 1; }
EMSCRIPTEN_KEEPALIVE void wsis_local_cancel() { program().local.reset(); }
/// Puts what was read to use.
EMSCRIPTEN_KEEPALIVE void wsis_local_finish() {
  Program& p = program();
  if (!p.local) return;
  p.session->setAwards(p.local->finish(), {});
  p.local.reset();
  pageChanged();
}
/// {"taken":…,"faultCount":…,"faults":[…]}
EMSCRIPTEN_KEEPALIVE const char* wsis_local_report() {
  const LocalLoad* local = program().local.get();
  std::string out = "{\"taken\":" + std::to_string(local ? local->taken() : 0) +
                    ",\"faultCount\":" + std::to_string(local ? local->faultCount() : 0) + ",\"faults\":[";
  for (size_t i = 0; local != nullptr && i < local->faults().size(); ++i) {
    if (i > 0) out += ',';
    appendJsonString(out, describeFault(local->faults()[i]));
  }
  return give(out + "]}");
}
EMSCRIPTEN_KEEPALIVE void wsis_local_remove() {
  Program& p = program();
  if (p.session->awards() == nullptr) return;
  p.session->setAwards(withoutLocal(p.session->data(), *p.session->awards()), {});
  pageChanged();
}

/// What is found: {"total":…,"ids":[…],"counts":{"year":{"2012":18,…},…}} with the first ids in the list's order.
EMSCRIPTEN_KEEPALIVE const char* wsis_awards_found(int ids) {
  const Session& session = *program().session;
  if (session.awards() == nullptr) return give("");
  std::string out = "{\"total\":" + std::to_string(session.awardCount()) + ",\"ids\":[";
  for (size_t i = 0; i < std::min(static_cast<size_t>(ids), session.awardCount()); ++i) {
    if (i > 0) out += ',';
    appendJsonString(out, session.awards()->table.id(session.awardAt(i)));
  }
  out += "],\"counts\":{";
  for (size_t f = 0; f < kFacetCount; ++f) {
    const std::vector<uint32_t>& counts = session.awardAnswer().counts[f];
    const std::vector<std::string>& values = session.awards()->index->values(static_cast<Facet>(f));
    if (f > 0) out += ',';
    appendJsonString(out, kFacetParameters[f]);
    out += ":{";
    for (size_t v = 0; v < counts.size(); ++v) {
      if (v > 0) out += ',';
      appendJsonString(out, values[v]);
      out += ":" + std::to_string(counts[v]);
    }
    out += "}";
  }
  return give(out + "}}");
}

/// A text of the interface in the form for n; other placeholders stay.
EMSCRIPTEN_KEEPALIVE const char* wsis_plural(const char* key, int n) {
  return give(program().session->catalog().plural(key, n));
}

/// The whole accessible twin as JSON.
EMSCRIPTEN_KEEPALIVE const char* wsis_twin() {
  Program& p = program();
  p.twin = describeTwin();
  p.twinRevision = p.session->revision();
  return give(elementJson(p.twin));
}

/// What to change in it since the last call, "" for nothing.
EMSCRIPTEN_KEEPALIVE const char* wsis_twin_patch() {
  Program& p = program();
  if (p.twinRevision == p.session->revision()) return give("");
  Element now = describeTwin();
  std::string patch = elementPatch(p.twin, now);
  p.twin = std::move(now);
  p.twinRevision = p.session->revision();
  return give(std::move(patch));
}

/// Runs a command. Gives how the history should record it: 0 not, 1 replace, 2 push.
EMSCRIPTEN_KEEPALIVE int wsis_run(const char* command) {
  const int before = program().session->revision();
  const HistoryStep step = program().session->run(command);
  if (program().session->revision() != before) pageChanged();
  return static_cast<int>(step);
}

/// Takes the state of a URL query as it is.
EMSCRIPTEN_KEEPALIVE void wsis_load(const char* query) {
  program().session->load(query);
  pageChanged();
}

EMSCRIPTEN_KEEPALIVE const char* wsis_query() {
  return give(encodeQuery(program().session->state(), program().session->usualLanguage()));
}
EMSCRIPTEN_KEEPALIVE const char* wsis_state() { return give(encodeAll(program().session->state())); }
EMSCRIPTEN_KEEPALIVE const char* wsis_title() { return give(program().session->page().documentTitle); }
EMSCRIPTEN_KEEPALIVE const char* wsis_label(const char* key) { return give(program().session->labelOf(key)); }

/// A text of the interface by key.
EMSCRIPTEN_KEEPALIVE const char* wsis_text(const char* key) { return give(program().session->catalog().text(key)); }

/// {"version":…,"lines":18,…} of the data, with the faults met.
EMSCRIPTEN_KEEPALIVE const char* wsis_dataset() {
  const Dataset& data = program().session->data();
  std::string out = "{\"version\":";
  appendJsonString(out, data.version);
  const auto put = [&](const char* name, size_t count) {
    out += ",\"" + std::string(name) + "\":" + std::to_string(count);
  };
  put("lines", data.lines.size());
  put("goals", data.goals.size());
  put("targets", data.targets.size());
  put("links", data.links.size());
  put("awards", program().session->awards() != nullptr ? program().session->awards()->table.size() : 0);
  out += ",\"faults\":[";
  const Faults& faults = program().session->faults();
  for (size_t i = 0; i < faults.size(); ++i) {
    if (i > 0) out += ',';
    appendJsonString(out, describeFault(faults[i]));
  }
  return give(out + "]}");
}

/// Opens the picture. "" where it works, else the reason why not.
EMSCRIPTEN_KEEPALIVE const char* wsis_open() {
  Program& p = program();
  p.shell = std::make_unique<Shell>(
      makeSdl2WebPlatform(), *p.session,
      Shell::Hooks{[] { wsisRequestFrame(); }, [](const std::string& command) { wsisRun(command.c_str()); },
                   [](const std::string& key) { wsisFocusMoved(key.c_str()); }});
  std::string reason;
  if (!p.shell->open(reason)) {
    p.shell.reset();
    return give(reason.empty() ? "unknown" : reason);
  }
  return give("");
}

/// Hands over one font file: "regular", "bold", "scriptRegular" or "scriptBold"; wsis_fonts_done uses them.
EMSCRIPTEN_KEEPALIVE void wsis_font(const unsigned char* file, int size, const char* role) {
  FontFiles& fonts = program().fonts;
  const std::string_view name = role;
  FontFile& into = name == "regular"         ? fonts.regular
                   : name == "bold"          ? fonts.bold
                   : name == "scriptRegular" ? fonts.scriptRegular
                                             : fonts.scriptBold;
  into.assign(file, file + size);
}

EMSCRIPTEN_KEEPALIVE void wsis_fonts_done() {
  std::unique_ptr<TextShaper> shaper;
#ifdef WSIS_SHAPING
  if (program().session->catalog().rightToLeft()) {
    shaper = makeArabicShaper(program().fonts.scriptRegular, program().fonts.scriptBold);
  }
#endif
  program().shell->setFonts(std::move(program().fonts), std::move(shaper), &rasteriseInBrowser);
}

/// Gives the canvas and its events back; the picture is gone, the session stays.
EMSCRIPTEN_KEEPALIVE void wsis_close() { program().shell.reset(); }

EMSCRIPTEN_KEEPALIVE void wsis_resize(float width, float height, int deviceWidth, int deviceHeight) {
  if (program().shell) program().shell->resize({width, height}, deviceWidth, deviceHeight);
}

EMSCRIPTEN_KEEPALIVE void wsis_preferences(bool dark, bool moreContrast, bool reducedMotion, float textScale) {
  if (program().shell) program().shell->setPreferences({dark, moreContrast, reducedMotion, textScale});
}

EMSCRIPTEN_KEEPALIVE void wsis_focused(bool focused) {
  if (program().shell) program().shell->setFocused(focused);
}

EMSCRIPTEN_KEEPALIVE void wsis_twin_focus(const char* key) {
  if (program().shell) program().shell->setTwinFocus(key);
}

EMSCRIPTEN_KEEPALIVE void wsis_visible(bool visible) {
  if (program().shell) program().shell->pacer().setVisible(visible);
}

EMSCRIPTEN_KEEPALIVE void wsis_wake() {
  if (program().shell) program().shell->wake();
}

EMSCRIPTEN_KEEPALIVE void wsis_context(bool restored) {
  if (!program().shell) return;
  if (restored) {
    program().shell->contextRestored();
  } else {
    program().shell->contextLost();
  }
}

EMSCRIPTEN_KEEPALIVE void wsis_frame(double now) {
  if (program().shell) program().shell->frame(now);
}

EMSCRIPTEN_KEEPALIVE int wsis_frames() { return program().shell ? program().shell->pacer().frames() : 0; }
/// Glyphs that came from the browser's own fonts, because no font of ours has them.
EMSCRIPTEN_KEEPALIVE int wsis_browser_glyphs() { return platformGlyphCount(); }
EMSCRIPTEN_KEEPALIVE bool wsis_idle() { return !program().shell || program().shell->pacer().idle(); }
EMSCRIPTEN_KEEPALIVE double wsis_last_ms() { return program().shell ? program().shell->pacer().lastMilliseconds() : 0; }
EMSCRIPTEN_KEEPALIVE double wsis_p99_ms() { return program().shell ? program().shell->pacer().p99Milliseconds() : 0; }

/// "x,y,width,height" of an item on the picture by key, "" where it is not in sight.
EMSCRIPTEN_KEEPALIVE const char* wsis_item(const char* key) {
  const CanvasItem* item = program().shell ? program().shell->items().find(key) : nullptr;
  if (item == nullptr) return give("");
  const auto number = [](float value) { return std::to_string(static_cast<int>(value * 16)); };
  const Rect rect = program().shell->itemRect(*item);
  return give(number(rect.x) + "," + number(rect.y) + "," + number(rect.width) + "," + number(rect.height));
}

}  // extern "C"
