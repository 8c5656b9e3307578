// What is wrong with the chain, and how it came about.
#include <grid/sql/queries.h>
#include <grid/store/event_chain.h>

#include "event_rows.h"

namespace grid::store {

namespace query = sql::query;
using domain::Event;

namespace {

struct Link {
  int64_t id = 0;
  Event event;
  sql::Blob personal;  // digest of the personal text
};

Link link_at(const sql::Rows& rows) {
  return {rows.integer(event_row_id), event_at(rows), rows.blob(event_row_personal)};
}

// Where the broken link and its place have their like in the rest of the file.
struct Likeness {
  std::optional<int64_t> fits_after;  // the event follows that place, by its hash; 0: it is first
  bool other_fits = false;            // another event belongs to the place
};

Likeness compare(sql::Database& db, const sql::Blob& before, const Link& broken) {
  EventChain chain;
  const auto follows = [&](const sql::Blob& hash, const Link& link) {
    return chain.next(hash, link.event, link.personal) == link.event.hash;
  };
  Likeness like;
  if (follows(sql::Blob(digest_size), broken)) like.fits_after = 0;
  for (sql::Rows rows = db.select(query::event_all); rows.next();) {
    const Link link = link_at(rows);
    if (link.id == broken.id) continue;
    if (follows(link.event.hash, broken)) like.fits_after = link.id;
    like.other_fits = like.other_fits || follows(before, link);
  }
  return like;
}

ChainBreak named(sql::Database& db, ChainFault fault, int64_t place) {
  ChainBreak found{fault, place, {}, 0};
  sql::Rows rows = db.select(query::event_at, place);
  if (rows.next()) {
    found.case_no = rows.text(0);
    found.seq = rows.integer(1);
  }
  return found;
}

// The event that is gone: the first that its case lacks, in the order in which the cases go on, or
// the one behind the last of a case that says that it has more.
ChainBreak missing(sql::Database& db, int64_t place) {
  ChainBreak found{ChainFault::missing, place, {}, 0};
  const auto take = [&](sql::Rows rows) {
    if (!rows.next()) return false;
    found.case_no = rows.text(0);
    found.seq = rows.integer(1);
    return true;
  };
  if (!take(db.select(query::event_gap, place))) (void)take(db.select(query::event_gap_at_end));
  return found;
}

ChainBreak explain(sql::Database& db, const sql::Blob& before, const Link& broken) {
  const Likeness like = compare(db, before, broken);
  // Its true predecessor stands further up: what came between them was put in.
  if (like.fits_after && *like.fits_after < broken.id) {
    return named(db, ChainFault::inserted, *like.fits_after + 1);
  }
  if (like.fits_after) return named(db, ChainFault::reordered, broken.id);
  if (like.other_fits) return named(db, ChainFault::inserted, broken.id);
  ChainBreak gap = missing(db, broken.id);
  return gap.case_no.empty() ? named(db, ChainFault::altered, broken.id) : gap;
}

}  // namespace

std::optional<ChainBreak> verify_chain(sql::Database& db) {
  EventChain chain;
  sql::Blob before(digest_size);
  int64_t expected = 0;
  std::optional<Link> broken;
  for (sql::Rows rows = db.select(query::event_all); rows.next();) {
    ++expected;
    Link link = link_at(rows);
    if (link.id != expected || chain.next(before, link.event, link.personal) != link.event.hash) {
      broken = std::move(link);
      break;
    }
    // Erased personal text leaves no row; what is there must be what was recorded.
    if (!rows.null(event_row_salt) &&
        chain.personal_digest(rows.blob(event_row_salt), link.event.personal) != link.personal) {
      return ChainBreak{ChainFault::personal, expected, link.event.case_no, link.event.seq};
    }
    before = std::move(link.event.hash);
  }
  if (!broken) return std::nullopt;
  if (broken->id > expected) return missing(db, expected);
  if (broken->id < expected) return named(db, ChainFault::inserted, broken->id);
  return explain(db, before, *broken);
}

}  // namespace grid::store
