#include "entry_digest.h"

#include <grid/store/digest.h>

#include <string>
#include <string_view>

namespace grid::store {

sql::Blob digest_of(const domain::RegisterEntry& entry) {
  // No field holds a line end.
  std::string text;
  const auto add = [&text](std::string_view part) { (text += part) += '\n'; };
  if (entry.household) {
    for (const std::string* part : {&entry.household->community, &entry.household->no}) add(*part);
  }
  if (entry.person) {
    const domain::Person& p = *entry.person;
    add(domain::id_kind_name(p.id_kind));
    for (const std::string* part :
         {&p.id_no, &p.name, &p.former_name, &p.sex, &p.birth, &p.died, &p.ethnic, &p.nationality,
          &p.phone, &p.politics, &p.education, &p.marriage, &p.registered_address, &p.tags,
          &p.source, &p.source_ref}) {
      add(*part);
    }
  }
  const domain::Residence& r = entry.residence;
  add(r.kind ? domain::residence_kind_name(*r.kind) : "");
  add(r.consistent ? (*r.consistent ? "1" : "0") : "");
  for (const std::string* part :
       {&r.community, &r.no, &r.area, &r.relation, &r.address, &r.since, &r.until, &r.ended_by,
        &r.flow_reason, &r.origin, &r.permit_no, &r.registered_on, &r.permit_until}) {
    add(*part);
  }
  return sm3(text);
}

}  // namespace grid::store
