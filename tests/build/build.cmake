# Tests of the build itself: style, and the same bits from every compiler and optimization.
if(CMAKE_CROSSCOMPILING OR NOT METERTWIN_HOST OR METERTWIN_SANITIZE)
  return()
endif()
set(here ${PROJECT_SOURCE_DIR}/tests/build)

add_test(NAME "style" COMMAND ${here}/style.sh)
add_test(NAME "style: breaches are seen" COMMAND /usr/bin/python3 -B ${here}/style_test.py)
set_tests_properties("style" "style: breaches are seen" PROPERTIES LABELS style TIMEOUT 120)

add_test(NAME "flags: same bits from every compiler"
  COMMAND /usr/bin/python3 ${here}/flags_test.py
    ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR}/tests/flags)
set_tests_properties("flags: same bits from every compiler" PROPERTIES
  LABELS "build;slow" TIMEOUT 900 PROCESSORS 2)

add_test(NAME "readme: what the documents promise"
  COMMAND /usr/bin/python3 ${here}/readme_test.py ${PROJECT_SOURCE_DIR} $<TARGET_FILE:metertwin-cli>)
set_tests_properties("readme: what the documents promise" PROPERTIES LABELS "build" TIMEOUT 60)

add_test(NAME "documents: registers and menus are what the tables say"
  COMMAND /usr/bin/python3 ${here}/documents_test.py ${PROJECT_SOURCE_DIR} $<TARGET_FILE:metertwin-cli>)
set_tests_properties("documents: registers and menus are what the tables say" PROPERTIES
  LABELS "build" TIMEOUT 60)

if(TARGET Qt6::lupdate)
  add_test(NAME "translations: complete"
    COMMAND /usr/bin/python3 ${here}/translations_test.py ${PROJECT_SOURCE_DIR} $<TARGET_FILE:Qt6::lupdate>)
  set_tests_properties("translations: complete" PROPERTIES LABELS "build" TIMEOUT 60)
endif()

add_test(NAME "memory of the headless meter"
  COMMAND /usr/bin/python3 ${PROJECT_SOURCE_DIR}/tests/bench/report.py
    $<TARGET_FILE_DIR:metertwin-cli> --memory)
set_tests_properties("memory of the headless meter" PROPERTIES LABELS "build" TIMEOUT 120)

add_test(NAME "memory of a recording that is read and played"
  COMMAND /usr/bin/python3 ${PROJECT_SOURCE_DIR}/tests/bench/large_capture.py
    $<TARGET_FILE_DIR:metertwin-cli> 0.02)
set_tests_properties("memory of a recording that is read and played" PROPERTIES
  LABELS "build" TIMEOUT 120)

add_test(NAME "package: what is installed"
  COMMAND /usr/bin/python3 -B ${here}/package_test.py ${PROJECT_BINARY_DIR} ${PROJECT_SOURCE_DIR})
set_tests_properties("package: what is installed" PROPERTIES LABELS "build" TIMEOUT 300)
