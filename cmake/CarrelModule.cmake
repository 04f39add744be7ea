# SPDX-FileCopyrightText: 2026 The Carrel authors
# SPDX-License-Identifier: Apache-2.0
#
# One folder = one static target. A module's headers are reached as <folder/header.h>, and only by targets that
# link the module: each module has an include root of its own with a link to its folder in it, so an include
# across a wall does not compile.
#
#   carrel_module(core/cache SOURCES store.cpp PUBLIC core/ports PRIVATE PkgConfig::SQLCIPHER)
#     -> target carrel_core_cache, alias Carrel::core_cache, #include <core/cache/store.h>
#   PUBLIC and PRIVATE take module folders (with a slash) or any CMake target. HEADERS_ONLY makes it INTERFACE.
function(_carrel_targets out)
  set(result)
  foreach(name IN LISTS ARGN)
    if(name MATCHES "/" AND NOT name MATCHES "::")
      string(REPLACE "/" "_" target "${name}")
      list(APPEND result "carrel_${target}")
    else()
      list(APPEND result "${name}")
    endif()
  endforeach()
  set(${out} "${result}" PARENT_SCOPE)
endfunction()

function(_carrel_include_root folder out)
  string(REPLACE "/" "_" target "${folder}")
  set(root "${CMAKE_BINARY_DIR}/include/${target}")
  get_filename_component(parent "${root}/${folder}" DIRECTORY)
  file(MAKE_DIRECTORY "${parent}")
  if(NOT EXISTS "${root}/${folder}")
    file(CREATE_LINK "${CMAKE_SOURCE_DIR}/${folder}" "${root}/${folder}" SYMBOLIC)
  endif()
  set(${out} "${root}" PARENT_SCOPE)
endfunction()

function(carrel_module folder)
  cmake_parse_arguments(PARSE_ARGV 1 arg "HEADERS_ONLY" "" "SOURCES;PUBLIC;PRIVATE")
  string(REPLACE "/" "_" suffix "${folder}")
  set(target "carrel_${suffix}")
  _carrel_include_root("${folder}" root)
  _carrel_targets(public ${arg_PUBLIC})
  _carrel_targets(private ${arg_PRIVATE})
  if(arg_HEADERS_ONLY)
    add_library(${target} INTERFACE)
    target_include_directories(${target} INTERFACE "${root}")
    target_link_libraries(${target} INTERFACE ${public})
  else()
    add_library(${target} STATIC ${arg_SOURCES})
    target_include_directories(${target} PUBLIC "${root}")
    target_link_libraries(${target} PUBLIC ${public} PRIVATE Carrel::flags ${private})
  endif()
  add_library(Carrel::${suffix} ALIAS ${target})
endfunction()

#   carrel_page(ui/carts SOURCES carts_page.cpp PUBLIC core/ports ui/kit)
# A module with a page of the workspace in it: app/workspace/pages links them all.
function(carrel_page folder)
  carrel_module("${folder}" ${ARGN})
  set_property(GLOBAL APPEND PROPERTY CARREL_PAGES "${folder}")
endfunction()

#   carrel_executable(carrel SOURCES main.cpp PRIVATE ui/frame Qt6::Widgets)
function(carrel_executable target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;PRIVATE")
  _carrel_targets(private ${arg_PRIVATE})
  add_executable(${target} ${arg_SOURCES})
  target_link_libraries(${target} PRIVATE Carrel::flags ${private})
endfunction()

#   carrel_test(cache_store_test LABELS unit SOURCES cache_store_test.cpp PRIVATE core/cache)
# A Qt Test program. LABELS: unit (no service but the file system), integration (starts real services), gui.
function(carrel_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "TIMEOUT" "SOURCES;PRIVATE;LABELS;ENVIRONMENT")
  _carrel_targets(private ${arg_PRIVATE})
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE Carrel::flags Qt6::Test ${private})
  # From 6.8 on QTRY_… turn milliseconds into an int in the macro itself.
  if(Qt6_VERSION VERSION_GREATER_EQUAL 6.8 AND NOT MSVC)
    target_compile_options(${name} PRIVATE -Wno-error=conversion)
  endif()
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
  add_test(NAME ${name} COMMAND ${name})
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 120)
  endif()
  set_tests_properties(${name} PROPERTIES LABELS "${arg_LABELS}" TIMEOUT ${arg_TIMEOUT}
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_LOGGING_RULES=qt.qpa.*=false;${arg_ENVIRONMENT}")
endfunction()
