# SPDX-FileCopyrightText: 2026 The Carrel authors
# SPDX-License-Identifier: Apache-2.0
#
# Targets `tidy` and `clazy` over everything but tests and generated files; presets of the same names build them.
set(CARREL_ANALYSED "${CMAKE_SOURCE_DIR}/(app|ui|core|backend)/.*\\.cpp$")

add_custom_target(tidy
  COMMAND run-clang-tidy-19 -clang-tidy-binary clang-tidy-19 -quiet -j 2 -p "${CMAKE_BINARY_DIR}" "${CARREL_ANALYSED}"
  COMMENT "clang-tidy" VERBATIM USES_TERMINAL)

# clazy 1.11 is built on LLVM 14, which cannot read libstdc++ 12's <expected> (P0848 is missing there): it gets a
# stand-in that declares the same interface and is never compiled into anything.
add_custom_target(clazy
  COMMAND "${CMAKE_SOURCE_DIR}/cmake/clazy/run-clazy.sh" "${CMAKE_BINARY_DIR}" "${CARREL_ANALYSED}"
  COMMENT "clazy" VERBATIM USES_TERMINAL)

# Both read the sources as they are compiled: what moc and the resource compiler write has to be there.
foreach(target tidy clazy)
  add_dependencies(${target} carrel carrel-workspace carrelctl carrel-backend)
endforeach()
