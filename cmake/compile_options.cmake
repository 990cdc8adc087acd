# SPDX-License-Identifier: Apache-2.0
# Warnings for our own code, sanitizers, and the tools that make building quick where they are at hand.
add_library(temper_options INTERFACE)
target_compile_options(temper_options INTERFACE -Wall -Wextra -Wshadow -Wconversion -Wno-sign-conversion -Wswitch)
target_include_directories(temper_options INTERFACE ${CMAKE_SOURCE_DIR})
if("$ENV{CI}" STREQUAL "true")
    target_compile_options(temper_options INTERFACE -Werror)
endif()

if(TEMPER_SANITIZE)
    add_compile_options(-fsanitize=${TEMPER_SANITIZE} -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${TEMPER_SANITIZE})
endif()

find_program(TEMPER_CCACHE ccache)
if(TEMPER_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${TEMPER_CCACHE})
endif()
find_program(TEMPER_MOLD mold)
if(TEMPER_MOLD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_link_options(-fuse-ld=mold)
endif()

# Programs share the engine's precompiled header only when they are compiled with the same flags (-fPIC, not -fPIE).
function(temper_share_pch target)
    set_target_properties(${target} PROPERTIES POSITION_INDEPENDENT_CODE OFF)
    target_compile_options(${target} PRIVATE -fPIC)
    target_precompile_headers(${target} REUSE_FROM temper_engine_core)
endfunction()
