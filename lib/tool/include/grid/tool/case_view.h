// How the tools show cases to somebody.
#pragma once

#include <grid/codec/case.h>
#include <grid/domain/policy.h>
#include <grid/tool/session.h>

namespace grid::tool {

// Personal data masked by the policy unless revealed; keeps a pointer to the mask.
[[nodiscard]] codec::CaseView case_view(const Session& session, UtcOffset offset,
                                        const domain::Mask& mask);

// The columns that suit the output's format; those of cases just filed have their likely doubles.
void set_case_columns(Output& output);
void set_filed_columns(Output& output);

}  // namespace grid::tool
