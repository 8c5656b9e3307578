// The zip archive that a workbook is. For the XLSX files of this layer.
#pragma once

#include <grid/base/result.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

struct zip;

namespace grid::text::xlsx {

class ZipArchive {
 public:
  using Sink = std::function<Status(std::string_view)>;

  // Codes: xlsx.damaged.
  [[nodiscard]] static Result<ZipArchive> open(std::string bytes);

  [[nodiscard]] bool has(const std::string& part) const;
  // Unpacks a part piece by piece; what the sink refuses ends it. Names are compared without
  // regard to case. Codes: xlsx.damaged (also where there is no such part), xlsx.encrypted,
  // xlsx.too_large (more than `most` bytes, or a bound of xlsx_limits.h).
  [[nodiscard]] Status read(const std::string& part, uint64_t most, const Sink& sink);

 private:
  struct Close {
    void operator()(zip* archive) const;
  };
  ZipArchive() = default;
  Status unpack(const std::string& part, uint64_t most, uint64_t packed, void* file,
                const Sink& sink);

  std::unique_ptr<std::string> bytes_;  // libzip reads from here
  std::unique_ptr<zip, Close> archive_;
  uint64_t unpacked_ = 0;  // bytes so far
};

[[nodiscard]] Problem damaged_part(const std::string& part);
[[nodiscard]] Problem too_large_part(const std::string& part);

}  // namespace grid::text::xlsx
