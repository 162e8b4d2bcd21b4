# What an archive asks of the linker, held against a list of names.
#
#   cmake -DNM=nm -DARCHIVE=libmeter_core.a -DALLOWED=allowed.txt -P check_symbols.cmake
#
# Symbols that one member of the archive asks and another gives are the archive's own affair.
# Fails with each name that is not on the list and the member that asks for it.
cmake_minimum_required(VERSION 3.25)

execute_process(COMMAND ${NM} -P -A ${ARCHIVE}
  OUTPUT_VARIABLE listing ERROR_VARIABLE complaint RESULT_VARIABLE result)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "${NM} ${ARCHIVE}: ${complaint}")
endif()

file(STRINGS ${ALLOWED} allowed REGEX "^[A-Za-z_]")
set(defined "")
set(wanted "")
string(REGEX REPLACE "\\[|\\]" " " listing "${listing}")  # square brackets would glue list elements
string(REPLACE "\n" ";" listing "${listing}")
foreach(line IN LISTS listing)
  # libmeter_core.a chain.cpp.o : _ZN5meter5Chain5frameE T 0 1c
  if(line MATCHES " ([^ ]+) : ([^ ]+) ([A-Za-z])")
    set(member ${CMAKE_MATCH_1})
    set(symbol ${CMAKE_MATCH_2})
    set(kind ${CMAKE_MATCH_3})
    if(kind MATCHES "[Uw]")
      list(APPEND wanted ${symbol})
      set(member_of_${symbol} ${member})
    else()
      list(APPEND defined ${symbol})
    endif()
  endif()
endforeach()
if(NOT defined)
  message(FATAL_ERROR "${ARCHIVE}: no symbols in it; the check would prove nothing")
endif()
list(REMOVE_DUPLICATES wanted)

set(outside ${wanted})
list(REMOVE_ITEM outside ${defined})
set(strangers ${outside})
list(REMOVE_ITEM strangers ${allowed})
foreach(symbol IN LISTS strangers)
  string(APPEND report "\n  ${symbol}, asked for by ${member_of_${symbol}}")
endforeach()
if(strangers)
  message(FATAL_ERROR
    "${ARCHIVE}: undefined symbols that ${ALLOWED} does not allow:${report}")
endif()
list(JOIN outside " " outside)
message(STATUS "asks the linker for: ${outside}")
