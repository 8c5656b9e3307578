// Makes workbooks part by part, well formed or not, for the tests and fuzzers of the reader.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace grid::text {

// A zip archive of parts that are stored as they are.
class ZipMaker {
 public:
  ZipMaker& add(std::string_view name, std::string_view content) {
    const size_t offset = bytes_.size();
    std::string facts;
    put(facts, 20, 2), put(facts, 0, 2), put(facts, 0, 2);  // version, flags, stored
    put(facts, 0, 4);                                       // time
    put(facts, crc32(content), 4), put(facts, content.size(), 4), put(facts, content.size(), 4);
    put(facts, name.size(), 2), put(facts, 0, 2);
    bytes_.append("PK\x03\x04").append(facts).append(name).append(content);
    directory_.append("PK\x01\x02");
    put(directory_, 20, 2);
    directory_.append(facts);
    put(directory_, 0, 2), put(directory_, 0, 2), put(directory_, 0, 2), put(directory_, 0, 4);
    put(directory_, offset, 4);
    directory_.append(name);
    ++parts_;
    return *this;
  }
  [[nodiscard]] std::string bytes() const {
    std::string end = "PK\x05\x06";
    put(end, 0, 4), put(end, parts_, 2), put(end, parts_, 2);
    put(end, directory_.size(), 4), put(end, bytes_.size(), 4), put(end, 0, 2);
    return bytes_ + directory_ + end;
  }

 private:
  static void put(std::string& out, uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) out += static_cast<char>((value >> (8 * i)) & 0xFF);
  }
  static uint32_t crc32(std::string_view content) {
    uint32_t crc = 0xFFFFFFFF;
    for (const char c : content) {
      crc ^= static_cast<unsigned char>(c);
      for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320u : 0u);
    }
    return ~crc;
  }

  std::string bytes_, directory_;
  size_t parts_ = 0;
};

struct MadeSheet {
  std::string name;
  std::string data;  // what stands within <sheetData>
  std::string state = "visible";
};

// The parts of a workbook, each of which a test may replace.
struct WorkbookMaker {
  std::vector<MadeSheet> sheets;
  std::string strings;  // what stands within <sst>
  std::string styles;   // what stands within <styleSheet>
  bool from_1904 = false;
  std::string target_folder = "worksheets/";                  // of the sheets' relationships
  std::vector<std::pair<std::string, std::string>> replaced;  // part, content

  [[nodiscard]] std::string bytes() const {
    std::string book = from_1904 ? "<workbookPr date1904=\"1\"/><sheets>" : "<sheets>";
    std::string relations;
    std::vector<std::pair<std::string, std::string>> parts;
    for (size_t i = 0; i < sheets.size(); ++i) {
      const std::string n = std::to_string(i + 1);
      book += "<sheet name=\"" + sheets[i].name + "\" sheetId=\"" + n + "\" state=\"" +
              sheets[i].state + "\" r:id=\"s" + n + "\"/>";
      relations += relation("s" + n, "worksheet", target_folder + "sheet" + n + ".xml");
      parts.emplace_back("xl/worksheets/sheet" + n + ".xml",
                         "<worksheet><sheetData>" + sheets[i].data + "</sheetData></worksheet>");
    }
    relations += relation("t", "styles", "styles.xml") + relation("u", "sharedStrings", "sst.xml");
    parts.emplace_back("xl/styles.xml", "<styleSheet>" + styles + "</styleSheet>");
    parts.emplace_back("xl/sst.xml", "<sst>" + strings + "</sst>");
    parts.emplace_back("xl/workbook.xml",
                       "<workbook xmlns:r=\"r\">" + book + "</sheets></workbook>");
    parts.emplace_back("xl/_rels/workbook.xml.rels",
                       "<Relationships>" + relations + "</Relationships>");
    parts.emplace_back("_rels/.rels", "<Relationships>" +
                                          relation("b", "officeDocument", "xl/workbook.xml") +
                                          "</Relationships>");
    ZipMaker zip;
    for (auto& [name, content] : parts) {
      for (const auto& [other, instead] : replaced) {
        if (other == name) content = instead;
      }
      zip.add(name, content);
    }
    return zip.bytes();
  }

 private:
  static std::string relation(const std::string& id, const std::string& type,
                              const std::string& target) {
    return "<Relationship Id=\"" + id + "\" Type=\"http://x/relationships/" + type +
           "\" Target=\"" + target + "\"/>";
  }
};

}  // namespace grid::text
