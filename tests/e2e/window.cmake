# The real window on a virtual X server, keys and mouse included.
# Debian packages: xvfb xauth.
if(NOT TARGET desktop OR NOT TARGET GTest::gmock_main)
  return()
endif()
file(GLOB window_sources CONFIGURE_DEPENDS
  ${CMAKE_CURRENT_LIST_DIR}/window*_test.cpp ${CMAKE_CURRENT_LIST_DIR}/window*.h)
add_executable(test-window ${window_sources})
target_compile_definitions(test-window PRIVATE
  METERTWIN_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
  METERTWIN_BINARY_DIR="${PROJECT_BINARY_DIR}")
target_link_libraries(test-window PRIVATE
  desktop metertwin::test Qt6::Test GTest::gmock_main)

find_program(XVFB_RUN xvfb-run)
if(XVFB_RUN)
  set(on_display ${XVFB_RUN} -a -s "-screen 0 1366x768x24")
  add_test(NAME "e2e: window" COMMAND ${on_display} $<TARGET_FILE:test-window>)
  set_tests_properties("e2e: window" PROPERTIES LABELS e2e COST 60 TIMEOUT 300)
  # app/desktop/table_texts.h, after a change of a table below the window
  add_custom_target(table-texts
    COMMAND ${CMAKE_COMMAND} -E env METERTWIN_UPDATE_TEXTS=1 QT_QPA_PLATFORM=offscreen
      $<TARGET_FILE:test-window> --gtest_filter=WindowTables.*
    DEPENDS test-window VERBATIM USES_TERMINAL)
  # The pictures in docs/images: cmake --build build/dev --target window-picture
  add_custom_target(window-picture
    COMMAND ${CMAKE_COMMAND} -E env METERTWIN_UPDATE_PICTURE=1
      ${on_display} $<TARGET_FILE:test-window> --gtest_filter=*Picture*
    DEPENDS test-window VERBATIM USES_TERMINAL)
endif()
