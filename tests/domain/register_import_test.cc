#include <doctest/doctest.h>
#include <grid/domain/register_import.h>

#include <algorithm>
#include <map>
#include <random>

using namespace grid;
using namespace grid::domain;

namespace {

// A register in memory that counts what is written.
class Book : public RegisterBook {
 public:
  std::map<int64_t, Household> households;
  std::map<int64_t, Person> persons;
  struct Spell {
    int64_t person, household;
    Residence residence;
    bool operator==(const Spell&) const = default;
  };
  std::map<int64_t, Spell> residences;
  int writes = 0;
  bool empty = true;
  int64_t first_person = 1;  // of the file
  int64_t first_residence = 1;
  std::map<std::string, int64_t> decisions;  // by name

  bool was_empty() override { return empty; }
  std::optional<KnownHousehold> find_household(std::string_view community,
                                               std::string_view no) override {
    for (const auto& [id, home] : households) {
      if (home.community == community && home.no == no) return KnownHousehold{id, home};
    }
    return std::nullopt;
  }
  int64_t add_household(const Household& household) override {
    REQUIRE_FALSE(find_household(household.community, household.no));
    ++writes;
    return add(households, household);
  }
  void change_household(int64_t id, const Household& household) override {
    ++writes;
    households.at(id) = household;
  }
  int64_t heads(int64_t household) override {
    return std::ranges::count_if(residences, [&](const auto& entry) {
      return entry.second.household == household && entry.second.residence.until.empty() &&
             is_head(entry.second.residence.relation);
    });
  }
  bool was_lived_in(int64_t household) override {
    return std::ranges::any_of(residences, [&](const auto& entry) {
      return entry.second.household == household && entry.first < first_residence;
    });
  }
  std::optional<KnownPerson> find_source(std::string_view source, std::string_view ref) override {
    for (const auto& [id, person] : persons) {
      if (person.source == source && person.source_ref == ref) return KnownPerson{id, person};
    }
    return std::nullopt;
  }
  std::vector<int64_t> namesakes(std::string_view community, std::string_view name,
                                 std::string_view birth) override {
    std::vector<int64_t> found;
    for (const auto& [id, spell] : residences) {
      const Person& person = persons.at(spell.person);
      if (person.id_no.empty() && person.name == name && person.birth == birth &&
          spell.person < first_person && spell.residence.until.empty() &&
          spell.residence.community == community) {
        found.push_back(spell.person);
      }
    }
    return found;
  }
  std::optional<int64_t> decided(const RegisterEntry& entry) override {
    const auto found = decisions.find(entry.person->name);
    if (found == decisions.end()) return std::nullopt;
    return found->second;
  }
  std::optional<KnownPerson> find_person(IdKind kind, std::string_view id_no) override {
    for (const auto& [id, person] : persons) {
      if (person.id_kind == kind && person.id_no == id_no) return KnownPerson{id, person};
    }
    return std::nullopt;
  }
  std::vector<KnownPerson> members(int64_t household, std::string_view name) override {
    std::vector<KnownPerson> found;
    for (const auto& [id, spell] : residences) {
      const Person& person = persons.at(spell.person);
      if (spell.household == household && spell.residence.until.empty() && person.name == name &&
          spell.person < first_person) {
        found.push_back({spell.person, person});
      }
    }
    return found;
  }
  int64_t add_person(const Person& person) override {
    if (!person.id_no.empty()) REQUIRE_FALSE(find_person(person.id_kind, person.id_no));
    ++writes;
    return add(persons, person);
  }
  void change_person(int64_t id, const Person& person) override {
    ++writes;
    persons.at(id) = person;
  }
  std::vector<KnownResidence> spells(int64_t person) override {
    std::vector<KnownResidence> found;
    for (const auto& [id, spell] : residences) {
      if (spell.person == person) found.push_back({id, spell.household, spell.residence});
    }
    return found;
  }
  void add_residence(int64_t person, int64_t household, const Residence& residence) override {
    ++writes;
    add(residences, Spell{person, household, residence});
  }
  void change_residence(int64_t id, int64_t /*person*/, int64_t household,
                        const Residence& residence) override {
    ++writes;
    Spell& spell = residences.at(id);
    spell.household = household;
    spell.residence = residence;
  }

