# The line for long (./dev soak); CI runs it for ten seconds.
add_executable(line-client ${CMAKE_CURRENT_LIST_DIR}/line_client.cpp)
target_link_libraries(line-client PRIVATE metertwin::options)
add_test(NAME "soak: 63 meters on one line"
  COMMAND /usr/bin/python3 -B ${CMAKE_CURRENT_LIST_DIR}/soak.py --seconds 10
    --cli $<TARGET_FILE:metertwin-cli> --client $<TARGET_FILE:line-client>)
set_tests_properties("soak: 63 meters on one line" PROPERTIES LABELS e2e TIMEOUT 120)
if(METERTWIN_SANITIZE)
  # The answers of 63 meters at the end take minutes then.
  set_property(TEST "soak: 63 meters on one line" APPEND PROPERTY LABELS slow)
endif()
