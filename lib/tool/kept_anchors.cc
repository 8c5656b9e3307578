#include <grid/codec/anchor.h>
#include <grid/text/json.h>
#include <grid/tool/kept_anchors.h>
#include <grid/tool/source.h>

namespace grid::tool {

std::vector<domain::Anchor> kept_anchors(Session& session, const std::string& file) {
  LineSource source({file});
  text::JsonReader reader;
  std::vector<domain::Anchor> anchors;
  bool bad = false;
  const auto read = [&](const InputLine& line) -> Result<domain::Anchor> {
    if (line.problem) return *line.problem;
    const auto record = reader.parse(line.text);
    if (!record) return record.problem();
    return codec::read_anchor(*record);
  };
  for (auto lines = source.next_group(10000); !lines.empty(); lines = source.next_group(10000)) {
    for (const InputLine& line : lines) {
      auto anchor = read(line);
      if (anchor) {
        anchors.push_back(std::move(*anchor));
      } else {
        session.messages().error(anchor.problem(), Place{file, line.number, 0});
        bad = true;
      }
    }
  }
  if (bad) throw Ended{exit_bad_data};
  if (anchors.empty()) {
    throw Failure(FailureKind::bad_data,
                  problem("anchor.none", "", "{} holds no anchor of the chain", file));
  }
  return anchors;
}

}  // namespace grid::tool
