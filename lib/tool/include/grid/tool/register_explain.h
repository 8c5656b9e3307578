// RegisterExplain: what an import would make of files, without importing anything: each column and
// the field that it is taken for, and the first rows as they are understood, masked.
#pragma once

#include <grid/codec/register_file.h>
#include <grid/tool/office.h>
#include <grid/tool/register_run.h>
#include <grid/tool/session.h>

#include <string>
#include <vector>

namespace grid::tool {

class RegisterExplain {
 public:
  RegisterExplain(Session& session, RegisterOptions options)
      : session_(session), options_(std::move(options)) {}

  // The files named ("-": standard input); the exit status.
  [[nodiscard]] int run(const std::vector<std::string>& files);

 private:
  struct Loaded {
    std::string name;
    codec::RegisterFile file;
  };
  void explain(const std::vector<Loaded>& files, sql::Database& db);
  void show_rows(const Loaded& loaded, const Office& office);

  Session& session_;
  RegisterOptions options_;
  HeldMessages held_;
};

}  // namespace grid::tool
