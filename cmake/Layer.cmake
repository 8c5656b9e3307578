# grid_layer(NAME [DEPENDS layer...] [LIBS target...] [PUBLIC_LIBS target...])
#
# One folder of lib/ becomes one static library with an include root of its own, so that a
# header of a layer that is not a dependency cannot be found by the compiler.
function(grid_layer name)
  cmake_parse_arguments(ARG "" "" "DEPENDS;LIBS;PUBLIC_LIBS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/lib/${name}/*.cc")
  add_library(grid_${name} STATIC ${sources})
  add_library(grid::${name} ALIAS grid_${name})
  target_include_directories(grid_${name} PUBLIC
    "$<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/lib/${name}/include>")
  list(TRANSFORM ARG_DEPENDS PREPEND grid_)
  target_link_libraries(grid_${name} PUBLIC ${ARG_DEPENDS} ${ARG_PUBLIC_LIBS} PRIVATE ${ARG_LIBS})
  set_property(GLOBAL APPEND PROPERTY GRID_LAYERS ${name})
endfunction()
