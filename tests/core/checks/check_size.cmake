# How much flash and RAM the meter takes on a Cortex-M, printed and held to a budget.
#
#   cmake -DSIZE=arm-none-eabi-size -DNM=arm-none-eabi-nm -DARCHIVE=... -DMETER=<object with
#         meter_state> -DFLASH=bytes -DRAM=bytes -P check_size.cmake
#
# Flash: code and constants of the whole archive, used or not. RAM: one Meter, plus what the archive
# keeps in .data and .bss; no stack.
cmake_minimum_required(VERSION 3.25)

execute_process(COMMAND ${SIZE} -B --totals ${ARCHIVE}
  OUTPUT_VARIABLE table COMMAND_ERROR_IS_FATAL ANY)
if(NOT table MATCHES "([0-9]+)[ \t]+([0-9]+)[ \t]+([0-9]+)[ \t]+[0-9]+[ \t]+[0-9a-f]+[ \t]+\\(TOTALS\\)")
  message(FATAL_ERROR "${SIZE} ${ARCHIVE}: no totals in\n${table}")
endif()
set(text ${CMAKE_MATCH_1})
set(data ${CMAKE_MATCH_2})
set(bss ${CMAKE_MATCH_3})

execute_process(COMMAND ${NM} -P ${METER} OUTPUT_VARIABLE symbols COMMAND_ERROR_IS_FATAL ANY)
if(NOT symbols MATCHES "meter_state [A-Za-z] [0-9a-f]+ ([0-9a-f]+)")
  message(FATAL_ERROR "${METER}: no symbol meter_state in\n${symbols}")
endif()
math(EXPR meter "0x${CMAKE_MATCH_1}")
math(EXPR flash "${text} + ${data}")
math(EXPR ram "${meter} + ${data} + ${bss}")

message(STATUS "flash: ${flash} of ${FLASH} bytes")
message(STATUS "RAM:   ${ram} of ${RAM} bytes (one Meter ${meter}, .data ${data}, .bss ${bss})")
if(flash GREATER FLASH OR ram GREATER RAM)
  message(FATAL_ERROR "The meter has outgrown its budget (tests/core/checks.cmake)")
endif()
