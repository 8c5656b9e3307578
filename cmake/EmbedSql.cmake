# grid_embed_sql(LAYER DIR)
#
# Every DIR/queries/<noun>/<name>.sql becomes grid::sql::query::<noun>_<name>, and every
# DIR/migrations/*.sql one entry of grid::sql::migrations(), in the order of their names.
function(grid_embed_sql layer dir)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS "${dir}/queries/*.sql" "${dir}/migrations/*.sql")
  set(out "${PROJECT_BINARY_DIR}/embedded")
  set(generator "${PROJECT_SOURCE_DIR}/cmake/embed_sql.cmake")
  add_custom_command(
    OUTPUT "${out}/grid/sql/queries.h" "${out}/queries.cc"
    COMMAND ${CMAKE_COMMAND} "-DSCHEMA=${dir}" "-DOUT=${out}" -P "${generator}"
    DEPENDS ${files} "${generator}"
    COMMENT "Embedding the SQL of schema/")
  target_sources(grid_${layer} PRIVATE "${out}/queries.cc" "${out}/grid/sql/queries.h")
  target_include_directories(grid_${layer} PUBLIC "$<BUILD_INTERFACE:${out}>")
endfunction()
