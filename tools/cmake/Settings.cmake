# What every target of ours is built with: C++20, warnings as errors, no exceptions and no RTTI in core/ and shell/.
option(WSIS_TESTS "Build the Catch2 tests" ON)
option(WSIS_SANITIZE "AddressSanitizer and UndefinedBehaviorSanitizer" OFF)
option(WSIS_COVERAGE "Instrument for llvm-cov or gcov" OFF)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

if(WSIS_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize=vptr -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()
if(WSIS_COVERAGE)
  add_compile_options(--coverage)
  add_link_options(--coverage)
endif()
if(EMSCRIPTEN AND CMAKE_BUILD_TYPE STREQUAL "Release")
  # -Oz and LTO: measured in docs/ARCHITECTURE.md, "Size".
  set(CMAKE_C_FLAGS_RELEASE "-Oz -DNDEBUG -flto")
  set(CMAKE_CXX_FLAGS_RELEASE "-Oz -DNDEBUG -flto")
  set(CMAKE_EXE_LINKER_FLAGS_RELEASE "-Oz -flto")
endif()

# Applies the rules of this project to a target of ours. Third-party code keeps its own.
function(wsis_target target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Werror)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # GCC 12 and 13 see phantom overruns in inlined std::string and std::vector code (GCC bugs 105329, 105651).
    target_compile_options(${target} PRIVATE -Wno-restrict -Wno-stringop-overflow -Wno-array-bounds)
  endif()
endfunction()

function(wsis_no_exceptions target)
  target_compile_options(${target} PRIVATE $<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions -fno-rtti>)
endfunction()
