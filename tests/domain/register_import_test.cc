#include <array>
#include <random>

#include "register_model.h"

using namespace register_model;

TEST_CASE("a second run changes nothing") {
  Book book;
  const std::vector<RegisterEntry> rows{row("1", "张三", "A", "02"), row("1", "李四", "B", "12"),
                                        row("2", "王五", "C", "02"),
                                        row("2", "王小", "", "20", "2026-01-01")};
  CHECK(import(book, rows) == Said{"added", "added", "added", "added"});
  const int writes = book.writes;
  CHECK(import(book, rows) == Said{"same", "same", "same", "same"});
  CHECK(book.writes == writes);
  CHECK(book.households.size() == 2);
}

TEST_CASE("an empty cell never erases") {
  Book book;
  RegisterEntry full = row("1", "张三", "A", "02");
  full.person->phone = "13800000000";
  full.residence.since = "2020-01-01";
  full.household->room = "101";
  import(book, {full});
  CHECK(import(book, {row("1", "张三", "A", "")}) == Said{"same"});
  CHECK(book.persons.at(1) == *full.person);
  CHECK(book.residences.at(1).residence == full.residence);
  CHECK(book.households.at(1).room == "101");
}

TEST_CASE("the same person twice in a file") {
  Book book;
  RegisterEntry other = row("1", "张三", "A", "02");
  other.person->phone = "13800000000";
  CHECK(import(book, {row("1", "张三", "A", "02"), row("1", "张三", "A", "02"), other,
                      row("2", "张三", "A", "02")}) ==
        Said{"added", "same", "duplicate.in_file", "duplicate.in_file"});
  CHECK(book.households.size() == 1);  // nothing is written for a refused row
  CHECK(book.persons.at(1).phone.empty());
  // Those without number, too.
  CHECK(import(book, {row("1", "小宝", "", "20"), row("1", "小宝", "", "20"),
                      row("1", "小宝", "", "30")}) == Said{"added", "same", "duplicate.in_file"});
}

TEST_CASE("registered in one household and living in another are two spells") {
  Book book;
  RegisterEntry registered = row("1", "张三", "A", "02");
  registered.residence.kind = ResidenceKind::registered;
  RegisterEntry lives = row("2", "张三", "A", "02");
  lives.residence.kind = ResidenceKind::permanent;
  CHECK(import(book, {registered, lives}) == Said{"added", "changed"});
  CHECK(book.persons.size() == 1);
  CHECK(book.residences.size() == 2);
  CHECK(book.residences.at(1).residence.until.empty());
  CHECK(import(book, {lives, registered}) == Said{"same", "same"});
}

TEST_CASE("who moves gets a new spell and keeps the old one, ended") {
  Book book;
  import(book, {row("1", "张三", "A", "02")});
  RegisterEntry moved = row("2", "张三", "A", "02");
  moved.residence.since = "2026-10-01";
  CHECK(import(book, {moved}) == Said{"changed"});
  REQUIRE(book.residences.size() == 2);
  CHECK(book.residences.at(1).residence.until == "2026-10-01");
  CHECK(book.residences.at(2).household == 2);
  // Back again without a date: ended today, and a third spell.
  CHECK(import(book, {row("1", "张三", "A", "02")}) == Said{"changed"});
  CHECK(book.residences.at(2).residence.until == "2026-11-21");
  CHECK(book.residences.size() == 3);
}

TEST_CASE("all of a household go to its other grid, the one whom the file does not name too") {
  const auto in = [](RegisterEntry entry, const char* grid) {
    entry.household->area = entry.residence.area = grid;
    return entry;
  };
  const RegisterEntry head = row("1", "张三", "A", "02");
  const RegisterEntry wife = row("1", "李四", "B", "12");
  const RegisterEntry child = row("1", "张五", "C", "20");
  const auto lives = [](const Book& book) {
    std::string all;
    for (const auto& [id, spell] : book.residences) {
      const Residence& stay = spell.residence;
      all += std::to_string(spell.person) + ":" + stay.area + " " + stay.since + "-" + stay.until +
             stay.ended_by + "; ";
    }
    return all;
  };
  const std::string moved =
      "1:G1 -2026-11-21moved; 2:G1 -2026-11-21moved; 3:G1 -2026-11-21moved; "
      "1:G2 2026-11-21-; 2:G2 2026-11-21-; 3:G2 2026-11-21-; ";
  for (const bool head_first : {true, false}) {
    Book book;
    import(book, {in(head, "G1"), in(wife, "G1"), in(child, "G1")});
    std::vector<RegisterEntry> newer{in(head, "G2"), in(wife, "G2")};
    if (!head_first) std::ranges::reverse(newer);
    const Said said = import(book, newer);
    CHECK(std::ranges::count(said, "changed") + std::ranges::count(said, "same>changed") == 2);
    CHECK(lives(book) == moved);
    for (const std::string& outcome : import(book, newer)) CHECK(outcome == "same");
    CHECK(lives(book) == moved);
  }
  // A grid that was not known is filled in, where it does not belong it is mended; nobody moved.
  Book book;
  import(book, {head, in(wife, "G1")});
  CHECK(lives(book) == "1:G1 -; 2:G1 -; ");
  CHECK(import(book, {in(head, "G1"), in(wife, "G2")}) ==
        Said{"same", "same", "!household.two_grids"});
  CHECK(lives(book) == "1:G1 -; 2:G1 -; ");
  // Who comes without a word of the grid lives in the household's, too.
  import(book, {child});
  CHECK(lives(book) == "1:G1 -; 2:G1 -; 3:G1 -; ");
}

