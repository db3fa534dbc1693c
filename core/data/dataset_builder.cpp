// From JSON records to a Dataset. Records wait as they were read until all files are in; then references are resolved
// in the order sources, goals, targets, groups, lines, links, so that files may come in any order.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "core/base/strings.h"
#include "core/data/dataset.h"
#include "core/data/field_reader.h"

namespace wsis {

using Json = nlohmann::json;

struct DatasetBuilder::Pending {
  struct Record {
    Json json;
    Origin origin;
  };

  explicit Pending(Language wanted) : language(wanted) {}

  /// The records of a collection, or null for one that is not ours.
  std::vector<Record>* collection(std::string_view name) {
    if (name == "sources") return &sources;
    if (name == "goals") return &goals;
    if (name == "targets") return &targets;
    if (name == "groups") return &groups;
    if (name == "lines") return &lines;
    if (name == "links") return &links;
    return nullptr;
  }

  FieldReader reader(const Record& record) { return FieldReader(record.json, record.origin, language, faults); }

  std::vector<int> sourceRefs(FieldReader& fields, std::string_view key, const Dataset& data);
  void addSource(const Record& record, Dataset& data);
  void addGoal(const Record& record, Dataset& data);
  void addTarget(const Record& record, Dataset& data);
  void addLine(const Record& record, bool isGroup, Dataset& data);
  void addLink(const Record& record, Dataset& data);
  bool readPart(FieldReader& fields, const Link& link, const Dataset& data, LinkPart& part);

