# Fuzz targets: every *_fuzz.cpp here. With METERTWIN_FUZZ (preset fuzz, Clang) a program
# fuzz-TARGET each; else the corpus of each is run as a test, with whatever compiler.
set(fuzz_folder ${PROJECT_SOURCE_DIR}/tests/fuzz)
file(GLOB fuzz_sources CONFIGURE_DEPENDS ${fuzz_folder}/*_fuzz.cpp)

# How frames travel in TCP, without the sockets.
add_library(fuzz-framing STATIC
  ${PROJECT_SOURCE_DIR}/app/line/request_frames.cpp ${PROJECT_SOURCE_DIR}/app/ports/device.cpp
  ${PROJECT_SOURCE_DIR}/app/ports/com_port.cpp ${PROJECT_SOURCE_DIR}/app/ports/telnet.cpp
  ${PROJECT_SOURCE_DIR}/app/ports/mbap.cpp ${PROJECT_SOURCE_DIR}/app/ports/rtu_stream.cpp)
target_link_libraries(fuzz-framing PUBLIC meter::core PRIVATE metertwin::options)
# What a target is linked with besides.
set(fuzz_pcapng_library line)
set(fuzz_workspace_library bench)
add_custom_target(fuzz-targets)

foreach(source IN LISTS fuzz_sources)
  get_filename_component(target ${source} NAME_WE)
  string(REGEX REPLACE "_fuzz$" "" target ${target})
  if(METERTWIN_FUZZ)
    set(program fuzz-${target})
    add_executable(${program} ${source})
    target_link_options(${program} PRIVATE -fsanitize=fuzzer)
  else()
    set(program replay-${target})
    add_executable(${program} ${source} ${fuzz_folder}/replay_main.cpp)
    add_test(NAME "fuzz: corpus of ${target}" COMMAND ${program} ${fuzz_folder}/corpus/${target})
    set_tests_properties("fuzz: corpus of ${target}" PROPERTIES LABELS fuzz TIMEOUT 120)
  endif()
  target_include_directories(${program} PRIVATE ${PROJECT_SOURCE_DIR})
  target_link_libraries(${program} PRIVATE fuzz-framing ${fuzz_${target}_library} signals meter::core
    metertwin::options)
  add_dependencies(fuzz-targets ${program})
endforeach()
