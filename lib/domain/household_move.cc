#include <grid/domain/household_move.h>

#include <algorithm>
#include <array>

namespace grid::domain {

namespace {

constexpr std::array<std::string_view, 10> names{"birth", "death", "in",      "out",  "split",
                                                 "merge", "head",  "correct", "same", "different"};

bool open(const KnownResidence& spell) {
  return spell.residence.until.empty();
}

Status check_date(const MoveTerms& terms) {
  if (terms.date <= terms.today) return Done{};
  return problem("move.date_future", "date", "{} is still to come", format_date(terms.date));
}

// As far as `began` is known it must not be later than the move.
Status check_after(const std::string& began, const MoveTerms& terms) {
  const std::string date = format_date(terms.date);
  if (began <= date.substr(0, began.size())) return Done{};
  return problem("move.date_before", "date", "{} is before {}, when this began", date, began);
}

// Nobody lives anywhere before being born, nor after having died; as far as the days are known.
Status check_life(const Person& person, const MoveTerms& terms) {
  const std::string date = format_date(terms.date);
  if (date.substr(0, person.birth.size()) < person.birth) {
    return problem("move.before_birth", "date", "{} is before the person was born", date);
  }
  if (!person.died.empty() && person.died < date.substr(0, person.died.size())) {
    return problem("move.died", "date", "the person died on {}", person.died);
  }
  return Done{};
}

Problem not_here() {
  return problem("move.not_here", "person", "the person does not live there now");
}

// Collects the writes; refuses what a date forbids.
class Writer {
 public:
  explicit Writer(const MoveTerms& terms) : terms_(terms), date_(format_date(terms.date)) {}

  // What comes at this date follows all that was before in the same role.
  Status follows(const Mover& who, const Residence& spell) const {
    if (Status s = check_life(who.person, terms_); !s) return s;
    for (const KnownResidence& each : who.spells) {
      const Residence& before = each.residence;
      if (role_of(before) != role_of(spell)) continue;
      const std::string& last = before.until.empty() ? before.since : before.until;
      if (Status s = check_after(last, terms_); !s) return s;
    }
    return Done{};
  }

  Status end(const Mover& who, const KnownResidence& spell, std::string_view why) {
    if (Status s = follows(who, spell.residence); !s) return s;
    KnownResidence ended = spell;
    ended.residence.until = date_;
    ended.residence.ended_by = why;
    ended_.push_back({who.id, std::move(ended)});
    return Done{};
  }

  // The spell goes on as `next` says: as a new one, or corrected where it began on the same day.
  Status go_on(const Mover& who, const KnownResidence& spell, KnownResidence next,
               std::string_view why) {
    next.residence.since = date_;
    if (spell.residence.since == date_) {
      next.id = spell.id;
      ended_.push_back({who.id, std::move(next)});
      return Done{};
    }
    if (Status s = end(who, spell, why); !s) return s;
    begin(who.id, std::move(next));
    return Done{};
  }

  void correct(int64_t person, KnownResidence spell) {
    ended_.push_back({person, std::move(spell)});
  }

  void begin(int64_t person, KnownResidence spell) {
    spell.id = 0;
    begun_.push_back({person, std::move(spell)});
  }

  MoveWrites finish() {
    writes.spells = std::move(ended_);
    std::ranges::move(begun_, std::back_inserter(writes.spells));
    return std::move(writes);
  }

  const std::string& date() const { return date_; }
  MoveWrites writes;

