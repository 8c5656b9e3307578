#include <grid/tool/case_view.h>

namespace grid::tool {

codec::CaseView case_view(const Session& session, UtcOffset offset, const domain::Mask& mask) {
  return codec::CaseView{offset, session.now(), session.reveal() ? nullptr : &mask};
}

void set_case_columns(Output& output) {
  output.set_columns(output.format() == Format::csv ? codec::case_all_columns()
                                                    : codec::case_columns());
}

void set_filed_columns(Output& output) {
  output.set_columns(output.format() == Format::csv ? codec::filed_all_columns()
                                                    : codec::filed_columns());
}

}  // namespace grid::tool