TEST_CASE("a newborn gets a number later") {
  Book book;
  import(book, {row("1", "张三", "A", "02"), row("1", "张小", "", "20", "2026-01-01")});
  CHECK(import(book, {row("1", "张小", "N", "20", "2026-01-01")}) == Said{"changed"});
  CHECK(book.persons.size() == 2);
  CHECK(book.persons.at(2).id_no == "N");
  // And the old sheet, which still has none, finds the same child.
  CHECK(import(book, {row("1", "张小", "", "20", "2026-01-01")}) == Said{"same"});
  // Within one file the two rows contradict each other.
  Book other;
  CHECK(import(other, {row("1", "张小", "", "20"), row("1", "张小", "N", "20")}) ==
        Said{"added", "duplicate.in_file", "!household.no_head"});
}

TEST_CASE("doubtful matches are for a person to judge") {
  Book book;
  import(book, {row("1", "张三", "A", "02"), row("1", "小宝", "", "20", ""),
                row("1", "大宝", "X", "20", "2010-01-01"), row("1", "大宝", "Y", "20", "2011")});
  CHECK(import(book, {row("1", "张三", "B", "02")}) == Said{"person.candidate"});
  CHECK(import(book, {row("1", "张三", "B", "02", "1991-01-02")}) ==
        Said{"added", "!household.two_heads", "!household.reused"});
  CHECK(import(book, {row("1", "大宝", "", "20", "")}) == Said{"person.ambiguous"});
  CHECK(import(book, {row("1", "大宝", "", "20", "2010")}) == Said{"same", "!household.two_heads"});
  RegisterEntry nobody = row("", "张三", "", "");
  nobody.household.reset();
  CHECK(import(book, {nobody}) == Said{"person.no_key"});
}

TEST_CASE("another name under the same number is taken, told and kept") {
  Book book;
  import(book, {row("1", "张三", "A", "02")});
  CHECK(import(book, {row("1", "张山", "A", "02")}) == Said{"changed", "!person.renamed"});
  CHECK(book.persons.at(1).name == "张山");
  CHECK(book.persons.at(1).former_name == "张三");
  CHECK(import(book, {row("1", "张山", "A", "02")}) == Said{"same"});
}

TEST_CASE("heads of households") {
  Book book;
  CHECK(import(book, {row("1", "张三", "A", "12"), row("2", "李四", "B", "02"),
                      row("2", "王五", "C", "02")}) ==
        Said{"added", "added", "added", "!household.no_head", "!household.two_heads"});
  // The warning names the row of the second head.
  Book twice;
  RegisterImport run(twice, {today, false, {}});
  RegisterNotes notes;
  for (const int64_t line : {2, 3, 4}) {
    const std::string id = std::to_string(line);
    const char* relation = line == 3 ? "12" : "02";
    REQUIRE(run.take(row("1", id.c_str(), id.c_str(), relation), {line, line + 10, {}}, notes));
  }
  const RegisterClosing closing = run.finish();
  REQUIRE(closing.warnings.size() == 1);
  CHECK(closing.warnings[0].place.line == 4);
  CHECK(closing.warnings[0].place.row == 14);
  CHECK(closing.persons == 3);
  CHECK(closing.households == 1);
  // The head is on file already: a sheet with only the wife says nothing wrong.
  Book other;
  import(other, {row("1", "张三", "A", "02")});
  CHECK(import(other, {row("1", "李四", "B", "12")}) == Said{"added"});
  // A sheet without relations says nothing about heads.
  Book third;
  CHECK(import(third, {row("1", "张三", "A", "")}) == Said{"added"});
}

