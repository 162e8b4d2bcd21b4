# Tests of the build itself: style, and the same bits from every compiler and optimization.
if(CMAKE_CROSSCOMPILING OR NOT METERTWIN_HOST OR METERTWIN_SANITIZE)
  return()
endif()
set(here ${PROJECT_SOURCE_DIR}/tests/build)

add_test(NAME "style" COMMAND ${here}/style.sh)
set_tests_properties("style" PROPERTIES LABELS style TIMEOUT 120)
