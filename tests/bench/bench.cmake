# metertwin-bench: every *_bench.cpp in one program, measured by ./dev bench (report.py).
find_package(benchmark REQUIRED)
file(GLOB bench_program_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/bench/*_bench.cpp)
add_executable(metertwin-bench ${bench_program_sources})
target_include_directories(metertwin-bench PRIVATE ${PROJECT_SOURCE_DIR})
target_compile_definitions(metertwin-bench PRIVATE METERTWIN_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
target_link_libraries(metertwin-bench PRIVATE
  bench signals meter::core metertwin::options benchmark::benchmark_main)
include(bench/load/load.cmake)
