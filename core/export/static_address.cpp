#include "core/export/static_address.h"

#include "core/state/command.h"

namespace wsis {
namespace {

std::string inFolder(Language language, const std::string& name) {
  return std::string(info(language).code) + "/" + name + ".html";
}

}  // namespace

std::string matrixPage(Language language) {
  return language == Language::kEnglish ? "index.html" : inFolder(language, "index");
}
std::string linePage(Language language, const std::string& id) { return inFolder(language, "line-" + id); }
std::string goalPage(Language language, int number) { return inFolder(language, "goal-" + std::to_string(number)); }
std::string awardsPage(Language language) { return inFolder(language, "awards"); }
std::string awardYearPage(Language language, int year) {
  return inFolder(language, "awards-" + (year > 0 ? std::to_string(year) : "undated"));
}
std::string awardPage(Language language, const std::string& id) { return inFolder(language, "award/" + id); }
std::string textPage(Language language, std::string_view name) { return inFolder(language, std::string(name)); }

std::string staticAddress(const Dataset& data, Language language, std::string_view command) {
  if (std::string page = readPage(language, command); !page.empty()) return page;
  const ViewState state = apply(data, ViewState{}, parseCommand(command)).state;
  if (!state.award.empty()) return awardPage(language, state.award);
  if (state.view == View::kAwards) {
    const std::vector<std::string>& years = state.chosen(Facet::kYear);
    return years.size() == 1 ? awardYearPage(language, std::stoi(years.front())) : awardsPage(language);
  }
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

std::string readPage(Language language, std::string_view command) {
  constexpr std::string_view kRead = "read?page=";
  if (!command.starts_with(kRead)) return "";
  command.remove_prefix(kRead.size());
  for (const std::string_view page : {"about", "sources", "accessibility", "builder"}) {
    if (command == page) return textPage(language, page);
  }
  return "";
}

std::string samePageIn(const std::string& path, Language language) {
  const size_t slash = path.find('/');
  const std::string name = slash == path.npos ? path : path.substr(slash + 1);
  if (name == "index.html") return matrixPage(language);
  return std::string(info(language).code) + "/" + name;
}

}  // namespace wsis
