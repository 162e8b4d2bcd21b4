# Scripts that use the programs as a stranger would: processes, ptys, foreign Modbus masters.
# Debian packages: mbpoll collectd-core nodejs npm, and python3-pymodbus python3-serial python3-yaml for
# the system's own interpreter.
file(GLOB e2e_scripts CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/*_test.py)
foreach(script IN LISTS e2e_scripts)
  get_filename_component(name ${script} NAME_WE)
  if(name MATCHES "^window")
    continue()
  endif()
  add_test(NAME "e2e: ${name}" COMMAND /usr/bin/python3 -B ${script} -v)
  set_tests_properties("e2e: ${name}" PROPERTIES
    LABELS e2e
    COST 50  # begun before the many small ones, or the longest would end alone
    TIMEOUT 300
    SKIP_RETURN_CODE 77
    ENVIRONMENT "METERTWIN_CLI=$<TARGET_FILE:metertwin-cli>;METERTWIN_SOURCE_DIR=${PROJECT_SOURCE_DIR};METERTWIN_SHARED_DIR=${PROJECT_SOURCE_DIR}/../shared;METERTWIN_BUILD_DIR=${PROJECT_BINARY_DIR}")
endforeach()
set_property(TEST "e2e: slurm_test" APPEND PROPERTY LABELS slow)
if(METERTWIN_SANITIZE)
  # Many settled meters or many starts of the program, and no code that other tests do not reach.
  set_property(TEST "e2e: accuracy_test" "e2e: answer_test" "e2e: map_test" "e2e: npm_test"
    "e2e: record_test" "e2e: scenario_schema_test" "e2e: typetest_test" "e2e: workspace_test"
    APPEND PROPERTY LABELS slow)
endif()
# Installs big npm packages once, below the build folder.
set_tests_properties("e2e: node_clients_test" PROPERTIES LABELS "e2e;slow" TIMEOUT 1900)
include(${CMAKE_CURRENT_LIST_DIR}/libmodbus.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/window.cmake OPTIONAL)
