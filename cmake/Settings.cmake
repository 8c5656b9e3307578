# Compiler settings and the libraries of Debian 12 that the layers use.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set_property(GLOBAL PROPERTY GLOBAL_DEPENDS_NO_CYCLES ON)

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")
include(GNUInstallDirs)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")

find_program(GRID_CCACHE ccache)
if(GRID_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${GRID_CCACHE}")
endif()

add_compile_options(-Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # Falsely reported when optimising: for std::string concatenation (GCC bug 105651) and for
  # std::optional (GCC bug 80635). The sanitizers watch for the real thing.
  add_compile_options(-Wno-restrict -Wno-maybe-uninitialized)
endif()
# A tool loads only the libraries that its own objects need: start-up time is a feature.
add_link_options(-Wl,--as-needed)
if(GRID_SANITIZE)
  add_compile_options(-fsanitize=${GRID_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${GRID_SANITIZE})
endif()

find_package(simdjson REQUIRED)
find_package(CLI11 REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
find_package(PkgConfig REQUIRED)
pkg_check_modules(utf8proc REQUIRED IMPORTED_TARGET libutf8proc)
add_library(utf8proc::utf8proc ALIAS PkgConfig::utf8proc)
# Debian's CMake package of libzip asks for its programs too.
pkg_check_modules(libzip REQUIRED IMPORTED_TARGET libzip)
add_library(zip::zip ALIAS PkgConfig::libzip)
find_package(EXPAT REQUIRED)
pkg_check_modules(libxlsxwriter REQUIRED IMPORTED_TARGET xlsxwriter)
add_library(xlsxwriter::xlsxwriter ALIAS PkgConfig::libxlsxwriter)
# fmt and toml++ are used from their headers, in one file each: shared libraries less to load at
# each start.
find_package(fmt 9 REQUIRED)
add_library(grid_fmt STATIC "${PROJECT_SOURCE_DIR}/cmake/fmt.cc")
get_target_property(fmt_include fmt::fmt INTERFACE_INCLUDE_DIRECTORIES)
target_include_directories(grid_fmt SYSTEM PUBLIC ${fmt_include})
find_path(TOMLPLUSPLUS_INCLUDE_DIR toml++/toml.h REQUIRED)
# libcsv ships neither a CMake package nor a pkg-config file.
find_path(CSV_INCLUDE_DIR csv.h REQUIRED)
find_library(CSV_LIBRARY csv REQUIRED)
add_library(csv::csv UNKNOWN IMPORTED)
set_target_properties(csv::csv PROPERTIES
  IMPORTED_LOCATION "${CSV_LIBRARY}"
  INTERFACE_INCLUDE_DIRECTORIES "${CSV_INCLUDE_DIR}")
