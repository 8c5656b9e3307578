# grid_embed_text(LAYER NAMESPACE name=file...)
#
# Compiles each text file into the layer as `std::string_view NAMESPACE::name()`; a header of the
# layer declares it.
function(grid_embed_text layer namespace)
  set(generator "${PROJECT_SOURCE_DIR}/cmake/embed_text.cmake")
  foreach(pair IN LISTS ARGN)
    string(REGEX MATCH "^([a-z_]+)=(.+)$" ok "${pair}")
    set(name "${CMAKE_MATCH_1}")
    set(file "${CMAKE_MATCH_2}")
    set(out "${PROJECT_BINARY_DIR}/embedded/${name}.cc")
    add_custom_command(
      OUTPUT "${out}"
      COMMAND ${CMAKE_COMMAND} "-DNAME=${name}" "-DNAMESPACE=${namespace}" "-DFILE=${file}"
              "-DOUT=${out}" -P "${generator}"
      DEPENDS "${file}" "${generator}"
      COMMENT "Embedding ${name}")
    target_sources(grid_${layer} PRIVATE "${out}")
  endforeach()
endfunction()
