# SPDX-FileCopyrightText: 2026 The Carrel authors
# SPDX-License-Identifier: Apache-2.0
#
# Flags live in one INTERFACE target, so that a target either takes all of them or none.
set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_COMPILE_WARNING_AS_ERROR ON)
set(CMAKE_AUTOMOC ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

set(CARREL_SANITIZERS "" CACHE STRING "Sanitizers to build with, e.g. address,undefined")

add_library(carrel_flags INTERFACE)
add_library(Carrel::flags ALIAS carrel_flags)

target_compile_definitions(carrel_flags INTERFACE
  QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH
  QT_NO_CONTEXTLESS_CONNECT QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_USE_QSTRINGBUILDER
  QT_DISABLE_DEPRECATED_BEFORE=0x060400)

if(MSVC)
  target_compile_options(carrel_flags INTERFACE /W4 /permissive- /utf-8 /guard:cf)
  target_link_options(carrel_flags INTERFACE /guard:cf /DYNAMICBASE /NXCOMPAT)
else()
  target_compile_options(carrel_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual
    -Wcast-align -Wformat=2 -Wimplicit-fallthrough -fstack-protector-strong -fno-plt)
  if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
    target_compile_options(carrel_flags INTERFACE -fcf-protection=full)
  endif()
  if(CARREL_SANITIZERS)
    target_compile_options(carrel_flags INTERFACE -fsanitize=${CARREL_SANITIZERS} -fno-omit-frame-pointer
      -fno-sanitize-recover=all)
    target_link_options(carrel_flags INTERFACE -fsanitize=${CARREL_SANITIZERS})
  else()
    # glibc's checked functions need optimisation and hide what the sanitizers look for.
    target_compile_options(carrel_flags INTERFACE $<$<NOT:$<CONFIG:Debug>>:-U_FORTIFY_SOURCE> $<$<NOT:$<CONFIG:Debug>>:-D_FORTIFY_SOURCE=2>)
  endif()
  if(NOT APPLE)
    target_link_options(carrel_flags INTERFACE LINKER:-z,relro,-z,now,-z,noexecstack)
  endif()
endif()