 private:
  const MoveTerms& terms_;
  std::string date_;
  std::vector<MoveWrites::Spell> ended_, begun_;
};

int64_t home_row(const MoveHome& home) {
  return home.known.id == 0 ? made_here : home.known.id;
}

// The spell in another household: kind and permits stay, place and relation are the new ones.
KnownResidence moved(const KnownResidence& spell, const MoveHome& home,
                     const std::string& relation) {
  const Household& place = home.known.household;
  KnownResidence next = spell;
  next.household = home_row(home);
  next.residence.community = place.community;
  next.residence.no = place.no;
  next.residence.area = place.area;
  next.residence.address = place.address;
  next.residence.relation = relation;
  return next;
}

std::vector<const KnownResidence*> open_spells(const Mover& who, int64_t home) {
  std::vector<const KnownResidence*> spells;
  for (const KnownResidence& spell : who.spells) {
    if (open(spell) && (home == 0 || spell.household == home)) spells.push_back(&spell);
  }
  return spells;
}

// The new spell of somebody who comes.
KnownResidence arrival(const Residence& stay, const MoveHome& home, const MoveTerms& terms) {
  KnownResidence spell{0, 0, stay};
  if (!home.known.household.no.empty()) spell = moved(spell, home, stay.relation);
  if (!stay.address.empty()) spell.residence.address = stay.address;
  if (terms.dated) spell.residence.since = format_date(terms.date);
  return spell;
}

bool lives_in(const Mover& who, int64_t home) {
  return home != 0 && !open_spells(who, home).empty();
}

Problem goes_on(int stays) {
  Problem p = problem("move.other_role", "residence",
                      "{} stays of the person in another role go on", stays);
  p.hint = message_id("where they are over, too, end them with out");
  return p;
}

Status check_home(const MoveHome& home) {
  const Household& household = home.known.household;
  if (household.ended.empty()) return Done{};
  return problem("move.ended", "household_no", "household {} is none any more since {}",
                 household.no, household.ended);
}

}  // namespace

std::string_view name_of(MoveAction action) {
  return names[static_cast<size_t>(action)];
}

std::optional<MoveAction> move_action_named(std::string_view name) {
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) return std::nullopt;
  return static_cast<MoveAction>(found - names.begin());
}

std::vector<std::string> move_action_names() {
  return {names.begin(), names.end()};
}

Result<int64_t> only_home(const Mover& who) {
  int64_t home = 0;
  for (const KnownResidence* spell : open_spells(who, 0)) {
    if (spell->household == 0 || spell->household == home) continue;
    if (home != 0) {
      return problem("move.which_household", "household_no",
                     "the person belongs to several households; name one");
    }
    home = spell->household;
  }
  if (home == 0) return not_here();
  return home;
}

Result<MoveWrites> decide_birth(const Person& born, const Residence& stay, const MoveHome& home,
                                const MoveTerms& terms) {
  if (born.birth.size() != format_date(terms.today).size()) {
    return problem("field.required", "birth", "the day of birth is missing");
  }
  return decide_in(Mover{0, born, {}}, nullptr, stay, home, terms);
}

Result<MoveWrites> decide_in(const Mover& who, const Person* facts, const Residence& stay,
                             const MoveHome& home, const MoveTerms& terms) {
  if (Status s = check_date(terms); !s) return s.problem();
  if (Status s = check_home(home); !s) return s.problem();
  if (!who.person.died.empty()) {
    return problem("move.died", "person", "the person died on {}", who.person.died);
  }
  for (const Person* said : {&who.person, facts}) {
    if (said == nullptr || !terms.dated) continue;
    if (Status s = check_life(*said, terms); !s) return s.problem();
  }
  Writer writer(terms);
  const int64_t person = who.id == 0 ? made_here : who.id;
  const KnownResidence next = arrival(stay, home, terms);
  bool there = false;
  int others = 0;  // stays of another role
  for (const KnownResidence* known : open_spells(who, 0)) {
    if (role_of(known->residence) != role_of(stay)) {
      ++others;
      continue;
    }
    if (!there && known->household == next.household &&
        known->residence.community == next.residence.community) {
      there = true;
      KnownResidence merged = *known;
      Residence said = stay;
      if (known->household != 0) said.area.clear();  // it is the household's
      if (merge(merged.residence, said, terms.policy)) writer.correct(person, std::move(merged));
    } else if (Status s = writer.end(who, *known, "moved"); !s) {
      return s.problem();
    }
  }
  if (who.id == 0) writer.writes.new_person = who.person;
  if (facts != nullptr && who.id != 0) {
    KnownPerson known{who.id, who.person};
    if (take_over(known.person, *facts, terms.policy, writer.writes.warnings)) {
      writer.writes.person = std::move(known);
    }
  }
  if (!there) {
    if (Status s = writer.follows(who, stay); terms.dated && !s) return s.problem();
    if (next.household == made_here) writer.writes.new_household = home.known.household;
    writer.begin(person, next);
    if (others > 0) writer.writes.warnings.push_back(goes_on(others));
  }
  return writer.finish();
}

