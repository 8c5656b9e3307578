#include <grid/base/problem.h>
#include <grid/tool/language.h>
#include <libintl.h>
#include <unistd.h>

#include <array>
#include <clocale>
#include <cstdlib>

namespace grid::tool {

namespace {

constexpr const char* catalogue = "libgrid";

// Where the program stands: <prefix>/bin/<tool>, with <prefix>/share/locale beside it.
std::string locale_folder() {
  std::array<char, 4096> path{};
  const ssize_t length = readlink("/proc/self/exe", path.data(), path.size() - 1);
  if (length <= 0) return {};
  std::string folder(path.data(), static_cast<size_t>(length));
  folder.erase(folder.rfind('/') + 1);
  return folder + "../share/locale";
}

bool starts_with_zh(const char* name) {
  return name != nullptr && std::string_view(name).starts_with("zh");
}

}  // namespace

std::optional<Language> parse_language(std::string_view name) {
  if (name == "zh") return Language::zh;
  if (name == "en") return Language::en;
  return std::nullopt;
}

Language language_of_locale() {
  for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* name = std::getenv(variable);
    if (name == nullptr || *name == '\0') continue;
    return starts_with_zh(name) ? Language::zh : Language::en;
  }
  return Language::en;
}

// A server may have no Chinese locale: C.UTF-8 is always there, and LANGUAGE chooses.
void use_language(Language language) {
  if (language == Language::en) return;
  std::setlocale(LC_MESSAGES, "C.UTF-8");
  std::setlocale(LC_CTYPE, "C.UTF-8");
  setenv("LANGUAGE", "zh_CN", 1);
  bindtextdomain(catalogue, locale_folder().c_str());
  bind_textdomain_codeset(catalogue, "UTF-8");
  textdomain(catalogue);
}

// The catalogue, which is chosen once for the process, tells by any message.
bool speaks_chinese() {
  constexpr const char* any = message_id("{}; {}");
  return tr(any) != any;
}

const char* tr(const char* text) {
  return *text == '\0' ? text : gettext(text);
}

}  // namespace grid::tool
