# cmake --install: binaries, and libgrid as one static archive with its headers, a CMake package
# and a pkg-config file. The layers are folders of one library to those who use it.
include(CMakePackageConfigHelpers)

get_property(layers GLOBAL PROPERTY GRID_LAYERS)
add_library(grid STATIC)
set_target_properties(grid PROPERTIES LINKER_LANGUAGE CXX)
foreach(layer IN LISTS layers)
  target_sources(grid PRIVATE $<TARGET_OBJECTS:grid_${layer}>)
  install(DIRECTORY "lib/${layer}/include/grid" DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
endforeach()
target_include_directories(grid INTERFACE $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
target_compile_features(grid INTERFACE cxx_std_20)
install(FILES "${PROJECT_BINARY_DIR}/embedded/grid/sql/queries.h"
        DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/grid/sql)

set(grid_package ${CMAKE_INSTALL_LIBDIR}/cmake/libgrid)
install(TARGETS grid EXPORT libgrid ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(EXPORT libgrid NAMESPACE grid:: DESTINATION ${grid_package})
configure_package_config_file(cmake/libgrid-config.cmake.in
  "${PROJECT_BINARY_DIR}/libgrid-config.cmake" INSTALL_DESTINATION ${grid_package})
write_basic_package_version_file("${PROJECT_BINARY_DIR}/libgrid-config-version.cmake"
  COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/libgrid-config.cmake"
              "${PROJECT_BINARY_DIR}/libgrid-config-version.cmake"
        DESTINATION ${grid_package})
# Relative, so that the file is right wherever it is installed.
file(RELATIVE_PATH grid_prefix "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
configure_file(cmake/libgrid.pc.in "${PROJECT_BINARY_DIR}/libgrid.pc" @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/libgrid.pc"
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

# Completion for bash: one script, under the name of each tool.
get_property(tools GLOBAL PROPERTY GRID_TOOLS)
set(completion "${PROJECT_BINARY_DIR}/completions/grid")
file(READ completions/grid.bash text)
list(JOIN tools " " names)
file(WRITE "${completion}" "${text}\ncomplete -o default -F _grid ${names}\n")
foreach(tool IN LISTS tools)
  install(FILES "${completion}" RENAME ${tool}
          DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
endforeach()