Result<MoveWrites> decide_death(const Mover& who, const MoveTerms& terms) {
  if (Status s = check_date(terms); !s) return s.problem();
  Writer writer(terms);
  const std::vector<const KnownResidence*> spells = open_spells(who, 0);
  if (!who.person.died.empty() && who.person.died != writer.date()) {
    return problem("move.died", "person", "the person died on {}", who.person.died);
  }
  if (Status s = check_life(who.person, terms); !s) return s.problem();
  if (who.person.died.empty()) {
    writer.writes.person = KnownPerson{who.id, who.person};
    writer.writes.person->person.died = writer.date();
  }
  for (const KnownResidence* spell : spells) {
    if (Status s = writer.end(who, *spell, "death"); !s) return s.problem();
  }
  return writer.finish();
}

Result<MoveWrites> decide_out(const Mover& who, int64_t home, const MoveTerms& terms) {
  if (Status s = check_date(terms); !s) return s.problem();
  Writer writer(terms);
  const std::vector<const KnownResidence*> spells = open_spells(who, home);
  if (spells.empty()) {
    const bool left = std::ranges::any_of(who.spells, [&](const KnownResidence& spell) {
      return (home == 0 || spell.household == home) && spell.residence.ended_by == "out" &&
             spell.residence.until == writer.date();
    });
    if (left) return MoveWrites{};
    return not_here();
  }
  for (const KnownResidence* spell : spells) {
    if (Status s = writer.end(who, *spell, "out"); !s) return s.problem();
  }
  return writer.finish();
}

Result<MoveWrites> decide_split(const std::vector<Mover>& who, int64_t from, const MoveHome& to,
                                const MoveTerms& terms) {
  if (Status s = check_date(terms); !s) return s.problem();
  if (Status s = check_home(to); !s) return s.problem();
  const auto there = [&](const Mover& mover) { return lives_in(mover, to.known.id); };
  if (std::ranges::all_of(who, there)) return MoveWrites{};
  if (to.known.id != 0 && !to.fresh) {
    return problem("household.taken", "to_household", "there is a household {} already",
                   to.known.household.no);
  }
  Writer writer(terms);
  bool head = to.heads > 0;
  for (const Mover& mover : who) {
    if (there(mover)) continue;
    const std::vector<const KnownResidence*> spells = open_spells(mover, from);
    if (spells.empty()) return not_here();
    const std::string relation = head ? terms.relation : "02";
    head = true;
    for (const KnownResidence* spell : spells) {
      Status s = writer.go_on(mover, *spell, moved(*spell, to, relation), "split");
      if (!s) return s.problem();
    }
  }
  if (to.known.id == 0) writer.writes.new_household = to.known.household;
  return writer.finish();
}

Result<MoveWrites> decide_merge(const KnownHousehold& from, const std::vector<Mover>& members,
                                const MoveHome& to, const MoveTerms& terms) {
  if (Status s = check_date(terms); !s) return s.problem();
  if (from.id == to.known.id) {
    return problem("move.same_household", "to_household", "a household does not merge with itself");
  }
  if (Status s = check_home(to); !s) return s.problem();
  Writer writer(terms);
  if (from.household.ended == writer.date() && members.empty()) return MoveWrites{};
  if (Status s = check_home({from}); !s) return s.problem();
  for (const Mover& member : members) {
    for (const KnownResidence* spell : open_spells(member, from.id)) {
      // Who belongs there in the same role already does not begin to.
      const auto stays = [&](const KnownResidence* other) {
        return role_of(other->residence) == role_of(spell->residence);
      };
      const auto there = open_spells(member, to.known.id);
      Status s = std::ranges::any_of(there, stays)
                     ? writer.end(member, *spell, "merge")
                     : writer.go_on(member, *spell, moved(*spell, to, terms.relation), "merge");
      if (!s) return s.problem();
    }
  }
  writer.writes.household = from;
  writer.writes.household->household.ended = writer.date();
  return writer.finish();
}

