# cmake --install, and the Debian package made of it by `./dev package`.
#
#   bin/            metertwin, metertwin-cli
#   share/          desktop entry, icon, MIME types, manual pages, completion of three shells
#   share/metertwin/scenarios   the ready installations
#   share/doc/metertwin         README, licence, documents with their pictures
include(GNUInstallDirs)
set(documents ${CMAKE_INSTALL_DATADIR}/doc/metertwin)  # Debian: the name of the package
set(resources ${PROJECT_SOURCE_DIR}/resources)
set(made ${PROJECT_BINARY_DIR}/share)

# Manual pages and completion come out of the program itself.
add_custom_command(OUTPUT ${made}/made.stamp
  COMMAND ${CMAKE_COMMAND} -E make_directory ${made}/completion
  COMMAND metertwin-cli man --all ${made}/man
  COMMAND metertwin-cli completion bash > ${made}/completion/metertwin-cli
  COMMAND metertwin-cli completion zsh > ${made}/completion/_metertwin-cli
  COMMAND metertwin-cli completion fish > ${made}/completion/metertwin-cli.fish
  COMMAND ${CMAKE_COMMAND} -E touch ${made}/made.stamp
  DEPENDS metertwin-cli
  COMMENT "Writing manual pages and shell completion")
add_custom_target(manual ALL DEPENDS ${made}/made.stamp)

install(TARGETS metertwin-cli RUNTIME)
install(DIRECTORY ${made}/man/ DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 FILES_MATCHING PATTERN "*.1")
install(FILES ${made}/completion/metertwin-cli
  DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${made}/completion/_metertwin-cli
  DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES ${made}/completion/metertwin-cli.fish
  DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
install(DIRECTORY ${resources}/scenarios DESTINATION ${CMAKE_INSTALL_DATADIR}/metertwin)
install(FILES ${PROJECT_SOURCE_DIR}/README.md DESTINATION ${documents})
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${documents} RENAME copyright)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/docs DESTINATION ${documents})

if(METERTWIN_QT)
  install(TARGETS metertwin RUNTIME)
  install(FILES ${resources}/desktop/metertwin.desktop
    DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
  install(FILES ${resources}/desktop/metertwin-mime.xml
    DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages RENAME metertwin.xml)
  install(FILES ${resources}/icons/metertwin.png
    DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/256x256/apps)
  install(FILES ${resources}/desktop/metertwin.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME metertwin)
set(CPACK_PACKAGE_VENDOR "The MeterTwin authors")
set(CPACK_PACKAGE_CONTACT "The MeterTwin authors <metertwin@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "cycle-level twin of a three-phase Modbus power meter")
set(CPACK_PACKAGE_DESCRIPTION
  "A synthesized or recorded installation drives a model of the analog front end, whose converter
counts drive the firmware core of a power and energy meter. It answers on its display and on
virtual serial ports and TCP, so that trainers, SCADA integrators and engineers can work with a
meter before there is one.")
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION electronics)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-dejavu-core, qt6-qpa-plugins, qt6-translations-l10n")
set(CPACK_OUTPUT_FILE_PREFIX ${PROJECT_BINARY_DIR}/package)
include(CPack)
