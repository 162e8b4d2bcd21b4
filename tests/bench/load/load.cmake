# ./dev bench --load: the generator, and libmodbus's own server to compare with.
add_executable(load-client ${CMAKE_CURRENT_LIST_DIR}/load_client.cpp)
target_link_libraries(load-client PRIVATE metertwin::options)
find_path(METERTWIN_LIBMODBUS_INCLUDE modbus/modbus.h REQUIRED)
find_library(METERTWIN_LIBMODBUS modbus REQUIRED)
mark_as_advanced(METERTWIN_LIBMODBUS_INCLUDE METERTWIN_LIBMODBUS)
add_executable(load-libmodbus-server ${CMAKE_CURRENT_LIST_DIR}/libmodbus_server.cpp)
target_include_directories(load-libmodbus-server SYSTEM PRIVATE ${METERTWIN_LIBMODBUS_INCLUDE})
target_link_libraries(load-libmodbus-server PRIVATE ${METERTWIN_LIBMODBUS} metertwin::options)
