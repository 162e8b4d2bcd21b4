# libmodbus as a foreign client, linked into a test of its own.
if(TARGET GTest::gmock_main)
  add_executable(test-libmodbus ${CMAKE_CURRENT_LIST_DIR}/libmodbus_test.cpp)
  target_include_directories(test-libmodbus PRIVATE ${PROJECT_SOURCE_DIR})
  target_link_libraries(test-libmodbus PRIVATE
    bench PkgConfig::libmodbus metertwin::test GTest::gmock_main)
  gtest_discover_tests(test-libmodbus TEST_PREFIX "e2e: " DISCOVERY_TIMEOUT 60
    PROPERTIES LABELS e2e TIMEOUT 300)
endif()
