#include <grid/codec/household.h>
#include <grid/codec/register_file.h>
#include <grid/tool/move_desk.h>
#include <grid/tool/move_names.h>

#include <algorithm>

namespace grid::tool {

using codec::MoveRecord;
using domain::Household;
using domain::KnownHousehold;
using domain::MoveAction;
using domain::MoveHome;
using domain::Mover;
using domain::MoveTerms;
using domain::MoveWrites;

struct MoveDesk::Answer {
  MoveWrites writes;
  std::vector<int64_t> people;      // to print, in this order
  std::vector<int64_t> households;  // likewise, before the people
  std::vector<Problem> warnings;
  int64_t candidate = 0;  // that was decided; 0: none
  std::string_view decision;
};

namespace {

// People who came to a household and of whom nobody said what they are to its head.
std::vector<Problem> relations_unknown(const MoveWrites& writes) {
  const auto unknown = std::ranges::count_if(writes.spells, [](const MoveWrites::Spell& each) {
    const domain::Residence& spell = each.spell.residence;
    return spell.until.empty() && spell.relation.empty();
  });
  if (unknown == 0) return {};
  return {problem("move.relation_unknown", "relation",
                  "{} people have no relation to the head of their new household yet", unknown)};
}

// The number decides over birth date and sex, as in an import.
std::vector<Problem> conflicts(const domain::Person& before, const MoveWrites& writes) {
  std::vector<Problem> warnings;
  if (!writes.person) return warnings;
  const domain::Person& after = writes.person->person;
  if (!domain::births_agree(before.birth, after.birth)) {
    warnings.push_back(
        problem("birth.conflict", "birth", "the birth date contradicts the number, which counts"));
  }
  if (!before.sex.empty() && before.sex != after.sex) {
    warnings.push_back(
        problem("sex.conflict", "sex", "the sex contradicts the number, which counts"));
  }
  return warnings;
}

int64_t owner_of(const MoveWrites::Spell& each) {
  return each.person;
}

}  // namespace

void MoveDesk::refresh() {
  office_ = std::make_unique<Office>(db_, session_.now());
  const Date today = office_->today();
  require_role(require_actor(session_, db_, today),
               {domain::Role::head, domain::Role::worker, domain::Role::clerk});
  scope_ = PersonalScope::of_register(session_, db_, office_->areas(), today);
  checker_.reset();
  places_ = std::make_unique<domain::RegisterPlaces>(office_->areas(), today, "");
  checker_ = std::make_unique<codec::RegisterChecker>(
      *places_, codec::RegisterRules{today, domain::RelationCodes::unset});
  moves_ = std::make_unique<store::MoveStore>(db_, office_->areas(), today);
  book_ = std::make_unique<store::ImportStore>(db_, office_->areas(), today);
  names_ = std::make_unique<MoveNames>(*moves_, *book_, office_->areas());
  batch_ = {};
}

void MoveDesk::close() {
  if (batch_.id != 0) book_->finish(batch_);
  batch_ = {};
}

// One batch has one reason: another one begins a batch of its own.
void MoveDesk::require_batch(const std::string& reason) {
  if (batch_.id != 0 && batch_.reason == reason) return;
  close();
  batch_.kind = domain::BatchKind::move;
  batch_.file = session_.tool();
  batch_.reason = reason;
  batch_.id = book_->begin(batch_, {},
                           {session_.now(), session_.login(), session_.system_login(),
                            store::OfficeStore(db_).office().uid});
}

MoveTerms MoveDesk::terms(const MoveRecord& move) const {
  return {move.date.value_or(office_->today()), office_->today(), true, move.relation,
          office_->policy().registers};
}

// The household to which somebody comes; `made`: what it will be where there is none yet.
Result<MoveHome> MoveDesk::target(const std::string& community, const std::string& no,
                                  const Household& made) {
  MoveHome home;
  home.known.household = made;
  home.known.household.community = community;
  home.known.household.no = no;
  if (no.empty()) return home;
  if (office_->areas().find(community) == nullptr) {
    return problem("area.unknown", "community", "there is no area {}", community);
  }
  if (auto known = moves_->household(community, no)) {
    home.known = *std::move(known);
    home.heads = moves_->heads(home.known.id);
    home.fresh = std::ranges::find(made_, home.known.id) != made_.end();
  }
  return home;
}

Result<MoveDesk::Answer> MoveDesk::leave(MoveAction action, const MoveRecord& move) {
  const auto who = names_->one(move);
  if (!who) return who.problem();
  int64_t home = 0;
  if (action == MoveAction::out && !move.household_no.empty()) {
    const auto left = names_->household(move.community, move.household_no);
    if (!left) return left.problem();
    home = left->id;
  }
  auto writes = action == MoveAction::death ? domain::decide_death(*who, terms(move))
                                            : domain::decide_out(*who, home, terms(move));
  if (!writes) return writes.problem();
  return Answer{*std::move(writes), {who->id}, {}, {}, 0, {}};
}

// Where somebody comes to: --to-household says it as --household does.
MoveRecord MoveDesk::arrival_of(MoveRecord move) {
  if (!move.to_household.empty()) move.household_no = move.to_household;
  if (!move.to_community.empty()) move.community = move.to_community;
  return move;
}

// A known person who comes (back).
Result<MoveDesk::Answer> MoveDesk::come_back(const MoveRecord& move, const text::Record& record) {
  const auto who = names_->one(move);
  if (!who) return who.problem();
  domain::Residence stay;
  if (!who->spells.empty()) stay.kind = who->spells.back().residence.kind;
  if (const std::string kind = record.text("residence"); !kind.empty()) {
    const auto parsed = domain::parse_residence_kind(kind);
    if (!parsed) return parsed.problem();
    stay.kind = *parsed;
  }
  stay.relation = move.relation.empty() ? record.text("relation") : move.relation;
  stay.community = move.community;
  stay.no = move.household_no;
  if (stay.community.empty()) {
    return problem("field.required", "household_no", "where the person comes to is missing");
  }
  const auto home = target(stay.community, stay.no, {});
  if (!home) return home.problem();
  auto writes = domain::decide_in(*who, nullptr, stay, *home, terms(move));
  if (!writes) return writes.problem();
  return Answer{*std::move(writes), {who->id}, {}, {}, 0, {}};
}

Result<MoveDesk::Answer> MoveDesk::arrive(MoveAction action, const MoveRecord& given,
                                          const text::Record& record) {
  const MoveRecord move = arrival_of(given);
  if (!move.people.empty()) {
    if (action == MoveAction::birth) {
      return problem("move.known", "person", "a birth brings somebody new; name nobody");
    }
    return come_back(move, record);
  }
  domain::RegisterNotes notes;
  auto entry = codec::read_newcomer(record, move, *checker_, notes);
  if (!entry) return entry.problem();
  domain::Residence& stay = entry->residence;
  if (!move.relation.empty()) stay.relation = move.relation;
  MoveTerms terms = this->terms(move);
  const std::string& told = action == MoveAction::birth ? entry->person->birth : stay.since;
  if (const auto date = parse_date(told); !move.date && date) terms.date = *date;
  const auto home = target(stay.community, stay.no, entry->household.value_or(Household{}));
  if (!home) return home.problem();
  if (action == MoveAction::birth && home->known.id == 0) {
    return MoveNames::no_household(stay.no);
  }
  const auto known = names_->matching(*entry->person, home->known.id);
  if (!known) return known.problem();
  auto writes = action == MoveAction::birth && !*known
                    ? domain::decide_birth(*entry->person, stay, *home, terms)
                    : domain::decide_in(known->value_or(Mover{0, *entry->person, {}}),
                                        &*entry->person, stay, *home, terms);
  if (!writes) return writes.problem();
  const int64_t person = *known ? (*known)->id : domain::made_here;
  return Answer{*std::move(writes), {person}, {}, std::move(notes.warnings), 0, {}};
}

Result<MoveDesk::Answer> MoveDesk::split(const MoveRecord& move) {
  const auto who = names_->all(move);
  if (!who) return who.problem();
  if (move.to_household.empty()) {
    return problem("field.required", "to_household", "the number of the new household is missing");
  }
  const auto from = move.household_no.empty()
                        ? names_->home_of(who->front())
                        : names_->household(move.community, move.household_no);
  if (!from) return from.problem();
  Household made = from->household;
  made.ended.clear();
  const std::string& community =
      move.to_community.empty() ? from->household.community : move.to_community;
  const auto to = target(community, move.to_household, made);
  if (!to) return to.problem();
  auto writes = domain::decide_split(*who, from->id, *to, terms(move));
  if (!writes) return writes.problem();
  std::vector<Problem> warnings = relations_unknown(*writes);
  const int64_t row = to->known.id == 0 ? domain::made_here : to->known.id;
  return Answer{*std::move(writes), {}, {row}, std::move(warnings), 0, {}};
}

Result<MoveDesk::Answer> MoveDesk::merge(const MoveRecord& move) {
  const auto from = names_->household(move.community, move.household_no);
  if (!from) return from.problem();
  const auto into = names_->household(
      move.to_community.empty() ? move.community : move.to_community, move.to_household);
  if (!into) return into.problem();
  auto writes = domain::decide_merge(*from, moves_->members(from->id),
                                     MoveHome{*into, false, moves_->heads(into->id)}, terms(move));
  if (!writes) return writes.problem();
  std::vector<Problem> warnings = relations_unknown(*writes);
  return Answer{*std::move(writes), {}, {into->id}, std::move(warnings), 0, {}};
}

Result<MoveDesk::Answer> MoveDesk::change_head(const MoveRecord& move) {
  const auto who = names_->one(move);
  if (!who) return who.problem();
  const auto home = move.household_no.empty()
                        ? names_->home_of(*who)
                        : names_->household(move.community, move.household_no);
  if (!home) return home.problem();
  const std::vector<Mover> members = moves_->members(home->id);
  auto writes = domain::decide_head(*home, members, who->id, terms(move));
  if (!writes) return writes.problem();
  Answer answer{*std::move(writes), {who->id}, {}, {}, 0, {}};
  for (const MoveWrites::Spell& spell : answer.writes.spells) {
    if (std::ranges::find(answer.people, spell.person) == answer.people.end()) {
      answer.people.push_back(spell.person);
    }
  }
  if (!answer.writes.nothing() && members.size() > answer.people.size()) {
    answer.warnings.push_back(problem("move.relation_former", "relation",
                                      "{} people are still told by their relation to the former "
                                      "head",
                                      members.size() - answer.people.size()));
  }
  return answer;
}

Result<MoveDesk::Answer> MoveDesk::correct(const MoveRecord& move) {
  const auto who = names_->one(move);
  if (!who) return who.problem();
  if (!move.new_number) {
    return problem("field.required", "new_id_no", "the right number is missing");
  }
  auto writes = domain::decide_correct(
      *who, *move.new_number, names_->holder(move.new_number->kind, move.new_number->number));
  if (!writes) return writes.problem();
  std::vector<Problem> warnings = conflicts(who->person, *writes);
  return Answer{*std::move(writes), {who->id}, {}, std::move(warnings), 0, {}};
}

// A row that was asked about is this person, or somebody else.
Result<MoveDesk::Answer> MoveDesk::judge(MoveAction action, const MoveRecord& move) {
  const auto row = names_->candidate(move, action);
  if (!row) return row.problem();
  const std::string_view decision = domain::name_of(action);
  if (row->state != "open") return Answer{{}, {row->person}, {}, {}, 0, {}};
  domain::RegisterNotes notes;
  auto entry = codec::read_entry(row->entry, *checker_, notes);
  if (!entry) return entry.problem();
  const domain::Person& said = *entry->person;
  Mover who{0, said, {}};
  if (action == MoveAction::same) {
    auto named = names_->meant(move, *row);
    if (!named) return named.problem();
    who = *std::move(named);
  }
  const int64_t holder = said.id_no.empty() ? 0 : names_->holder(said.id_kind, said.id_no);
  if (holder != 0 && holder != who.id) {
    return problem("person.number_taken", "id_no", "person {} has this number", holder);
  }
  MoveTerms terms = this->terms(move);
  terms.dated = false;
  const auto home = target(entry->residence.community, entry->residence.no,
                           entry->household.value_or(Household{}));
  if (!home) return home.problem();
  auto writes = domain::decide_in(who, &said, entry->residence, *home, terms);
  if (!writes) return writes.problem();
  const int64_t person = who.id == 0 ? domain::made_here : who.id;
  return Answer{*std::move(writes), {person}, {}, {}, row->id, decision};
}

Result<MoveDesk::Answer> MoveDesk::answer(MoveAction action, const MoveRecord& move,
                                          const text::Record& record) {
  switch (action) {
    case MoveAction::birth:
    case MoveAction::in:
      return arrive(action, move, record);
    case MoveAction::death:
    case MoveAction::out:
      return leave(action, move);
    case MoveAction::split:
      return split(move);
    case MoveAction::merge:
      return merge(move);
    case MoveAction::head:
      return change_head(move);
    case MoveAction::correct:
      return correct(move);
    case MoveAction::same:
    case MoveAction::different:
      break;
  }
  return judge(action, move);
}

// In the own area lie those who are moved, but for newcomers who show their number, and where they
// come to.
// Whoever moves somebody must see the person, and the place to which the person comes. Who comes
// from elsewhere with a number is taken by it.
bool MoveDesk::permitted(const Answer& answer, MoveAction action, const MoveRecord& move) {
  const auto sees = [&](const domain::Residence& stay) {
    return scope_->sees(stay.community, stay.area);
  };
  const bool come = std::ranges::all_of(answer.writes.spells, [&](const MoveWrites::Spell& each) {
    return each.spell.id != 0 || sees(each.spell.residence);
  });
  const bool taken_in = action == MoveAction::in && move.people.empty();
  const auto known = [&](int64_t id) { return taken_in || is_seen(id); };
  const auto home = [&](int64_t id) {
    const auto found = moves_->household(id);
    return !found || scope_->sees(found->household.community, found->household.area);
  };
  return come && std::ranges::all_of(answer.people, known) &&
         std::ranges::all_of(answer.writes.spells, known, owner_of) &&
         std::ranges::all_of(answer.households, home);
}

bool MoveDesk::is_seen(int64_t person) {
  const auto who = moves_->person(person);
  return !who || who->spells.empty() ||
         std::ranges::any_of(who->spells, [&](const auto& spell) {
           return scope_->sees(spell.residence.community, spell.residence.area);
         });
}

void MoveDesk::write(Answer& answer) {
  const domain::MadeRows made = domain::write(answer.writes, *book_);
  if (made.household != 0) made_.push_back(made.household);
  for (int64_t& each : answer.people) {
    if (each == domain::made_here) each = made.person;
  }
  for (int64_t& each : answer.households) {
    if (each == domain::made_here) each = made.household;
  }
  if (answer.candidate != 0) {
    moves_->decide(answer.candidate, answer.decision, answer.people.front(), batch_.id);
  }
}

// A household that the head has left, or to which a second one came.
void MoveDesk::check_heads(const Answer& answer, Applied& applied) {
  for (const MoveWrites::Spell& each : answer.writes.spells) {
    const domain::KnownResidence& spell = each.spell;
    if (!domain::is_head(spell.residence.relation) || spell.household <= 0) continue;
    const int64_t heads = moves_->heads(spell.household);
    const std::string& no = spell.residence.no;
    if (heads > 1 && spell.residence.until.empty()) {
      applied.warnings.push_back(
          problem("household.two_heads", "relation", "household {} has {} heads", no, heads));
    } else if (heads == 0 && !moves_->members(spell.household).empty()) {
      applied.warnings.push_back(
          problem("household.no_head", "relation", "household {} has no head", no));
    }
  }
}

Applied MoveDesk::shown(const Answer& answer, Outcome outcome) {
  Applied applied;
  applied.outcome = outcome;
  applied.warnings = answer.warnings;
  std::ranges::copy(answer.writes.warnings, std::back_inserter(applied.warnings));
  const codec::PersonView masked{&office_->policy().mask, office_->today()};
  const auto give = [&](text::Record record) {
    record.add("outcome", std::string(outcome_name(outcome)));
    applied.records.push_back(std::move(record));
  };
  for (const int64_t id : answer.households) {
    const auto home = moves_->household(id);
    if (!home) continue;
    give(codec::write_household(home->household, static_cast<int64_t>(moves_->members(id).size())));
  }
  for (const int64_t id : answer.people) {
    const auto who = moves_->person(id);
    if (!who) continue;
    const domain::Residence nowhere;
    const auto& spells = who->spells;
    const auto open = std::find_if(spells.rbegin(), spells.rend(),
                                   [](const auto& spell) { return spell.residence.until.empty(); });
    const domain::Residence& stay = spells.empty()          ? nowhere
                                    : open != spells.rend() ? open->residence
                                                            : spells.back().residence;
    give(codec::with_key(codec::write_person(who->person, stay, masked), id));
  }
  return applied;
}

Result<Applied> MoveDesk::act(const text::Record& record, const MoveRecord& given) {
  const auto move = codec::read_move(record, given, office_->today());
  if (!move) return move.problem();
  const auto action = domain::move_action_named(move->action);
  if (!action) return MoveNames::no_action(move->action);
  auto answer = this->answer(*action, *move, record);
  if (!answer) return answer.problem();
  if (!permitted(*answer, *action, *move)) return beyond_scope();
  // A dry run tells nothing of somebody who would only be seen after it.
  if (session_.dry_run()) std::erase_if(answer->people, [&](int64_t id) { return !is_seen(id); });
  const bool nothing = answer->writes.nothing() && answer->candidate == 0;
  Outcome outcome = answer->writes.new_person ? Outcome::added : Outcome::changed;
  if (nothing) outcome = Outcome::same;
  if (!nothing) {
    require_batch(move->reason);
    write(*answer);
    ++batch_.read;
    ++(outcome == Outcome::added ? batch_.added : batch_.changed);
  }
  Applied applied = shown(*answer, outcome);
  if (!nothing) check_heads(*answer, applied);
  return applied;
}

}  // namespace grid::tool
