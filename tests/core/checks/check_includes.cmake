# Which folder may include what: the arrows of the house, file by file.
#
#   cmake -DROOT=<source tree> -P check_includes.cmake
#
# A rule is: folder | what its #include lines may look like | what they may not, all the same.
# Both are regular expressions over the text between the brackets or quotes, brackets included.
cmake_minimum_required(VERSION 3.25)

# Headers that need no library behind them, and say nothing about an operating system.
set(freestanding "<(algorithm|array|bit|bitset|cassert|climits|compare|concepts|cstddef|cstdint\
|cstring|initializer_list|iterator|limits|numeric|optional|ranges|span|string_view|tuple\
|type_traits|utility|version)>")
set(nothing "^$")

set(rules
  # The meter depends on nothing.
  "core     | \"core/.*\"|${freestanding} | ${nothing}"
  # The world outside the terminals knows the core by its frame, its clock and the table of system
  # types; it never sees a register.
  "signals  | \"signals/.*\"|\"core/(adc_frame|time|metrology/system_type)[.]h\"|<.*> | <Q.*>"
  # Pictures, not programs: plain data, never a meter.
  "widgets  | \"widgets/.*\"|\"core/.*\"|<.*> | \"core/(meter|board)[.]h\""
  # The bench and its ports know no window; the command line neither.
  "app/bench   | \"(app/(bench|line|ports)|signals|core)/.*\"|<.*> | <Q.*>"
  # What passes on a line, and what goes wrong there: frames, never a meter.
  "app/line    | \"(app/line|signals/scenario|core)/.*\"|\"signals/frontend/noise[.]h\"|<.*> | <Q.*>|\"core/(meter|board)[.]h\""
  # Ports know the protocol by the core's own framer and CRC, never a meter. Of the world they know
  # how an error is worded.
  "app/ports   | \"app/(line|ports)/.*\"|\"signals/scenario/(sentence|system_text|worded_error)[.]h\"|\"core/(time|modbus/[a-z_]+)[.]h\"|<.*> | <Q.*>"
  # The master knows a meter by its register table and its line, never a meter of ours.
  "app/poll     | \"(app/poll|signals/(scenario|wiring)|core/(registers|modbus))/.*\"|<.*> | <Q.*>"
  # Strings that become a report: no meter, no file.
  "app/report  | \"app/report/.*\"|<.*> | <Q.*>|\"core/.*"
  "app/typetest | \"(app/(typetest|bench|report)|signals|core)/.*\"|<.*> | <Q.*>"
  # Answers: no port, no window.
  "app/analysis | \"(app/(analysis|bench|report)|signals|core)/.*\"|<.*> | <Q.*>"
  "app/cli     | \"(app/(cli|analysis|bench|line|poll|ports|report|typetest)|signals|core)/.*\"|<.*> | <Q.*>"
  "app/desktop | \"(app/(desktop|bench|line|poll|ports)|widgets|signals|core)/.*\"|<.*> | ${nothing}")

set(files 0)
set(report "")
foreach(rule IN LISTS rules)
  string(REGEX MATCH "^([a-z/]+) *\\| (.+) \\| (.+)$" matched "${rule}")
  set(folder ${CMAKE_MATCH_1})
  set(allowed "${CMAKE_MATCH_2}")
  set(forbidden "${CMAKE_MATCH_3}")
  file(GLOB_RECURSE sources ${ROOT}/${folder}/*.h ${ROOT}/${folder}/*.cpp)
  foreach(source IN LISTS sources)
    math(EXPR files "${files} + 1")
    file(RELATIVE_PATH name ${ROOT} ${source})
    file(STRINGS ${source} includes REGEX "^[ \t]*#[ \t]*include")
    foreach(line IN LISTS includes)
      string(REGEX MATCH "[<\"][^>\"]*[>\"]" target "${line}")
      if(NOT target MATCHES "^(${allowed})$" OR target MATCHES "^(${forbidden})$")
        string(APPEND report "\n  ${name}: ${target} is not for ${folder}/")
      endif()
    endforeach()
  endforeach()
endforeach()
if(report)
  message(FATAL_ERROR "Includes across a border (tests/core/checks/check_includes.cmake):${report}")
endif()
message(STATUS "${files} files keep to their side")
