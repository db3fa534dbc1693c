// page_writer TEMPLATE OUTPUT LANGUAGE WEIGHTS ADDRESS: writes the static pages of one language into the site's folder,
// from the data and messages that lie there already. WEIGHTS: the program's size by language ("en:406 …"); ADDRESS:
// where the site will be published, or "". page_writer --css OUTPUT DATA.json …: writes the style sheet's colours,
// which the core owns. page_writer --check DATA.json …: reads the data and lists its faults.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <numeric>
#include <sstream>
#include <vector>

#include "core/data/award_reader.h"
#include "core/export/html_writer.h"
#include "core/export/static_pages.h"
#include "core/export/tables.h"
#include "core/views/palette.h"

namespace {

namespace fs = std::filesystem;

bool readFile(const fs::path& path, std::string& text) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    std::cerr << "page_writer: " << path.string() << " cannot be read\n";
    return false;
  }
  std::ostringstream out;
  out << in.rdbuf();
  text = out.str();
  return true;
}

bool writeFile(const fs::path& path, const std::string& text) {
  std::error_code ignored;
  fs::create_directories(path.parent_path(), ignored);
  std::ofstream out(path, std::ios::binary);
  out << text;
  out.flush();
  if (!out) std::cerr << "page_writer: " << path.string() << " cannot be written\n";
  return out.good();
}

struct Settings {
  std::string weights;
  std::string address;
};

// The links to the same page in the other languages. Search engines want them whole: a page without the program has
// them only where the site's address is known; on the others web/language.js completes them.
std::string alternates(const wsis::StaticPage& page, const std::string& address, const std::string& code) {
  if (address.empty() && !page.hasProgram) return "";
  const std::string before = address.empty() ? page.root : address;
  std::string out;
  for (const wsis::LanguageInfo& entry : wsis::kLanguages) {
    out += "<link rel=\"alternate\" hreflang=\"" + std::string(entry.tag) + "\" href=\"" + before +
           wsis::samePageIn(page.path, entry.language) + "\">\n";
  }
  if (!address.empty()) {
    out += "<link rel=\"alternate\" hreflang=\"x-default\" href=\"" + before +
           wsis::samePageIn(page.path, wsis::Language::kEnglish) + "\">\n<link rel=\"canonical\" href=\"" + address +
           page.path + "\">\n<meta property=\"og:url\" content=\"" + address + page.path +
           "\">\n<meta property=\"og:image\" content=\"" + address + "cards/" + code + "-" + page.card +
           ".png\">\n<meta name=\"twitter:card\" content=\"summary_large_image\">\n";
  }
  return out;
}

// Each {{name}} of the template once or more; a section {{#program}}…{{/program}} only stands on the program's page.
std::string fill(std::string text, const wsis::StaticPage& page, const wsis::Catalog& catalog,
                 const Settings& settings) {
  const auto replaceAll = [&](const std::string& mark, const std::string& with) {
    for (size_t at = text.find(mark); at != text.npos; at = text.find(mark, at + with.size())) {
      text.replace(at, mark.size(), with);
    }
  };
  const std::string open = "{{#program}}", close = "{{/program}}";
  for (size_t at = text.find(open); at != text.npos; at = text.find(open)) {
    const size_t end = text.find(close, at);
    if (page.hasProgram) {
      text.erase(end, close.size());
      text.erase(at, open.size());
    } else {
      text.erase(at, end + close.size() - at);
    }
  }
  const wsis::LanguageInfo& language = wsis::info(catalog.language());
  replaceAll("{{lang}}", std::string(language.tag));
  replaceAll("{{dir}}", language.rightToLeft ? "rtl" : "ltr");
  replaceAll("{{root}}", page.root);
  replaceAll("{{title}}", wsis::escapeHtml(page.title));
  replaceAll("{{description}}", wsis::escapeHtml(page.description));
  for (const char* key :
       {"page.loading", "page.skip", "page.failed", "page.sparing", "page.showPictureSize", "site.title"}) {
    replaceAll(std::string("{{") + key + "}}", wsis::escapeHtml(catalog.text(key)));
  }
  replaceAll("{{alternates}}", alternates(page, settings.address, std::string(language.code)));
  replaceAll("{{linkedData}}",
             page.linkedData.empty() ? "" : "<script type=\"application/ld+json\">" + page.linkedData + "</script>\n");
  replaceAll("{{type}}", page.hasProgram ? "website" : "article");
  replaceAll("{{weights}}", wsis::escapeHtml(settings.weights));
  replaceAll("{{first}}", page.path == "index.html" ? " data-first-page" : "");
  replaceAll("{{code}}", std::string(language.code));
  replaceAll("{{content}}", page.content);
  return text;
}

