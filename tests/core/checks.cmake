# The borders of the house as tests: what core/ asks of a linker, who includes whom, how big it is.
# Each checker is also shown a breach, so that a checker that has gone blind fails here.
set(checks ${CMAKE_CURRENT_LIST_DIR}/checks)
if(CMAKE_CROSSCOMPILING)
  set(allowed ${checks}/allowed_symbols_cortex_m.txt)
else()
  set(allowed ${checks}/allowed_symbols_host.txt)
endif()

# add_check(NAME script args...): a cmake script as a test.
function(add_check name script)
  add_test(NAME "borders: ${name}" COMMAND ${CMAKE_COMMAND} ${ARGN} -P ${checks}/${script})
  set_tests_properties("borders: ${name}" PROPERTIES LABELS borders TIMEOUT 60)
endfunction()

# expect_breach(NAME regex script args...): the same, and it has to fail with these words.
function(expect_breach name words script)
  add_check("${name}" ${script} ${ARGN})
  set_tests_properties("borders: ${name}" PROPERTIES PASS_REGULAR_EXPRESSION "${words}")
endfunction()

# Sanitizers put calls of their own into every object: nothing to learn from such an archive.
if(NOT METERTWIN_SANITIZE)
  add_check("symbols of core" check_symbols.cmake
    -DNM=${CMAKE_NM} -DARCHIVE=$<TARGET_FILE:meter_core> -DALLOWED=${allowed})

  add_library(breach_symbols STATIC ${checks}/breach/symbols.cpp)
  target_compile_options(breach_symbols PRIVATE -fno-exceptions -fno-rtti)
  expect_breach("symbols: a breach is seen" "_Zn[wa][jm], asked for by symbols.cpp"
    check_symbols.cmake -DNM=${CMAKE_NM} -DARCHIVE=$<TARGET_FILE:breach_symbols> -DALLOWED=${allowed})
endif()

if(CMAKE_CROSSCOMPILING)
  expect_breach("symbols: floating point is seen" "__aeabi_dmul, asked for by symbols.cpp"
    check_symbols.cmake -DNM=${CMAKE_NM} -DARCHIVE=$<TARGET_FILE:breach_symbols> -DALLOWED=${allowed})

  # Budgets decided here: what a small Cortex-M4 part offers (128 KiB of flash, 16 KiB of RAM).
  add_library(meter_size OBJECT ${checks}/meter_size.cpp)
  target_link_libraries(meter_size PRIVATE meter::core metertwin::options)
  add_check("size of core" check_size.cmake
    -DSIZE=${METERTWIN_SIZE} -DNM=${CMAKE_NM} -DARCHIVE=$<TARGET_FILE:meter_core>
    -DMETER=$<TARGET_OBJECTS:meter_size> -DFLASH=131072 -DRAM=16384)
else()
  add_check("includes" check_includes.cmake -DROOT=${PROJECT_SOURCE_DIR})
  expect_breach("includes: breaches are seen"
    "core/a.h: <vector>.*core/a.h: \"signals/b.h\".*signals/b.h: \"core/meter.h\".*widgets/c.h: \"core/meter.h\".*app/cli/d.cpp: <QString>"
    check_includes.cmake -DROOT=${checks}/breach/tree)
endif()
