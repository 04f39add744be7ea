# SPDX-FileCopyrightText: 2026 The Carrel authors
# SPDX-License-Identifier: Apache-2.0
#
# Targets `tidy` and `clazy` over everything but tests and generated files; presets of the same names build them.
foreach(tool tidy clazy)
  add_custom_target(${tool}
    COMMAND Python3::Interpreter "${CMAKE_SOURCE_DIR}/cmake/analysis/analyse.py" "${CMAKE_BINARY_DIR}" --tool ${tool}
    COMMENT "${tool}" VERBATIM USES_TERMINAL)
  # Both read the sources as they are compiled: what moc and the resource compiler write has to be there.
  add_dependencies(${tool} carrel carrel-workspace carrelctl carrel-backend)
endforeach()