int report(const wsis::Faults& faults) {
  for (const wsis::Fault& fault : faults) std::cerr << wsis::describeFault(fault) << '\n';
  return faults.empty() ? 0 : 1;
}

int writePages(const std::vector<std::string>& arguments) {
  std::string pageTemplate;
  if (!readFile(arguments[0], pageTemplate)) return 1;
  const auto language = wsis::languageFromCode(arguments[2]);
  if (!language) {
    std::cerr << "page_writer: \"" << arguments[2] << "\" is no language; use one of ar zh en fr ru es\n";
    return 1;
  }
  // OUTPUT/data/en.json, OUTPUT/data/en.awards.json, OUTPUT/i18n/en.json: what the page will load.
  const fs::path output = arguments[1];
  std::string dataJson, awardsJson, messages;
  if (!readFile(output / "data" / (arguments[2] + ".json"), dataJson) ||
      !readFile(output / "data" / (arguments[2] + ".awards.json"), awardsJson) ||
      !readFile(output / "i18n" / (arguments[2] + ".json"), messages)) {
    return 1;
  }
  wsis::DatasetBuilder builder(*language);
  wsis::Catalog catalog(*language);
  wsis::Faults faults;
  builder.read(dataJson, arguments[2] + ".json");
  catalog.read(messages, arguments[2] + ".json", faults);
  const wsis::Dataset data = builder.finish();
  faults.insert(faults.end(), builder.faults().begin(), builder.faults().end());
  wsis::AwardReader reader(data);
  reader.read(awardsJson, arguments[2] + ".awards.json");
  wsis::AwardBase awards;
  awards.table = reader.finish();
  awards.index = std::make_unique<wsis::AwardIndex>(data, awards.table);
  awards.index->buildAll();
  awards.topics = std::make_shared<wsis::TopicIndex>(data, std::vector<wsis::Alias>{});
  faults.insert(faults.end(), reader.faults().begin(), reader.faults().end());
  const Settings settings{arguments[3], arguments[4]};
  for (const wsis::StaticPage& page : wsis::staticPages(data, catalog, awards)) {
    if (!writeFile(output / page.path, fill(pageTemplate, page, catalog, settings))) return 1;
  }
  for (const wsis::LinkCard& card : wsis::linkCards(data, catalog)) {
    if (!writeFile(output / "cards" / (arguments[2] + "-" + card.name + ".svg"), card.svg)) return 1;
  }
  if (*language == wsis::Language::kEnglish) {
    std::vector<uint32_t> all(awards.table.size());
    std::iota(all.begin(), all.end(), 0U);
    if (!writeFile(output / "tables/links.csv", wsis::linksCsv(data)) ||
        !writeFile(output / "tables/projects.csv", wsis::projectsCsv(data, awards, all))) {
      return 1;
    }
  }
  const fs::path json = output / "i18n" / (arguments[2] + ".page.json");
  if (!writeFile(json, wsis::matrixPageJson(data, catalog))) return 1;
  return report(faults);
}

int writeCss(const std::vector<std::string>& arguments) {
  wsis::DatasetBuilder builder(wsis::Language::kEnglish);
  for (size_t i = 2; i < arguments.size(); ++i) {
    std::string json;
    if (!readFile(arguments[i], json)) return 1;
    builder.read(json, fs::path(arguments[i]).filename().string());
  }
  const wsis::Dataset data = builder.finish();
  std::string css = wsis::paletteCss();
  for (const wsis::Goal& goal : data.goals) css += wsis::goalCss(goal.number, goal.colour);
  return writeFile(arguments[1], css) ? report(builder.faults()) : 1;
}

int check(const std::vector<std::string>& files) {
  wsis::DatasetBuilder builder(wsis::Language::kEnglish);
  for (const std::string& file : files) {
    std::string json;
    if (!readFile(file, json)) return 1;
    builder.read(json, fs::path(file).filename().string());
  }
  (void)builder.finish();
  return report(builder.faults());
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() >= 3 && arguments[0] == "--css") return writeCss(arguments);
  if (arguments.size() >= 2 && arguments[0] == "--check") return check({arguments.begin() + 1, arguments.end()});
  if (arguments.size() == 5) return writePages(arguments);
  std::cerr << "usage: page_writer TEMPLATE OUTPUT LANGUAGE WEIGHTS ADDRESS\n"
               "       page_writer --css OUTPUT.css DATA.json …\n"
               "       page_writer --check DATA.json …\n";
  return 2;
}