TEST_CASE("the head's row speaks for the household, wherever it stands") {
  RegisterEntry head = row("1", "张三", "A", "02");
  head.household->address = "正屋";
  RegisterEntry wife = row("1", "李四", "B", "12");
  wife.household->address = "偏屋";
  wife.household->room = "2";
  for (const bool head_first : {true, false}) {
    CAPTURE(head_first);
    Book book;
    const std::vector<RegisterEntry> rows =
        head_first ? std::vector{head, wife} : std::vector{wife, head};
    CHECK(import(book, rows) == Said{"added", "added"});
    CHECK(book.households.at(1).address == "正屋");
    CHECK(book.households.at(1).room == "2");
    CHECK(import(book, {wife, head}) == Said{"same", "same"});
    CHECK(import(book, {head, wife}) == Said{"same", "same"});
    CHECK(book.households.at(1).address == "正屋");
  }
}

TEST_CASE("the others fill in what the head left open, wherever they stand") {
  RegisterEntry head = row("1", "张三", "A", "02");
  RegisterEntry wife = row("1", "李四", "B", "12");
  for (const bool head_first : {true, false}) {
    CAPTURE(head_first);
    Book book;
    import(book, {head, wife});
    RegisterEntry wife_now = wife;
    wife_now.household->room = "2";
    const Said said = head_first ? import(book, {head, wife_now}) : import(book, {wife_now, head});
    CHECK(std::ranges::count(said, "changed") == 1);
    CHECK(book.households.at(1).room == "2");
  }
}

TEST_CASE("without a head the first row speaks") {
  Book book;
  RegisterEntry one = row("1", "张三", "A", "12");
  import(book, {one});
  one.household->address = "新屋";
  RegisterEntry two = row("1", "李四", "B", "20");
  two.household->address = "别处";
  CHECK(import(book, {one, two}) == Said{"same", "added", "same>changed", "!household.no_head"});
  CHECK(book.households.at(1).address == "新屋");
}

TEST_CASE("a household's own record") {
  Book book;
  RegisterEntry home;
  home.household = row("1", "张三", "A", "02").household;
  home.household->kind = HouseholdKind::collective;
  home.household->vacant = false;
  RegisterEntry other = home;
  other.household->room = "9";
  CHECK(import(book, {home, home, other}) == Said{"added", "same", "duplicate.in_file"});
  CHECK(import(book, {home}) == Said{"same"});
  CHECK(import(book, {other}) == Said{"changed"});
  CHECK(book.households.at(1).room == "9");
}

TEST_CASE("a known file touches nobody who is on file") {
  Book book;
  RegisterEntry old = row("1", "张三", "A", "02");
  old.person->phone = "1";
  import(book, {old});
  RegisterEntry newer = old;
  newer.person->phone = "2";
  CHECK(import(book, {newer}) == Said{"changed"});
  CHECK(import(book, {old, row("1", "李四", "B", "12")}, true) == Said{"same", "added"});
  CHECK(book.persons.at(1).phone == "2");
}

TEST_CASE("property: any register, twice and shuffled, is the same register") {
  std::mt19937 random(5);
  for (int round = 0; round < 200; ++round) {
    std::vector<RegisterEntry> rows;
    std::uniform_int_distribution<int> size(1, 5);
    int person = 0;
    for (int home = 0; home < 6; ++home) {
      const int members = size(random);
      for (int i = 0; i < members; ++i) {
        const std::string name = "人" + std::to_string(person);
        const std::string number = random() % 5 == 0 ? "" : std::to_string(++person);
        RegisterEntry entry =
            row(std::to_string(home).c_str(), name.c_str(), number.c_str(), i == 0 ? "02" : "20");
        if (number.empty()) entry.person->name += "甲" + std::to_string(++person);
        entry.household->address = "a" + std::to_string(random() % 3);
        entry.household->room = random() % 2 == 0 ? "" : "r";
        entry.residence.address = entry.household->address;
        entry.household->area = std::array{"", "G1", "G2"}[random() % 3];
        entry.residence.area = entry.household->area;
        rows.push_back(std::move(entry));
      }
    }
    Book book;
    import(book, rows);
    REQUIRE(book.persons.size() == rows.size());
    for (const auto& [id, spell] : book.residences) {
      CHECK(spell.residence.area == book.households.at(spell.household).area);
    }
    const auto residences = book.residences;
    const auto households = book.households;
    const int writes = book.writes;
    std::ranges::shuffle(rows, random);
    for (const std::string& said : import(book, rows)) {
      if (said != "!household.two_grids") CHECK(said == "same");
    }
    CHECK(book.writes == writes);
    CHECK(book.residences == residences);
    CHECK(book.households == households);
  }
}
