# libmodbus as a foreign client, linked into a test of its own. Debian package: libmodbus-dev.
find_path(METERTWIN_LIBMODBUS_INCLUDE modbus/modbus.h)
find_library(METERTWIN_LIBMODBUS modbus)
mark_as_advanced(METERTWIN_LIBMODBUS_INCLUDE METERTWIN_LIBMODBUS)
if(METERTWIN_LIBMODBUS AND METERTWIN_LIBMODBUS_INCLUDE AND TARGET GTest::gmock_main)
  add_executable(test-libmodbus ${CMAKE_CURRENT_LIST_DIR}/libmodbus_test.cpp)
  target_include_directories(test-libmodbus PRIVATE ${PROJECT_SOURCE_DIR})
  target_include_directories(test-libmodbus SYSTEM PRIVATE ${METERTWIN_LIBMODBUS_INCLUDE})
  target_link_libraries(test-libmodbus PRIVATE
    bench ${METERTWIN_LIBMODBUS} metertwin::options GTest::gmock_main)
  gtest_discover_tests(test-libmodbus TEST_PREFIX "e2e: " DISCOVERY_TIMEOUT 60
    PROPERTIES LABELS e2e TIMEOUT 300)
endif()
