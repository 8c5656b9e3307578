// The rules of an import: keys, spells, fields, numbers used again, rows to decide about.
#include <random>

#include "register_model.h"

using namespace register_model;

TEST_CASE("the key of the source names a person") {
  Book book;
  RegisterEntry first = row("1", "张三", "A", "02");
  first.person->source = "警务";
  first.person->source_ref = "7";
  import(book, {first, row("1", "李四", "B", "12")});
  // The number was corrected; the key says who it is.
  RegisterEntry corrected = first;
  corrected.person->id_no = "C";
  CHECK(import(book, {corrected}) == Said{"changed"});
  CHECK(book.persons.at(1).id_no == "C");
  CHECK(book.persons.size() == 2);
  // Its number is one person's, its key another's.
  RegisterEntry torn = first;
  torn.person->id_no = "B";
  CHECK(import(book, {torn}) == Said{"person.ambiguous"});
  // Nobody needs a household who has a key.
  RegisterEntry loose = first;
  loose.household.reset();
  loose.person->id_no.clear();
  loose.person->id_kind = IdKind::none;
  loose.residence.no.clear();
  CHECK(import(book, {loose}) == Said{"same"});
}

TEST_CASE("a change of head is a new spell") {
  Book book;
  RegisterEntry head = row("1", "张三", "A", "02");
  head.residence.since = "2020-01-01";
  RegisterEntry wife = row("1", "李四", "B", "12");
  import(book, {head, wife});
  RegisterEntry now_wife = wife;
  now_wife.residence.relation = "02";
  RegisterEntry now_head = head;
  now_head.residence.relation = "11";
  CHECK(import(book, {now_wife, now_head}) == Said{"changed", "changed"});
  REQUIRE(book.residences.size() == 4);
  const Residence& ended = book.residences.at(1).residence;
  CHECK(ended.until == "2026-11-21");
  CHECK(ended.ended_by == "head");
  CHECK(ended.relation == "02");
  CHECK(book.residences.at(4).residence.since == "2026-11-21");
  CHECK(book.residences.at(4).residence.relation == "11");
  // The register goes on telling since when they live there: that changes nothing.
  CHECK(import(book, {now_wife, now_head}) == Said{"same", "same"});
  // Another relation than head is only corrected.
  now_head.residence.relation = "97";
  CHECK(import(book, {now_head}) == Said{"changed"});
  CHECK(book.residences.size() == 4);
}

TEST_CASE("who left and comes back has two spells") {
  Book book;
  RegisterEntry here = row("1", "张三", "A", "02");
  here.residence.since = "2020-01-01";
  RegisterEntry gone = here;
  gone.residence.until = "2024-05-01";
  import(book, {here});
  CHECK(import(book, {gone}) == Said{"changed", "!household.no_head"});
  CHECK(book.residences.at(1).residence.ended_by == "out");
  CHECK(import(book, {gone}) == Said{"same"});
  CHECK(import(book, {here}) == Said{"changed", "!person.returned"});
  REQUIRE(book.residences.size() == 2);
  CHECK(book.residences.at(1).residence.until == "2024-05-01");
  CHECK(book.residences.at(2).residence.since == "2026-11-21");
  CHECK(book.residences.at(2).residence.until.empty());
  CHECK(import(book, {here}) == Said{"same"});
}

TEST_CASE("a file may list all stays of a person, in any order") {
  RegisterEntry first = row("1", "张三", "A", "02");
  first.residence.since = "2018-01-01";
  first.residence.until = "2020-01-01";
  first.residence.ended_by = "moved";
  RegisterEntry second = row("2", "张三", "A", "02");
  second.residence.since = "2020-01-01";
  second.residence.until = "2022-01-01";
  RegisterEntry back = row("1", "张三", "A", "20");
  back.residence.since = "2022-01-01";
  std::vector<RegisterEntry> rows{first, second, back};
  std::vector<int> order{0, 1, 2};
  do {
    CAPTURE(order);
    std::vector<RegisterEntry> file;
    for (const int i : order) file.push_back(rows[static_cast<size_t>(i)]);
    Book book;
    // Whoever has left does not speak for the household, as head or otherwise.
    CHECK(import(book, file) == Said{"added", "changed", "changed", "!household.no_head"});
    REQUIRE(book.residences.size() == 3);
    for (size_t i = 0; i < 3; ++i) {
      CHECK(book.residences.at(static_cast<int64_t>(i) + 1).residence == file[i].residence);
    }
    const int writes = book.writes;
    CHECK(import(book, file) == Said{"same", "same", "same", "!household.no_head"});
    CHECK(import(book, {first, second}) == Said{"same", "same"});
    CHECK(book.writes == writes);
  } while (std::ranges::next_permutation(order).found);
}

