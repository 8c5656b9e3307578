# Run with -DNAME= -DNAMESPACE= -DFILE= -DOUT=: writes one source (see EmbedText.cmake).
# The file is read as hexadecimal digits, since reading it as text would take ; and [ apart.
file(READ "${FILE}" hex HEX)
string(LENGTH "${hex}" digits)
math(EXPR size "${digits} / 2")
string(REGEX REPLACE "(..)" "0x\\1," bytes "${hex}")
string(REGEX REPLACE "(0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,)" "    \\1\n" bytes "${bytes}")
file(WRITE "${OUT}" "// Made at build time.\n#include <string_view>\n\nnamespace ${NAMESPACE} {\n\nstd::string_view ${NAME}();\n\nstd::string_view ${NAME}() {\n  static constexpr unsigned char bytes[] = {\n${bytes}\n  };\n  return {reinterpret_cast<const char*>(bytes), ${size}};\n}\n\n}  // namespace ${NAMESPACE}\n")
