#include "xlsx_xml.h"

#include <expat.h>

#include <cstring>
#include <exception>
#include <memory>
#include <new>

#include "xlsx_limits.h"

namespace grid::text::xlsx {

namespace {

std::string_view without_prefix(const char* name) {
  const char* colon = std::strchr(name, ':');
  return colon == nullptr ? name : colon + 1;
}

struct FreeParser {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

// Ends reading without being a problem.
constexpr std::string_view enough_code = "enough";

class XmlReader {
 public:
  XmlReader(const std::string& part, XmlHandler& handler)
      : part_(part), handler_(handler), parser_(XML_ParserCreate(nullptr)) {
    if (!parser_) throw std::bad_alloc();
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), on_start, on_end);
    XML_SetCharacterDataHandler(parser_.get(), on_text);
    XML_SetStartDoctypeDeclHandler(parser_.get(), on_doctype);
  }

  Status feed(std::string_view piece, bool last = false) {
    const XML_Status status =
        XML_Parse(parser_.get(), piece.data(), static_cast<int>(piece.size()), last ? 1 : 0);
    fed_ += piece.size();
    if (broken_) std::rethrow_exception(broken_);
    if (refusal_) return *refusal_;
    if (handler_.problem()) return *handler_.problem();
    if (handler_.stopped()) return Problem{std::string(enough_code), "", "", {}, {}, {}};
    if (status == XML_STATUS_ERROR) {
      if (XML_GetErrorCode(parser_.get()) == XML_ERROR_NO_MEMORY) throw std::bad_alloc();
      return damaged_part(part_);
    }
    // A tag is kept until its end has come: that must not take long.
    const XML_Index done = XML_GetCurrentByteIndex(parser_.get());
    if (done >= 0 && fed_ > static_cast<uint64_t>(done) + max_tag) return too_large_part(part_);
    return Done{};
  }

 private:
  // No exception may pass through C.
  template <typename Act>
  static void guarded(void* self, Act act) {
    auto& reader = *static_cast<XmlReader*>(self);
    if (reader.ended_) return;
    try {
      act(reader);
    } catch (...) {
      reader.broken_ = std::current_exception();
    }
    if (reader.broken_ || reader.refusal_ || reader.handler_.stopped()) {
      reader.ended_ = true;
      XML_StopParser(reader.parser_.get(), XML_FALSE);
    }
  }
  static void on_start(void* self, const char* name, const char** attributes) {
    guarded(self, [&](XmlReader& reader) {
      if (++reader.depth_ > max_depth) {
        reader.refusal_ = damaged_part(reader.part_);
        return;
      }
      const std::string_view plain = without_prefix(name);
      if (reader.passed_over_ == 0 && plain == "Choice") reader.passed_over_ = reader.depth_;
      if (reader.passed_over_ == 0) reader.handler_.start(plain, XmlAttributes(attributes));
    });
  }
  static void on_end(void* self, const char* name) {
    guarded(self, [&](XmlReader& reader) {
      if (reader.passed_over_ == 0) reader.handler_.end(without_prefix(name));
      if (reader.passed_over_ == reader.depth_) reader.passed_over_ = 0;
      --reader.depth_;
    });
  }
  static void on_text(void* self, const char* text, int size) {
    guarded(self, [&](XmlReader& reader) {
      if (reader.passed_over_ == 0) reader.handler_.text({text, static_cast<size_t>(size)});
    });
  }
  static void on_doctype(void* self, const char*, const char*, const char*, int) {
    guarded(self, [&](XmlReader& reader) {
      reader.refusal_ =
          problem("xlsx.dtd", "", "the workbook declares entities, as no spreadsheet does: {}",
                  reader.part_);
    });
  }

  const std::string& part_;
  XmlHandler& handler_;
  std::unique_ptr<XML_ParserStruct, FreeParser> parser_;
  std::optional<Problem> refusal_;
  std::exception_ptr broken_;
  uint64_t fed_ = 0;
  int depth_ = 0;
  int passed_over_ = 0;  // depth of the mc:Choice that is being passed over; 0: none
  bool ended_ = false;
};

}  // namespace

std::string_view XmlAttributes::get(std::string_view name) const {
  for (const char* const* pair = pairs_; *pair != nullptr; pair += 2) {
    if (without_prefix(*pair) == name) return pair[1];
  }
  return {};
}

Status read_xml(ZipArchive& archive, const std::string& part, uint64_t most, XmlHandler& handler) {
  XmlReader reader(part, handler);
  Status done =
      archive.read(part, most, [&reader](std::string_view piece) { return reader.feed(piece); });
  if (done) done = reader.feed({}, true);
  if (!done && done.problem().code == enough_code) return Done{};
  return done;
}

}  // namespace grid::text::xlsx