TEST_CASE("two rows that say when one stay ended must agree") {
  RegisterEntry left = row("1", "张三", "A", "02");
  left.residence.until = "2024-05-01";
  RegisterEntry since_unknown = row("1", "张三", "A", "02");
  RegisterEntry other = left;
  other.residence.since = "2020-01-01";
  Book book;
  CHECK(import(book, {left, left, other, since_unknown}) ==
        Said{"added", "same", "duplicate.in_file", "duplicate.in_file"});
  Book turned;
  CHECK(import(turned, {since_unknown, left}) == Said{"added", "duplicate.in_file"});
}

TEST_CASE("a contradiction names the other row") {
  Book book;
  RegisterImport run(book, {today, false, {}});
  RegisterNotes notes;
  RegisterEntry left = row("1", "张三", "A", "02");
  left.residence.until = "2024-05-01";
  RegisterEntry lives = row("2", "张三", "A", "02");
  RegisterEntry registered = row("1", "张三", "A", "02");
  registered.residence.kind = ResidenceKind::registered;
  REQUIRE(run.take(left, {2, 2, "甲"}, notes));
  REQUIRE(run.take(lives, {9, 8, "甲"}, notes));
  REQUIRE(run.take(registered, {3, 3, "乙"}, notes));
  const auto refused = [&](RegisterEntry entry) {
    const auto outcome = run.take(entry, {20, 20, "乙"}, notes);
    REQUIRE_FALSE(outcome);
    return outcome.problem().args;
  };
  left.residence.since = "2020-01-01";
  CHECK(refused(left) == std::vector<std::string>{"2", "甲"});
  lives.residence.since = "2020-01-01";
  CHECK(refused(lives) == std::vector<std::string>{"9", "甲"});
  registered.residence.since = "2020-01-01";
  CHECK(refused(registered) == std::vector<std::string>{"3", "乙"});
  RegisterEntry household = row("3", "", "", "");
  household.person.reset();
  REQUIRE(run.take(household, {30, 30, {}}, notes));
  household.household->room = "7";
  CHECK(refused(household) == std::vector<std::string>{"30"});
}

TEST_CASE("a stay that ended before the one on file began is another one") {
  Book book;
  RegisterEntry here = row("1", "张三", "A", "02");
  here.residence.since = "2020-01-01";
  import(book, {here});
  RegisterEntry before = here;
  before.residence.since = "2010-01-01";
  before.residence.until = "2015-01-01";
  CHECK(import(book, {before}) == Said{"changed"});
  CHECK(book.residences.at(1).residence.until.empty());
  CHECK(book.residences.at(2).residence == before.residence);
}

TEST_CASE("who left without having a number is known again by the stay") {
  Book book;
  RegisterEntry left = row("1", "小宝", "", "20");
  left.residence.until = "2024-05-01";
  import(book, {left});
  CHECK(import(book, {left, row("2", "王五", "B", "02")}) == Said{"same", "added"});
}

TEST_CASE("a spell that follows another begins where that ended") {
  Book book;
  import(book, {row("1", "张三", "A", "02")});
  CHECK(import(book, {row("2", "张三", "A", "02")}) == Said{"changed"});
  CHECK(book.residences.at(1).residence.ended_by == "moved");
  CHECK(book.residences.at(2).residence.since == "2026-11-21");
  CHECK(import(book, {row("2", "张三", "A", "02")}) == Said{"same"});
}

TEST_CASE("the policy's rules for fields") {
  RegisterPolicy policy;
  policy.fields = {{"phone", FieldRule::locked},
                   {"ethnic", FieldRule::fill},
                   {"room", FieldRule::fill},
                   {"address", FieldRule::locked}};
  Book book;
  RegisterEntry entry = row("1", "张三", "A", "02");
  entry.person->phone = "1";
  CHECK(import(book, {entry}, false, policy) == Said{"added"});
  RegisterEntry other = entry;
  other.person->phone = "2";
  other.household->address = "二号";
  other.residence.address = "二号";
  CHECK(import(book, {other}, false, policy) == Said{"same"});
  other.person->ethnic = "01";
  other.household->room = "9";
  CHECK(import(book, {other}, false, policy) == Said{"changed"});
  other.person->ethnic = "02";
  other.household->room = "10";
  CHECK(import(book, {other}, false, policy) == Said{"same"});
  CHECK(book.persons.at(1).phone == "1");
  CHECK(book.persons.at(1).ethnic == "01");
  CHECK(book.households.at(1).room == "9");
  CHECK(book.households.at(1).address == "一号");
  other.person->education = "20";
  CHECK(import(book, {other}, false, policy) == Said{"changed"});
}

