// Two words that cases and the policy share: how urgent a case is, and whose clock runs. Their
// codes and names stand with those of the other words, in case_words.h.
#pragma once

#include <cstdint>

namespace grid::domain {

// Urgency (紧急程度).
enum class Urgency : uint8_t { normal, urgent, emergency };

// Stage (环节): the part of a case's life whose clock runs.
enum class Stage : uint8_t { accept, sign, handle, verify };

}  // namespace grid::domain
