#include "xlsx_zip.h"

#include <zip.h>

#include <array>
#include <new>

#include "xlsx_limits.h"

namespace grid::text::xlsx {

Problem damaged_part(const std::string& part) {
  return problem("xlsx.damaged", "", "the workbook is damaged: {} cannot be read", part);
}

Problem too_large_part(const std::string& part) {
  return problem("xlsx.too_large", "", "the workbook is larger than any register: {}", part);
}

void ZipArchive::Close::operator()(zip* archive) const {
  zip_discard(archive);
}

Result<ZipArchive> ZipArchive::open(std::string bytes) {
  ZipArchive opened;
  opened.bytes_ = std::make_unique<std::string>(std::move(bytes));
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source =
      zip_source_buffer_create(opened.bytes_->data(), opened.bytes_->size(), 0, &error);
  if (source == nullptr) throw std::bad_alloc();
  opened.archive_.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
  const int reason = zip_error_code_zip(&error);
  zip_error_fini(&error);
  if (opened.archive_) return opened;
  zip_source_free(source);
  if (reason == ZIP_ER_MEMORY) throw std::bad_alloc();
  return problem("xlsx.damaged", "", "the workbook is damaged: its end may be missing");
}

bool ZipArchive::has(const std::string& part) const {
  return zip_name_locate(archive_.get(), part.c_str(), ZIP_FL_NOCASE) >= 0;
}

Status ZipArchive::read(const std::string& part, uint64_t most, const Sink& sink) {
  const zip_int64_t index = zip_name_locate(archive_.get(), part.c_str(), ZIP_FL_NOCASE);
  if (index < 0) return damaged_part(part);
  const auto place = static_cast<zip_uint64_t>(index);
  zip_stat_t stat;
  if (zip_stat_index(archive_.get(), place, 0, &stat) != 0) return damaged_part(part);
  if (stat.encryption_method != ZIP_EM_NONE) {
    return problem("xlsx.encrypted", "", "the workbook is protected by a password");
  }
  // What the archive itself claims is enough to refuse; that it tells the truth is seen below.
  const bool inflated = stat.size > free_size && stat.size / max_ratio > stat.comp_size;
  if (inflated || stat.size > most) return too_large_part(part);
  zip_file_t* file = zip_fopen_index(archive_.get(), place, 0);
  if (file == nullptr) return damaged_part(part);
  Status done = unpack(part, most, stat.comp_size, file, sink);
  zip_fclose(file);
  return done;
}

Status ZipArchive::unpack(const std::string& part, uint64_t most, uint64_t packed, void* file,
                          const Sink& sink) {
  std::array<char, size_t{64} << 10> piece;
  uint64_t size = 0;
  for (;;) {
    const zip_int64_t n = zip_fread(static_cast<zip_file_t*>(file), piece.data(), piece.size());
    if (n < 0) return damaged_part(part);
    if (n == 0) return Done{};
    size += static_cast<uint64_t>(n);
    unpacked_ += static_cast<uint64_t>(n);
    const bool inflated = size > free_size && size / max_ratio > packed;
    if (inflated || size > most || unpacked_ > max_unpacked) return too_large_part(part);
    Status taken = sink({piece.data(), static_cast<size_t>(n)});
    if (!taken) return taken;
  }
}

}  // namespace grid::text::xlsx