TEST_CASE("a household's number that is used again is told") {
  Book book;
  import(book, {row("1", "张三", "A", "02"), row("1", "李四", "B", "12")});
  CHECK(import(book, {row("1", "王五", "C", "02"), row("1", "赵六", "D", "12")}) ==
        Said{"added", "added", "!household.two_heads", "!household.reused"});
  // Those who stay, or a member who comes, are nothing to tell.
  CHECK(import(book, {row("1", "王五", "C", "02"), row("1", "小王", "E", "20")}) ==
        Said{"same", "added", "!household.two_heads"});
  CHECK(import(book, {row("1", "小赵", "F", "20")}) == Said{"added", "!household.two_heads"});
}

TEST_CASE("who lives elsewhere without a number may be the one: a person decides") {
  Book book;
  import(book, {row("1", "张三", "A", "02"), row("1", "小宝", "", "20", "2020-01-01"),
                row("2", "李四", "B", "02")});
  const RegisterEntry there = row("2", "小宝", "", "20", "2020-01-01");
  CHECK(import(book, {there}) == Said{"person.candidate"});
  CHECK(import(book, {row("2", "小宝", "N", "20", "2020-01-01")}) == Said{"person.candidate"});
  // Another birth, or one that is not known to the day, is nobody's.
  CHECK(import(book, {row("2", "小宝", "", "20", "2020-01-02")}) == Said{"added"});
  CHECK(import(book, {row("2", "小宝", "", "20", "2019")}) == Said{"added"});
  RegisterImport run(book, {today, false, {}});
  RegisterNotes notes;
  CHECK_FALSE(run.take(there, {2, 2, {}}, notes));
  CHECK(run.likely() == std::vector<int64_t>{2});
  // A row that is refused for another reason leaves nothing to decide.
  RegisterEntry home;
  home.household = there.household;
  RegisterEntry other = home;
  other.household->room = "9";
  CHECK(run.take(home, {3, 3, {}}, notes));
  CHECK_FALSE(run.take(other, {4, 4, {}}, notes));
  CHECK(run.likely().empty());
  // Decided: the row means that person, and has nothing new to say.
  book.decisions["小宝"] = 2;
  const int writes = book.writes;
  CHECK(import(book, {there}) == Said{"same"});
  CHECK(book.writes == writes);
}

// What a register must be after files without contradictions: each person once, with the newest
// facts that any file told; one open spell, where the last file saw the person.
TEST_CASE("property: files in any order of rows give the register that a simple model gives") {
  struct Model {
    std::string phone, home;
  };
  std::mt19937 random(11);
  const auto chance = [&random](unsigned of) { return random() % of == 0; };
  for (int round = 0; round < 150; ++round) {
    Book book;
    std::map<std::string, Model> model;
    for (int file = 0; file < 4; ++file) {
      std::vector<RegisterEntry> rows;
      for (int person = 0; person < 12; ++person) {
        if (chance(3)) continue;
        const std::string number = "N" + std::to_string(person);
        const bool known = model.contains(number);
        Model& now = model[number];
        if (!known || chance(4)) now.home = std::to_string(random() % 4);
        RegisterEntry entry =
            row(now.home.c_str(), ("人" + std::to_string(person)).c_str(), number.c_str(), "97");
        if (chance(2)) entry.person->phone = now.phone = std::to_string(random() % 3);
        entry.household->room = now.home;
        rows.push_back(entry);
        if (chance(5)) rows.push_back(entry);  // stands there twice
      }
      std::ranges::shuffle(rows, random);
      import(book, rows);
      const int writes = book.writes;
      std::ranges::shuffle(rows, random);
      for (const std::string& said : import(book, rows)) {
        CHECK((said == "same" || said.starts_with("!household.")));
      }
      CHECK(book.writes == writes);
    }
    REQUIRE(book.persons.size() == model.size());
    for (const auto& [id, person] : book.persons) {
      const Model& expected = model.at(person.id_no);
      CHECK(person.phone == expected.phone);
      int open = 0;
      for (const KnownResidence& spell : book.spells(id)) {
        if (!spell.residence.until.empty()) {
          CHECK(spell.residence.ended_by == "moved");
          continue;
        }
        ++open;
        CHECK(book.households.at(spell.household).no == expected.home);
      }
      CHECK(open == 1);
    }
  }
}
