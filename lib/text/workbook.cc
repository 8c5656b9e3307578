#include <grid/text/workbook.h>

#include <algorithm>
#include <map>

#include "xlsx_limits.h"
#include "xlsx_sheet.h"
#include "xlsx_xml.h"

namespace grid::text {

using xlsx::SharedStrings;
using xlsx::Styles;
using xlsx::XmlAttributes;
using xlsx::ZipArchive;

namespace {

constexpr std::string_view zip_mark = "PK\x03\x04";
constexpr std::string_view empty_zip_mark = "PK\x05\x06";
// The compound file that old workbooks, and encrypted new ones, are.
constexpr std::string_view compound_mark = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

Problem compound_file(std::string_view bytes) {
  std::string name;  // of the stream that only encrypted ones have, in UTF-16
  for (const char c : std::string_view("EncryptedPackage")) name.append({c, '\0'});
  if (bytes.find(name) != std::string_view::npos) {
    return problem("xlsx.encrypted", "", "the workbook is protected by a password");
  }
  Problem p = problem("file.xls", "", "this is a workbook of the old kind, which is not read");
  p.hint = message_id("open it in the spreadsheet and save it as .xlsx, or as CSV");
  return p;
}

struct Relation {
  std::string type;    // the last word of it
  std::string target;  // name of the part
};
using Relations = std::map<std::string, Relation, std::less<>>;  // by id

// "xl/workbook.xml", "../a.xml" → "a.xml"; a target that begins with "/" counts from the top.
std::string resolve(std::string_view base, std::string_view target) {
  std::vector<std::string_view> parts;
  const auto add = [&parts](std::string_view path) {
    while (!path.empty()) {
      const size_t end = std::min(path.find_first_of("/\\"), path.size());
      const std::string_view part = path.substr(0, end);
      path.remove_prefix(std::min(end + 1, path.size()));
      if (part == ".." && !parts.empty()) parts.pop_back();
      if (!part.empty() && part != "." && part != "..") parts.push_back(part);
    }
  };
  const size_t slash = base.rfind('/');
  if (!target.starts_with('/') && slash != std::string_view::npos) add(base.substr(0, slash));
  add(target);
  std::string name;
  for (const std::string_view part : parts) {
    if (!name.empty()) name += '/';
    name += part;
  }
  return name;
}

class RelationsHandler : public xlsx::XmlHandler {
 public:
  RelationsHandler(std::string base, Relations& relations)
      : base_(std::move(base)), relations_(relations) {}
  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name != "Relationship" || attributes.get("TargetMode") == "External") return;
    const std::string_view type = attributes.get("Type");
    relations_[std::string(attributes.get("Id"))] = {std::string(type.substr(type.rfind('/') + 1)),
                                                     resolve(base_, attributes.get("Target"))};
  }
  void end(std::string_view) override {}

 private:
  std::string base_;
  Relations& relations_;
};

// xl/workbook.xml → xl/_rels/workbook.xml.rels; "" → _rels/.rels.
std::string relations_part(const std::string& part) {
  const size_t name = part.rfind('/') + 1;
  return part.substr(0, name) + "_rels/" + part.substr(name) + ".rels";
}

Result<Relations> read_relations(ZipArchive& archive, const std::string& part) {
  Relations relations;
  const std::string name = relations_part(part);
  if (!archive.has(name)) return relations;
  RelationsHandler handler(part, relations);
  if (Status s = xlsx::read_xml(archive, name, xlsx::max_small_part, handler); !s) {
    return s.problem();
  }
  return relations;
}

std::string part_of_type(const Relations& relations, std::string_view type) {
  for (const auto& [id, relation] : relations) {
    if (relation.type == type) return relation.target;
  }
  return {};
}

struct NamedSheet {
  WorkbookSheet sheet;
  std::string relation;
};

class BookHandler : public xlsx::XmlHandler {
 public:
  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "workbookPr") {
      const std::string_view mark = attributes.get("date1904");
      from_1904 = mark == "1" || mark == "true";
    } else if (name == "sheet") {
      const std::string_view state = attributes.get("state");
      sheets.push_back({{std::string(attributes.get("name")), state.empty() || state == "visible"},
                        std::string(attributes.get("id"))});
    }
  }
  void end(std::string_view) override {}

  std::vector<NamedSheet> sheets;
  bool from_1904 = false;
};

}  // namespace

struct Workbook::Parts {
  explicit Parts(ZipArchive opened) : archive(std::move(opened)) {}
  Status load();

  ZipArchive archive;
  std::vector<WorkbookSheet> sheets;
  std::vector<std::string> parts;  // of each sheet
  std::string strings_part;
  SharedStrings strings;
  bool strings_read = false;
  Styles styles;
  bool from_1904 = false;
};

Status Workbook::Parts::load() {
  Result<Relations> top = read_relations(archive, "");
  if (!top) return top.problem();
  std::string book = part_of_type(*top, "officeDocument");
  if (book.empty()) book = "xl/workbook.xml";
  if (!book.ends_with(".xml") || !archive.has(book)) {
    return problem("xlsx.not_workbook", "", "this archive holds no workbook of the XLSX kind");
  }
  Result<Relations> relations = read_relations(archive, book);
  if (!relations) return relations.problem();
  BookHandler handler;
  if (Status s = xlsx::read_xml(archive, book, xlsx::max_small_part, handler); !s) return s;
  from_1904 = handler.from_1904;
  for (NamedSheet& named : handler.sheets) {
    const auto relation = relations->find(named.relation);
    if (relation == relations->end() || relation->second.type != "worksheet") continue;
    sheets.push_back(std::move(named.sheet));
    parts.push_back(relation->second.target);
  }
  if (sheets.empty()) {
    return problem("xlsx.not_workbook", "", "this archive holds no workbook of the XLSX kind");
  }
  strings_part = part_of_type(*relations, "sharedStrings");
  const std::string styles_part = part_of_type(*relations, "styles");
  return styles_part.empty() ? Status(Done{}) : styles.read(archive, styles_part);
}

Workbook::Workbook(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Workbook::Workbook(Workbook&&) noexcept = default;
Workbook& Workbook::operator=(Workbook&&) noexcept = default;
Workbook::~Workbook() = default;

bool Workbook::recognises(std::string_view bytes) {
  return bytes.starts_with(zip_mark) || bytes.starts_with(empty_zip_mark) ||
         bytes.starts_with(compound_mark);
}

Result<Workbook> Workbook::open(std::string bytes) {
  if (bytes.starts_with(compound_mark)) return compound_file(bytes);
  Result<ZipArchive> archive = ZipArchive::open(std::move(bytes));
  if (!archive) return archive.problem();
  auto parts = std::make_unique<Parts>(*std::move(archive));
  if (Status s = parts->load(); !s) return s.problem();
  return Workbook(std::move(parts));
}

const std::vector<WorkbookSheet>& Workbook::sheets() const {
  return parts_->sheets;
}

bool Workbook::dates_from_1904() const {
  return parts_->from_1904;
}

Status Workbook::read(size_t sheet, const Sink& sink) {
  if (!parts_->strings_read && !parts_->strings_part.empty()) {
    if (Status s = parts_->strings.read(parts_->archive, parts_->strings_part); !s) return s;
    parts_->strings_read = true;
  }
  return xlsx::read_sheet(
      {parts_->archive, parts_->parts[sheet], parts_->strings, parts_->styles, parts_->from_1904},
      sink);
}

}  // namespace grid::text
