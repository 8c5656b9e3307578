#include <grid/sql/queries.h>
#include <grid/store/anchor.h>
#include <grid/store/digest.h>
#include <grid/store/office_store.h>

#include <algorithm>

namespace grid::store {

namespace query = sql::query;
using domain::Anchor;

namespace {

std::string hash_at(sql::Database& db, int64_t place) {
  if (place == 0) return hexadecimal(sql::Blob(digest_size));
  sql::Rows rows = db.select(query::event_hash_at, place);
  return rows.next() ? hexadecimal(rows.blob(0)) : std::string();
}

std::string policy_digest(sql::Database& db, int64_t version) {
  sql::Rows rows = db.select(query::policy_digest, version);
  return rows.next() ? hexadecimal(rows.blob(0)) : std::string();
}

std::optional<AnchorFault> fault_of(sql::Database& db, const Anchor& anchor, const Anchor& head) {
  if (anchor.office != head.office) return AnchorFault::office;
  if (anchor.events > head.events) return AnchorFault::cut;
  if (hash_at(db, anchor.events) != anchor.hash) return AnchorFault::rewritten;
  if (anchor.policy != 0 && policy_digest(db, anchor.policy) != anchor.digest) {
    return AnchorFault::policy;
  }
  return std::nullopt;
}

}  // namespace

Anchor anchor_of(sql::Database& db) {
  Anchor head;
  OfficeStore office(db);
  head.office = office.office().uid;
  {
    sql::Rows rows = db.select(query::event_last);
    if (rows.next()) {
      head.events = rows.integer(0);
      head.case_no = rows.text(1);
      head.seq = rows.integer(2);
      head.recorded_at = Instant{Seconds{rows.integer(3)}};
    }
  }
  head.hash = hash_at(db, head.events);
  const std::vector<PolicyRow> policies = office.policies();
  if (!policies.empty()) {
    head.policy = policies.back().version;
    head.digest = policy_digest(db, head.policy);
  }
  return head;
}

std::vector<AnchorBreak> compare_anchors(sql::Database& db, std::span<const Anchor> anchors) {
  std::vector<Anchor> in_order(anchors.begin(), anchors.end());
  std::ranges::stable_sort(in_order, {}, &Anchor::events);
  const Anchor head = anchor_of(db);
  std::vector<AnchorBreak> breaks;
  int64_t good = 0;
  for (const Anchor& anchor : in_order) {
    const auto fault = fault_of(db, anchor, head);
    if (!fault || *fault == AnchorFault::policy) good = anchor.events;
    if (!fault) continue;
    const auto told = [&](const AnchorBreak& other) { return other.fault == *fault; };
    if (std::ranges::any_of(breaks, told)) continue;
    breaks.push_back({*fault, anchor, *fault == AnchorFault::cut ? head.events : good});
  }
  std::ranges::sort(breaks, {}, &AnchorBreak::fault);
  return breaks;
}

}  // namespace grid::store
