// What a workbook cannot hold is said, and a file is as the rows are. Its cells are read back by
// the dialogues of list-export.
#include <doctest/doctest.h>
#include <grid/text/workbook_writer.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace grid;
using namespace grid::text;

namespace {

class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "grid-book-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = name;
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  std::string file(const char* name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

const std::vector<std::string> headings{"Name", "ID number"};

std::string written(const std::string& path, Instant made) {
  WorkbookWriter book(path, headings, made);
  CHECK(book.row(std::vector<std::string>{"𠮷䶮", "330782199001021234"}));
  CHECK(book.row(std::vector<std::string>{"=1+1", ""}));
  CHECK(book.finish());
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("the same rows at the same moment give the same bytes") {
  const Folder folder;
  const Instant made{Seconds{1'795'140'000}};
  const std::string one = written(folder.file("1.xlsx"), made);
  CHECK(one.starts_with("PK"));
  CHECK(written(folder.file("2.xlsx"), made) == one);
  CHECK(written(folder.file("3.xlsx"), made + Seconds{86'400}) != one);
}

TEST_CASE("a sheet that is full, a text too long, a folder that is none") {
  const Folder folder;
  WorkbookWriter book(folder.file("full.xlsx"), headings, Instant{});
  const std::string longest(32'767, 'x');
  CHECK(book.row(std::vector<std::string>{longest, ""}));
  const Status longer = book.row(std::vector<std::string>{longest + "x", ""});
  REQUIRE_FALSE(longer);
  CHECK(longer.problem().code == "workbook.cell");
  const std::vector<std::string> blank{"", ""};
  bool room = true;
  for (int64_t i = 2; i < WorkbookWriter::most_rows; ++i) room = room && book.row(blank);
  CHECK(room);
  const Status full = book.row(blank);
  REQUIRE_FALSE(full);
  CHECK(full.problem().code == "workbook.rows");
  WorkbookWriter nowhere(folder.file("none/x.xlsx"), headings, Instant{});
  const Status lost = nowhere.finish();
  REQUIRE_FALSE(lost);
  CHECK(lost.problem().code == "workbook.write");
}

TEST_CASE("a workbook that is given up leaves no file") {
  const Folder folder;
  { WorkbookWriter book(folder.file("x.xlsx"), headings, Instant{}); }
  CHECK_FALSE(std::filesystem::exists(folder.file("x.xlsx")));
}
