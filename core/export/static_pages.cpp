#include "core/export/static_pages.h"

#include "core/export/element.h"
#include "core/export/element_patch.h"
#include "core/export/html_writer.h"
#include "core/matrix/matrix_math.h"
#include "core/state/command.h"
#include "core/views/names.h"
#include "core/views/page_view.h"
#include "core/views/panel_view.h"

namespace wsis {
namespace {

std::string matrixPage(Language language) {
  return language == Language::kEnglish ? "index.html" : std::string(info(language).code) + "/index.html";
}

std::string linePage(Language language, const std::string& id) {
  return std::string(info(language).code) + "/line-" + id + ".html";
}

std::string goalPage(Language language, int number) {
  return std::string(info(language).code) + "/goal-" + std::to_string(number) + ".html";
}

class Edition {
 public:
  Edition(const Dataset& data, const Catalog& catalog) : data_(data), catalog_(catalog) {}

  std::vector<StaticPage> write() {
    writeMatrix();
    for (const ActionLine& line : data_.lines) writeLine(line);
    for (const ActionLine& group : data_.groups) writeLine(group);
    for (int goal = 0; goal < static_cast<int>(data_.goals.size()); ++goal) writeGoal(goal);
    return std::move(pages_);
  }

  ElementOptions options(const StaticPage& page) const {
    ElementOptions made;
    made.address = [this, root = page.root, path = page.path](std::string_view command) {
      // The language links lead to the same page in the other language.
      constexpr std::string_view kSwitch = "set?lang=";
      if (command.substr(0, kSwitch.size()) == kSwitch) {
        return root + samePageIn(path, *languageFromCode(command.substr(kSwitch.size())));
      }
      return root + staticAddress(data_, data_.language, command);
    };
    return made;
  }

  Element matrixElement(const StaticPage& page) const {
    ViewState state;
    state.language = data_.language;
    return toElement(pageTree(describePage(data_, state, catalog_, {}, {}, {}), catalog_), data_.language,
                     options(page));
  }

 private:
  void writeMatrix() {
    StaticPage page;
    page.path = matrixPage(data_.language);
    page.root = data_.language == Language::kEnglish ? "" : "../";
    page.title = catalog_.text("site.title");
    page.description = catalog_.text("site.tagline");
    page.content = innerHtml(matrixElement(page));
    page.hasProgram = true;
    pages_.push_back(std::move(page));
  }

  void addPage(std::string path, const std::string& title, std::string description, const std::vector<Node>& articles) {
    StaticPage page;
    page.path = std::move(path);
    page.root = "../";
    page.title = title + " – " + catalog_.text("site.title");
    page.description = std::move(description);
    ElementOptions made = options(page);
    made.ids = false;
    page.content = toHtml(toElement(languageLinks(catalog_), data_.language, made));
    Node back = makeNode(Role::kParagraph, "", data_.language);
    back.add(makeLink(catalog_.text("page.toMatrix"), data_.language, "close", ""));
    page.content += toHtml(toElement(back, data_.language, made));
    for (const Node& article : articles) page.content += toHtml(toElement(article, data_.language, made));
    pages_.push_back(std::move(page));
  }

  void writeLine(const ActionLine& line) {
    std::vector<Node> articles{lineArticle(data_, catalog_, line, 1)};
    const int index = data_.findLine(line.id);
    for (const Link& link : data_.links) {
      if (link.line == index) articles.push_back(cellArticle(data_, catalog_, link.line, link.goal, 2));
    }
    addPage(linePage(data_.language, line.id), lineCode(line), line.about.text, articles);
  }

  void writeGoal(int index) {
    const Goal& goal = data_.goals[static_cast<size_t>(index)];
    addPage(goalPage(data_.language, goal.number), goalCode(catalog_, goal) + " " + goal.shortName.text,
            goal.title.text, {goalArticle(data_, catalog_, index, 1)});
  }

  const Dataset& data_;
  const Catalog& catalog_;
  std::vector<StaticPage> pages_;
};

}  // namespace

std::string staticAddress(const Dataset& data, Language language, std::string_view command) {
  const ViewState state = apply(data, ViewState{}, parseCommand(command)).state;
  if (!state.line.empty()) {
    std::string page = linePage(language, state.line);
    const int line = data.findLine(state.line);
    const int goal = data.findGoal(state.goal);
    if (line >= 0 && goal >= 0 && data.linkAt(line, goal) != nullptr) {
      page += "#panel-" + state.line + "-" + std::to_string(state.goal);
    }
    return page;
  }
  if (state.goal > 0) return goalPage(language, state.goal);
  return matrixPage(language);
}

std::string samePageIn(const std::string& path, Language language) {
  const size_t slash = path.find('/');
  const std::string name = slash == path.npos ? path : path.substr(slash + 1);
  if (name == "index.html") return matrixPage(language);
  return std::string(info(language).code) + "/" + name;
}

std::string matrixPageJson(const Dataset& data, const Catalog& catalog) {
  StaticPage page;
  page.path = "index.html";
  return elementJson(Edition(data, catalog).matrixElement(page));
}

std::vector<StaticPage> staticPages(const Dataset& data, const Catalog& catalog) {
  return Edition(data, catalog).write();
}

}  // namespace wsis
