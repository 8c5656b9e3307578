# grid_tool(NAME): one file of tools/ becomes one binary in bin/.
function(grid_tool name)
  add_executable(${name} ${name}.cc)
  target_link_libraries(${name} PRIVATE grid::tool)
  if(NOT GRID_SANITIZE)
    # Half of what a tool takes to start is the dynamic loader's work.
    target_link_options(${name} PRIVATE -static-libstdc++ -static-libgcc)
  endif()
  set_property(GLOBAL APPEND PROPERTY GRID_TOOLS ${name})
  install(TARGETS ${name} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endfunction()
