# The same bits on a Cortex-M4. Two halves of one test:
#   - cross-compiled (preset cortex-m): the image, for QEMU's mps2-an386;
#   - on a host: the recorder, and tests that build the image with that preset, feed both the same
#     log and compare what they print (firmware_test.py).
set(here ${CMAKE_CURRENT_LIST_DIR})

if(CMAKE_CROSSCOMPILING)
  file(GLOB sources CONFIGURE_DEPENDS ${here}/*.cpp ${here}/*.h ${here}/target/*.cpp ${here}/target/*.h)
  set(script ${here}/target/mps2_an386.ld)
  add_executable(meter-firmware ${sources})
  target_compile_options(meter-firmware PRIVATE -fno-exceptions -fno-rtti)
  target_link_libraries(meter-firmware PRIVATE meter::core metertwin::options)
  target_link_options(meter-firmware PRIVATE -nostartfiles -T${script} -Wl,--gc-sections
    -Wl,-Map=$<TARGET_FILE:meter-firmware>.map)
  set_target_properties(meter-firmware PROPERTIES LINK_DEPENDS ${script})
  return()
endif()

if(NOT METERTWIN_HOST OR METERTWIN_SANITIZE)
  return()
endif()

find_package(fmt REQUIRED)
file(GLOB sources CONFIGURE_DEPENDS ${here}/*.cpp ${here}/*.h ${here}/host/*.cpp ${here}/host/*.h)
add_executable(firmware-record ${sources})
target_link_libraries(firmware-record PRIVATE signals bench metertwin::options fmt::fmt)

# add_firmware_test(NAME TIMEOUT seconds [SETUP fixture] [NEEDS fixture] COMMAND arguments...)
function(add_firmware_test name)
  cmake_parse_arguments(arg "" "TIMEOUT;SETUP;NEEDS" "COMMAND" ${ARGN})
  add_test(NAME "firmware: ${name}" COMMAND /usr/bin/python3 ${here}/firmware_test.py
    ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR}/tests/firmware ${arg_COMMAND})
  set_tests_properties("firmware: ${name}" PROPERTIES LABELS "firmware;slow"
    TIMEOUT ${arg_TIMEOUT} SKIP_RETURN_CODE 77
    FIXTURES_SETUP "${arg_SETUP}" FIXTURES_REQUIRED "${arg_NEEDS}")
endfunction()

set(record --record $<TARGET_FILE:firmware-record>)
add_firmware_test("image" TIMEOUT 300 SETUP firmware_image COMMAND image)
foreach(case IN ITEMS 40:real-front-end 31:delta-480 12:split-phase-240)
  string(REGEX MATCH "^([0-9]+):(.+)$" matched ${case})
  add_firmware_test("same bits, system type ${CMAKE_MATCH_1}" TIMEOUT 180
    SETUP firmware_runs NEEDS firmware_image
    COMMAND same ${record} --seconds 60
      ${PROJECT_SOURCE_DIR}/resources/scenarios/${CMAKE_MATCH_2}.toml)
endforeach()
add_firmware_test("differences are seen" TIMEOUT 60 NEEDS firmware_image COMMAND breach ${record})
add_firmware_test("budget" TIMEOUT 60 NEEDS firmware_runs COMMAND budget)
