// Program: the frame of every main().
//
//   int main(int argc, char** argv) {
//     Program program("grid-list", "list areas, staff and organisations", {});
//     bool tree = false;
//     program.options().flag("--tree", "indent by level", tree);
//     return program.run(argc, argv, [&](Session& session) { ...; return exit_ok; });
//   }
//
// It declares the common options, answers --help and --version without a database, turns
// problems and failures into messages and exit statuses, and keeps the contract about closed
// and full outputs.
#pragma once

#include <grid/tool/session.h>

#include <functional>

namespace grid::tool {

class Program {
 public:
  Program(std::string name, const char* purpose, Uses uses);
  Options& options() { return options_; }
  // Refuses combinations of options before anything is opened; exit 2.
  void check(std::function<Status()> check) { check_ = std::move(check); }
  [[nodiscard]] int run(int argc, char** argv, const std::function<int(Session&)>& body);

 private:
  int guarded(int argc, char** argv, const std::function<int(Session&)>& body);
  int usage(const Problem& problem);
  int print(const std::string& text);

  Options options_;
  CommonOptions common_;
  std::function<Status()> check_;
  Messages messages_;
};

}  // namespace grid::tool
