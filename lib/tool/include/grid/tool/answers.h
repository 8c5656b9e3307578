// Answers: the record loop of tools that answer each line of their input and change nothing.
//
//   Answers answers(session);
//   return answers.run(files, [&](const InputLine& line) { return answer(line); });
//
// Lines are answered in groups and printed as they come: a slow producer gets its answers no
// later than 200 ms after it wrote. A bad line is refused and the rest go on (exit 3); with
// --atomic nothing is printed unless every line can be answered (exit 65).
#pragma once

#include <grid/text/json.h>
#include <grid/tool/rejects.h>
#include <grid/tool/session.h>
#include <grid/tool/source.h>

#include <functional>
#include <string>
#include <vector>

namespace grid::tool {

class Answers {
 public:
  using Answer = std::function<Result<text::Record>(const InputLine& line)>;

  explicit Answers(Session& session) : session_(session) {}

  // Nothing is printed before the end of the input; the caller flushes the output.
  void hold() { held_ = true; }
  // Reads the files, or standard input; the exit status.
  [[nodiscard]] int run(const std::vector<std::string>& files, const Answer& answer);
  // For an Answer that takes JSON: the line's record, or why it is none.
  [[nodiscard]] Result<text::Record> parse(const InputLine& line) {
    return reader_.parse(line.text);
  }

 private:
  void take(const InputLine& line, const std::string& file, const Answer& answer, Rejects& rejects);
  int finish();

  Session& session_;
  text::JsonReader reader_;
  Summary total_;
  bool held_ = false;
};

}  // namespace grid::tool
