// grid-policy: the office's rules, applied, shown and compared.
#include <grid/base/nearest.h>
#include <grid/codec/policy_diff.h>
#include <grid/tool/office.h>
#include <grid/tool/policy_file.h>
#include <grid/tool/program.h>
#include <grid/tool/recompute.h>

#include <algorithm>
#include <array>

using namespace grid;
using namespace grid::tool;

namespace {

const std::array<std::string, 4> actions{"apply", "show", "diff", "versions"};

constexpr codec::Column version_columns[] = {{"version", "Version", "版本", nullptr, true},
                                             {"since", "Since", "生效时间"},
                                             {"applied_at", "Applied", "应用时间"},
                                             {"actor", "By", "操作人"},
                                             {"login", "Login", "系统账号"},
                                             {"outcome", "Outcome", "结果"}};
constexpr codec::Column change_columns[] = {
    {"path", "Rule", "规则"}, {"before", "Before", "原值"}, {"after", "After", "新值"}};

domain::KnownCodes known_codes(sql::Database& db) {
  domain::KnownCodes known;
  store::DirectoryStore directory(db);
  known.orgs.emplace();
  for (std::string& code : directory.org_codes()) known.orgs->insert(std::move(code));
  known.areas.emplace();
  for (const domain::AreaEntry& area : directory.areas()) known.areas->insert(area.code);
  return known;
}

text::Record version_record(const store::PolicyRow& row, UtcOffset offset) {
  return text::make_record("policy")
      .add("version", row.version)
      .add("since", format_instant(row.since, offset))
      .add("applied_at", format_instant(row.applied_at, offset))
      .add("actor", row.actor)
      .add("login", row.login);
}

struct Choice {
  std::string action, file;
  std::optional<std::string> since;
  std::optional<int64_t> version;
  bool recompute = false;
};

// The moment from which the new version holds.
Instant begin_of(const Choice& choice, Session& session, UtcOffset offset) {
  if (!choice.since) return session.now();
  const auto at = parse_moment(*choice.since, offset);
  if (at) return *at;
  session.messages().error(at.problem());
  throw Ended{exit_usage};
}

// The version that holds at `since`. One that begins later than `since` and has begun already
// would overrule a new one for ever: then the new one is refused.
int64_t in_force(const std::vector<store::PolicyRow>& versions, Instant since, Session& session) {
  int64_t holding = versions.front().version;
  for (const store::PolicyRow& row : versions) {
    if (row.since <= since) {
      holding = row.version;
    } else if (row.since <= session.now()) {
      session.messages().error(problem("policy.since", "--since",
                                       "version {} holds already and began later", row.version));
      throw Ended{exit_usage};
    }
  }
  return holding;
}

// What an applied version changes for the cases that are open: the days that its calendars have
// otherwise, and with --recompute all its rules. One that begins later changes nothing for them.
std::optional<domain::Override> changes_of(Session& session, const Choice& choice,
                                           const store::PolicyRow& row, bool late_notice) {
  if (row.since > session.now()) {
    if (choice.recompute) {
      session.messages().error(problem("policy.since", "--since",
                                       "cases can be recomputed only by rules that hold already"));
      throw Ended{exit_usage};
    }
    if (late_notice) {
      session.messages().warning(
          problem("policy.days_later", "--since",
                  "open cases keep their days: apply the same rules again with --recompute once "
                  "they hold"));
    }
    return std::nullopt;
  }
  if (choice.recompute) return domain::Override{.policy = row.version, .calendar = row.version};
  if (late_notice) return domain::Override{.calendar = row.version};
  return std::nullopt;
}

int apply(Session& session, const Choice& choice) {
  // The codes that exist are read first: no lock is held while a policy comes from a pipe.
  domain::KnownCodes known;
  {
    sql::Database db = session.open(sql::Access::read);
    known = known_codes(db);
  }
  const domain::Policy policy = read_policy_file(session, choice.file, known);
  sql::Database db = session.open(sql::Access::write);
  sql::Transaction change(db);
  Office office(db, session.now());
  const domain::Actor actor = require_actor(session, db, office.today());
  require_role(actor, {});
  store::OfficeStore store(db);
  const std::vector<store::PolicyRow> versions = store.policies();
  const Instant since = begin_of(choice, session, policy.office.utc_offset);
  store::PolicyRow last = store.policy(in_force(versions, since, session));
  const domain::Policy before = stored_policy(last);
  const bool same = before == policy;
  if (!same) {
    last = policy_row(policy, versions.back().version + 1, session);
    last.since = since;
    store.add_policy(last);
  }
  const auto how = changes_of(session, choice, last, domain::days_differ(before, policy));
  if (how) {
    office.refresh(session.now());
    recompute_cases(session, db, office, *how, actor);
  }
  if (!session.dry_run()) change.commit();
  // A CSV has one heading: it holds the deadlines where any were looked at.
  if (how && session.output().format() == Format::csv) {
    session.output().flush();
    return exit_ok;
  }
  session.output().set_columns(version_columns);
  session.output().record(version_record(last, policy.office.utc_offset)
                              .add("outcome", std::string(same ? "same" : "added")));
  session.output().flush();
  return exit_ok;
}

// The version asked for, else the one that holds.
domain::Policy chosen(sql::Database& db, const Session& session, const Choice& choice) {
  if (choice.version) return stored_policy(store::OfficeStore(db).policy(*choice.version));
  return Office(db, session.now()).policy();
}

int show(Session& session, const Choice& choice) {
  session.read([&](sql::Database& db) {
    session.output().text(codec::write_policy(chosen(db, session, choice)));
  });
  return exit_ok;
}

int versions(Session& session) {
  session.output().set_columns(version_columns);
  session.read([&](sql::Database& db) {
    const UtcOffset offset = Office(db, session.now()).offset();
    for (const store::PolicyRow& row : store::OfficeStore(db).policies()) {
      session.output().record(version_record(row, offset));
    }
  });
  return exit_ok;
}

int diff(Session& session, const Choice& choice) {
  domain::Policy before;
  domain::KnownCodes known;
  {
    sql::Database db = session.open(sql::Access::read);
    sql::Transaction view(db, sql::Transaction::Kind::read);
    before = chosen(db, session, choice);
    known = known_codes(db);
  }
  const domain::Policy after = read_policy_file(session, choice.file, known);
  session.output().set_columns(change_columns);
  for (const codec::PolicyChange& change : codec::diff_policies(before, after)) {
    session.output().record(text::make_record("difference")
                                .add("path", change.path)
                                .add_if("before", change.before)
                                .add_if("after", change.after));
  }
  session.output().flush();
  return exit_ok;
}

Status check(const std::vector<std::string>& operands, Choice& choice) {
  const std::string action = operands.empty() ? "" : operands.front();
  if (std::find(actions.begin(), actions.end(), action) == actions.end()) {
    Problem p = problem("usage.operand", "", "name an action: apply, show, diff or versions");
    p.near = nearest(action, actions);
    return p;
  }
  const bool takes_file = action == "apply" || action == "diff";
  if (operands.size() != (takes_file ? 2 : 1)) {
    return takes_file ? problem("usage.operand", "", "{} takes one file", action)
                      : problem("usage.operand", "", "{} takes no file", action);
  }
  if (choice.recompute && action != "apply") {
    return problem("usage.option", "--recompute", "--recompute goes with apply");
  }
  choice.action = action;
  choice.file = takes_file ? operands.back() : "";
  return Done{};
}

}  // namespace

int main(int argc, char** argv) {
  Program program("grid-policy", "apply, show and compare the office's rules",
                  Uses{.database = true, .writes = true});
  Options& options = program.options();
  Choice choice;
  std::vector<std::string> operands;
  options.operands("apply FILE | show | diff FILE | versions", operands);
  options.value("--since", "TIME", "apply: from when the rules hold for new cases (now)",
                choice.since);
  options.flag("--recompute", "apply: open cases come under these rules, too", choice.recompute);
  options.value("--version-no", "N", "show, diff: this version instead of the one that holds",
                choice.version);
  options.describe("A policy is a TOML file; grid-policy(5) describes it.");
  options.example("grid-policy show > policy.toml", "the rules that hold, ready to be edited");
  options.example("grid-policy apply policy.toml", "a new version, from now on");
  options.example("grid-policy apply policy.toml --dry-run",
                  "which deadlines a late holiday notice would move");
  program.check([&] { return check(operands, choice); });
  return program.run(argc, argv, [&](Session& session) {
    if (choice.action == "apply") return apply(session, choice);
    if (choice.action == "show") return show(session, choice);
    if (choice.action == "diff") return diff(session, choice);
    return versions(session);
  });
}