Result<MoveWrites> decide_head(const KnownHousehold& home, const std::vector<Mover>& members,
                               int64_t who, const MoveTerms& terms) {
  if (Status s = check_date(terms); !s) return s.problem();
  if (Status s = check_home({home}); !s) return s.problem();
  const auto chosen = std::ranges::find(members, who, &Mover::id);
  if (chosen == members.end()) return not_here();
  Writer writer(terms);
  std::string before;  // what the new head was to the former one
  for (const KnownResidence* spell : open_spells(*chosen, home.id)) {
    if (is_head(spell->residence.relation)) continue;
    before = spell->residence.relation;
    KnownResidence next = *spell;
    next.residence.relation = "02";
    if (Status s = writer.go_on(*chosen, *spell, std::move(next), "head"); !s) return s.problem();
  }
  for (const Mover& member : members) {
    if (member.id == who) continue;
    for (const KnownResidence* spell : open_spells(member, home.id)) {
      if (!is_head(spell->residence.relation)) continue;
      KnownResidence next = *spell;
      next.residence.relation =
          terms.relation.empty() ? former_head_relation(before, member.person.sex) : terms.relation;
      if (Status s = writer.go_on(member, *spell, std::move(next), "head"); !s) {
        return s.problem();
      }
    }
  }
  return writer.finish();
}

Result<MoveWrites> decide_correct(const Mover& who, const IdNumber& number, int64_t holder) {
  if (holder != 0 && holder != who.id) {
    return problem("person.number_taken", "new_id_no", "person {} has this number", holder);
  }
  MoveWrites writes;
  if (who.person.id_no == number.number && who.person.id_kind == number.kind) return writes;
  writes.person = KnownPerson{who.id, who.person};
  Person& person = writes.person->person;
  person.id_kind = number.kind;
  person.id_no = number.number;
  // The number decides over birth date and sex.
  if (number.birth) person.birth = format_date(*number.birth);
  if (number.sex != 0) person.sex = std::string(1, number.sex);
  return writes;
}

MadeRows write(const MoveWrites& writes, RegisterBook& book) {
  MadeRows made;
  if (writes.new_household) made.household = book.add_household(*writes.new_household);
  if (writes.new_person) made.person = book.add_person(*writes.new_person);
  if (writes.person) book.change_person(writes.person->id, writes.person->person);
  if (writes.household) {
    book.change_household(writes.household->id, writes.household->household);
  }
  for (const MoveWrites::Spell& each : writes.spells) {
    const KnownResidence& spell = each.spell;
    const int64_t home = spell.household == made_here ? made.household : spell.household;
    if (spell.id == 0) {
      book.add_residence(each.person == made_here ? made.person : each.person, home,
                         spell.residence);
    } else {
      book.change_residence(spell.id, each.person, home, spell.residence);
    }
  }
  return made;
}

std::string former_head_relation(std::string_view relation, std::string_view sex) {
  struct Inverse {
    std::string_view first, last;   // of the relations
    std::string_view male, female;  // what the former head is
    std::string_view either;        // where the sex is not known
  };
  // GB/T 4761.
  constexpr std::array<Inverse, 17> inverses{{
      {"10", "10", "11", "12", "10"},
      {"11", "11", "12", "12", "12"},
      {"12", "12", "11", "11", "11"},
      {"27", "27", "57", "58", "50"},
      {"28", "28", "55", "56", "50"},
      {"37", "37", "57", "58", "50"},
      {"38", "38", "53", "54", "50"},
      {"20", "39", "51", "52", "50"},
      {"43", "44", "63", "64", "60"},
      {"40", "42", "61", "62", "60"},
      {"53", "54", "", "38", "38"},
      {"55", "56", "28", "", "28"},
      {"57", "58", "27", "37", ""},
      {"50", "52", "20", "30", ""},
      {"61", "62", "41", "42", "40"},
      {"63", "64", "43", "44", ""},
      {"70", "79", "70", "70", "70"},
  }};
  const auto found = std::ranges::find_if(inverses, [&](const Inverse& each) {
    return relation >= each.first && relation <= each.last;
  });
  if (found == inverses.end()) return "";
  return std::string(sex == "1" ? found->male : sex == "2" ? found->female : found->either);
}

}  // namespace grid::domain
