// Reading the XML of a workbook's part, with expat. For the XLSX files of this layer.
#pragma once

#include <grid/base/result.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "xlsx_zip.h"

namespace grid::text::xlsx {

// The attributes of an element, by their names without prefix. Valid within start().
class XmlAttributes {
 public:
  explicit XmlAttributes(const char* const* pairs) : pairs_(pairs) {}
  // "" where there is none.
  [[nodiscard]] std::string_view get(std::string_view name) const;

 private:
  const char* const* pairs_;  // name, value, … , nullptr
};

// Takes what a part says; names are without prefix. What readers of newer kinds are offered
// (mc:Choice) is passed over, so that the fallback counts.
class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void start(std::string_view name, const XmlAttributes& attributes) = 0;
  virtual void end(std::string_view name) = 0;
  virtual void text(std::string_view piece) { (void)piece; }

  // Ends the reading: with this problem …
  void fail(Problem problem) { problem_ = std::move(problem), stopped_ = true; }
  // … or because enough is known.
  void stop() { stopped_ = true; }
  [[nodiscard]] bool stopped() const { return stopped_; }
  [[nodiscard]] const std::optional<Problem>& problem() const { return problem_; }

 private:
  std::optional<Problem> problem_;
  bool stopped_ = false;
};

// Codes: those of ZipArchive::read(); xlsx.damaged also for what is no XML, xlsx.dtd.
[[nodiscard]] Status read_xml(ZipArchive& archive, const std::string& part, uint64_t most,
                              XmlHandler& handler);

}  // namespace grid::text::xlsx