 private:
  template <typename T>
  static int64_t add(std::map<int64_t, T>& rows, const T& value) {
    const int64_t id = static_cast<int64_t>(rows.size()) + 1;
    rows.emplace(id, value);
    return id;
  }
};

const Date today = *parse_date("2026-11-21");

RegisterEntry row(const char* no, const char* name, const char* id_no, const char* relation,
                  const char* birth = "1990-01-02") {
  RegisterEntry entry;
  entry.household.emplace();
  entry.household->community = "C1";
  entry.household->no = no;
  entry.household->address = "一号";
  entry.person.emplace();
  entry.person->name = name;
  entry.person->id_no = id_no;
  entry.person->birth = birth;
  if (*id_no != '\0') entry.person->id_kind = IdKind::resident_id;
  entry.residence.community = "C1";
  entry.residence.no = no;
  entry.residence.relation = relation;
  entry.residence.address = "一号";
  return entry;
}

// One file: the outcome or the code of each row, then the codes of the closing warnings.
std::vector<std::string> import(Book& book, const std::vector<RegisterEntry>& rows,
                                bool known_file = false, const RegisterPolicy& policy = {}) {
  book.first_person = static_cast<int64_t>(book.persons.size()) + 1;
  book.first_residence = static_cast<int64_t>(book.residences.size()) + 1;
  RegisterImport run(book, {today, known_file, policy});
  std::vector<std::string> said;
  int64_t line = 1;
  for (const RegisterEntry& entry : rows) {
    RegisterNotes notes;
    ++line;
    const auto outcome = run.take(entry, line, line, notes);
    said.push_back(!outcome                       ? outcome.problem().code
                   : *outcome == Outcome::added   ? "added"
                   : *outcome == Outcome::changed ? "changed"
                                                  : "same");
    for (const Problem& warning : notes.warnings) said.push_back("!" + warning.code);
  }
  const RegisterClosing closing = run.finish();
  for (int64_t i = 0; i < closing.same_became_changed; ++i) said.push_back("same>changed");
  for (const auto& warning : closing.warnings) said.push_back("!" + warning.problem.code);
  book.empty = false;
  return said;
}

using Said = std::vector<std::string>;

}  // namespace

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
    REQUIRE(run.take(row("1", id.c_str(), id.c_str(), relation), line, line + 10, notes));
  }
  const RegisterClosing closing = run.finish();
  REQUIRE(closing.warnings.size() == 1);
  CHECK(closing.warnings[0].line == 4);
  CHECK(closing.warnings[0].row == 14);
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
        rows.push_back(std::move(entry));
      }
    }
    Book book;
    import(book, rows);
    REQUIRE(book.persons.size() == rows.size());
    const auto residences = book.residences;
    const auto households = book.households;
    const int writes = book.writes;
    std::ranges::shuffle(rows, random);
    for (const std::string& said : import(book, rows)) CHECK(said == "same");
    CHECK(book.writes == writes);
    CHECK(book.residences == residences);
    CHECK(book.households == households);
  }
}

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
  CHECK(import(book, {here}) == Said{"changed"});
  REQUIRE(book.residences.size() == 2);
  CHECK(book.residences.at(1).residence.until == "2024-05-01");
  CHECK(book.residences.at(2).residence.since == "2026-11-21");
  CHECK(book.residences.at(2).residence.until.empty());
  CHECK(import(book, {here}) == Said{"same"});
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
  CHECK_FALSE(run.take(there, 2, 2, notes));
  CHECK(run.likely() == std::vector<int64_t>{2});
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
