// The language of headings, messages and help. JSON never changes with it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace grid::tool {

enum class Language { en, zh };

// "zh" or "en"; nullopt for any other name.
[[nodiscard]] std::optional<Language> parse_language(std::string_view name);
// From LC_ALL, LC_MESSAGES, LANG: Chinese where the locale's name begins with zh.
[[nodiscard]] Language language_of_locale();
// Loads the catalogue that stands beside the program (../share/locale). Call once, at start.
void use_language(Language language);
// Whether that is Chinese.
[[nodiscard]] bool speaks_chinese();
// The message in the language in use; `text` is its English form and its id.
[[nodiscard]] const char* tr(const char* text);

}  // namespace grid::tool