  Language language;
  Faults faults;
  std::string version;
  std::vector<Record> sources, goals, targets, groups, lines, links;
};

DatasetBuilder::DatasetBuilder(Language language) : pending_(std::make_unique<Pending>(language)) {}
DatasetBuilder::~DatasetBuilder() = default;

const Faults& DatasetBuilder::faults() const { return pending_->faults; }

void DatasetBuilder::read(std::string_view json, std::string_view file) {
  Pending& p = *pending_;
  const RecordSink sink = [&p](std::string_view collection, const Json& record, const Origin& origin) {
    const bool isElement = origin.pointer != pointerTo("", collection);
    if (collection == "version") {
      if (record.is_string() && !isElement) {
        p.version = record.get_ref<const std::string&>();
      } else {
        p.faults.push_back({origin.file, origin.pointer, origin.line, "the version must be a text; it was left out"});
      }
    } else if (std::vector<Pending::Record>* records = p.collection(collection); records == nullptr) {
      // Other collections belong to other readers (messages, awards): one file may hold several.
    } else if (isElement) {
      records->push_back({record, origin});
    } else {
      p.faults.push_back({origin.file, origin.pointer, origin.line, "must be a list of records; it was left out"});
    }
  };
  readRecords(json, file, sink, p.faults);
}

std::vector<int> DatasetBuilder::Pending::sourceRefs(FieldReader& fields, std::string_view key, const Dataset& data) {
  std::vector<int> out;
  for (const std::string& id : fields.strings(key)) {
    const int index = data.findSource(id);
    if (index < 0) {
      fields.report(key, "the source \"" + id + "\" is not in sources.json; add it there");
    } else {
      out.push_back(index);
    }
  }
  return out;
}

void DatasetBuilder::Pending::addSource(const Record& record, Dataset& data) {
  FieldReader fields = reader(record);
  Source source{fields.string("id"), fields.string("title"), fields.optionalString("url"), fields.string("kind")};
  const std::string_view url = source.url;
  if (!url.empty() && url.substr(0, 7) != "http://" && url.substr(0, 8) != "https://") {
    fields.refuse("url", "must begin with http:// or https://");
  }
  if (fields.ok() && data.findSource(source.id) >= 0) fields.refuse("id", "\"" + source.id + "\" stands twice");
  if (fields.ok()) data.sources.push_back(std::move(source));
}

void DatasetBuilder::Pending::addGoal(const Record& record, Dataset& data) {
  FieldReader fields = reader(record);
  Goal goal;
  goal.number = fields.number("id", 1, 17);
  const std::string colour = fields.string("colour");
  goal.title = fields.text("title");
  goal.shortName = fields.text("short");
  goal.sources = sourceRefs(fields, "sources", data);
  const bool isColour =
      colour.size() == 7 && colour[0] == '#' && colour.find_first_not_of("0123456789abcdefABCDEF", 1) == colour.npos;
  if (isColour) {
    for (const char c : std::string_view(colour).substr(1)) {
      const int digit = c <= '9' ? c - '0' : (c | 32) - 'a' + 10;
      goal.colour = goal.colour * 16 + static_cast<uint32_t>(digit);
    }
  } else if (!colour.empty()) {
    fields.refuse("colour", "must be a colour like #E5243B");
  }
  if (fields.ok() && data.findGoal(goal.number) >= 0) {
    fields.refuse("id", "goal " + std::to_string(goal.number) + " stands twice");
  }
  if (fields.ok()) data.goals.push_back(std::move(goal));
}

void DatasetBuilder::Pending::addTarget(const Record& record, Dataset& data) {
  FieldReader fields = reader(record);
  Target target;
  target.id = fields.string("id");
  const int goal = fields.number("goal", 1, 17);
  target.text = fields.text("text");
  if (!fields.ok()) return;
  target.goal = data.findGoal(goal);
  if (target.goal < 0) {
    fields.refuse("goal", "the goal " + std::to_string(goal) + " is not in goals.json");
  } else if (target.id.rfind(std::to_string(goal) + ".", 0) != 0) {
    fields.refuse("id", "the target \"" + target.id + "\" does not belong to goal " + std::to_string(goal));
  } else if (data.findTarget(target.id) >= 0) {
    fields.refuse("id", "the target \"" + target.id + "\" stands twice");
  }
  const std::string source = fields.optionalString("source");
  target.source = data.findSource(source);
  if (target.source < 0) fields.report("source", "the source \"" + source + "\" is not in sources.json; add it there");
  if (!fields.ok()) return;
  data.goals[static_cast<size_t>(target.goal)].targets.push_back(static_cast<int>(data.targets.size()));
  data.targets.push_back(std::move(target));
}

namespace {

struct RoleName {
  std::string_view name;
  FacilitatorRole role;
};

constexpr RoleName kRoles[] = {
    {"facilitator", FacilitatorRole::kFacilitator},
    {"co-facilitator", FacilitatorRole::kCoFacilitator},
    {"lead-facilitator", FacilitatorRole::kLeadFacilitator},
    {"sole-facilitator", FacilitatorRole::kSoleFacilitator},
    {"co-organizer", FacilitatorRole::kCoOrganizer},
    {"named-2005", FacilitatorRole::kNamed2005},
    {"partner", FacilitatorRole::kPartner},
};

FacilitatorRole readRole(FieldReader& fields) {
  const std::string name = fields.string("role");
  for (const RoleName& known : kRoles) {
    if (known.name == name) return known.role;
  }
  if (!name.empty()) fields.refuse("role", "\"" + name + "\" is no known role");
  return FacilitatorRole::kFacilitator;
}

Confidence readConfidence(FieldReader& fields) {
  const std::string name = fields.string("confidence");
  if (name == "high") return Confidence::kHigh;
  if (name == "medium") return Confidence::kMedium;
  if (name != "low" && !name.empty()) fields.refuse("confidence", "must be high, medium or low");
  return Confidence::kLow;
}

}  // namespace

void DatasetBuilder::Pending::addLine(const Record& record, bool isGroup, Dataset& data) {
  FieldReader fields = reader(record);
  ActionLine line;
  line.id = fields.string("id");
  line.parent = fields.optionalString("parent");
  line.name = fields.text("name");
  line.shortName = fields.text("short");
  line.about = fields.optionalText("about");
  if (fields.has("name_basis")) {
    FieldReader basis = fields.child("name_basis");
    line.nameIsProjectTranslation = basis.optionalString(info(line.name.language).code) == "project";
  }
  line.nameSources = sourceRefs(fields, "name_sources", data);
  for (FieldReader& entry : fields.records("facilitators")) {
    Facilitator facilitator{entry.string("agency"), readRole(entry), readConfidence(entry), {}};
    facilitator.sources = sourceRefs(entry, "sources", data);
    if (entry.ok()) line.facilitators.push_back(std::move(facilitator));
  }
  if (fields.has("itu_role")) {
    FieldReader entry = fields.child("itu_role");
    ItuRole role{readRole(entry), entry.optionalString("scope") == "C7", {}};
    role.sources = sourceRefs(entry, "sources", data);
    if (entry.ok()) line.ituRole = std::move(role);
  }
  std::vector<ActionLine>& into = isGroup ? data.groups : data.lines;
  if (fields.ok() && (data.findLine(line.id) >= 0 || data.findGroup(line.id) >= 0)) {
    fields.refuse("id", "the line \"" + line.id + "\" stands twice");
  }
  if (fields.ok() && !line.parent.empty() && data.findGroup(line.parent) < 0) {
    fields.refuse("parent", "the group \"" + line.parent + "\" is not in action_lines.json");
  }
  if (fields.ok()) into.push_back(std::move(line));
}

bool DatasetBuilder::Pending::readPart(FieldReader& fields, const Link& link, const Dataset& data, LinkPart& part) {
  for (const std::string& id : fields.strings("targets")) {
    const int target = data.findTarget(id);
    if (target < 0) {
      fields.report("targets", "the target \"" + id + "\" does not exist; it was left out");
    } else if (data.targets[static_cast<size_t>(target)].goal != link.goal) {
      fields.report("targets", "the target \"" + id + "\" belongs to another goal than the link; it was left out");
    } else {
      part.targets.push_back(target);
    }
  }
  part.wholeGoal = fields.flag("whole_goal");
  part.rationale = fields.optionalText("rationale");
  if (part.targets.empty() && !part.wholeGoal) {
    fields.refuse("targets", "a part must cite a target or the goal as a whole");
  }
  return fields.ok();
}

void DatasetBuilder::Pending::addLink(const Record& record, Dataset& data) {
  FieldReader fields = reader(record);
  Link link;
  const std::string line = fields.string("line");
  const int goal = fields.number("goal", 1, 17);
  const std::string agreement = fields.string("agreement");
  link.partial = agreement == "partial";
  if (!agreement.empty() && !link.partial && agreement != "full") {
    fields.refuse("agreement", "must be full or partial");
  }
  link.witnesses = fields.strings("witnesses");
  link.notes = fields.texts("notes");
  link.sources = sourceRefs(fields, "sources", data);
  if (!fields.ok()) return;

  link.line = data.findLine(line);
  link.goal = data.findGoal(goal);
  if (link.line < 0) fields.refuse("line", "the action line \"" + line + "\" is not in action_lines.json");
  if (link.goal < 0) fields.refuse("goal", "the goal " + std::to_string(goal) + " is not in goals.json");
  if (link.sources.empty()) fields.refuse("sources", "a link needs at least one source");
  if (!fields.ok()) return;

  for (FieldReader& entry : fields.records("parts")) {
    LinkPart part;
    if (readPart(entry, link, data, part)) link.parts.push_back(std::move(part));
  }
  if (link.parts.empty()) fields.refuse("parts", "a link needs at least one part");
  for (const Link& other : data.links) {
    if (other.line == link.line && other.goal == link.goal) {
      fields.refuse("", "the cell " + line + ", goal " + std::to_string(goal) + " stands twice");
    }
  }
  if (!fields.ok()) return;

  std::set<int> cited;
  for (const LinkPart& part : link.parts) {
    cited.insert(part.targets.begin(), part.targets.end());
    link.wholeGoal = link.wholeGoal || part.wholeGoal;
  }
  link.targets.assign(cited.begin(), cited.end());
  data.links.push_back(std::move(link));
}

Dataset DatasetBuilder::finish() {
  Pending& p = *pending_;
  Dataset data;
  data.language = p.language;
  data.version = p.version;
  for (const auto& record : p.sources) p.addSource(record, data);
  for (const auto& record : p.goals) p.addGoal(record, data);
  std::sort(data.goals.begin(), data.goals.end(), [](const Goal& a, const Goal& b) { return a.number < b.number; });
  for (const auto& record : p.targets) p.addTarget(record, data);
  for (const auto& record : p.groups) p.addLine(record, true, data);
  for (const auto& record : p.lines) p.addLine(record, false, data);
  for (const auto& record : p.links) p.addLink(record, data);
  std::sort(data.links.begin(), data.links.end(),
            [](const Link& a, const Link& b) { return a.line != b.line ? a.line < b.line : a.goal < b.goal; });
  data.linkIndex_.assign(data.lines.size() * data.goals.size(), -1);
  for (size_t i = 0; i < data.links.size(); ++i) {
    const Link& link = data.links[i];
    data.linkIndex_[static_cast<size_t>(link.line) * data.goals.size() + static_cast<size_t>(link.goal)] =
        static_cast<int>(i);
  }
  return data;
}

}  // namespace wsis
