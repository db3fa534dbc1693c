# Third-party sources as pinned in emsdk.lock. './dev' unpacks them into .toolchain/src; a person who brings their own
# copy passes CMake's standard -DFETCHCONTENT_SOURCE_DIR_<NAME>=…
function(wsis_source name out)
  string(TOUPPER ${name} upper)
  set(folder ${CMAKE_SOURCE_DIR}/.toolchain/src/${name})
  if(FETCHCONTENT_SOURCE_DIR_${upper})
    set(folder ${FETCHCONTENT_SOURCE_DIR_${upper}})
  endif()
  if(NOT IS_DIRECTORY ${folder})
    message(FATAL_ERROR "The source of ${name} is missing. Run './dev build' once, which fetches it, or pass "
                        "-DFETCHCONTENT_SOURCE_DIR_${upper}=<folder>.")
  endif()
  set(${out} ${folder} PARENT_SCOPE)
endfunction()

wsis_source(nlohmann_json nlohmann_json_folder)
add_library(nlohmann_json INTERFACE)
target_include_directories(nlohmann_json SYSTEM INTERFACE ${nlohmann_json_folder}/include)
# Everything that includes it must agree on how it reports errors: never by an exception.
target_compile_definitions(nlohmann_json INTERFACE JSON_NOEXCEPTION JSON_USE_IMPLICIT_CONVERSIONS=0)

wsis_source(utf8proc utf8proc_folder)
add_library(utf8proc STATIC ${utf8proc_folder}/utf8proc.c)
target_include_directories(utf8proc SYSTEM PUBLIC ${utf8proc_folder})
target_compile_definitions(utf8proc PUBLIC UTF8PROC_STATIC)
target_compile_options(utf8proc PRIVATE -w)

# The C form of the library: it reports by value and needs no exceptions.
wsis_source(qrcodegen qrcodegen_folder)
add_library(qrcodegen STATIC ${qrcodegen_folder}/c/qrcodegen.c)
target_include_directories(qrcodegen SYSTEM PUBLIC ${qrcodegen_folder}/c)
target_compile_options(qrcodegen PRIVATE -w)

if(WSIS_TESTS)
  wsis_source(catch2 catch2_folder)
  file(GLOB_RECURSE catch2_files CONFIGURE_DEPENDS ${catch2_folder}/src/catch2/*.cpp)
  add_library(catch2 STATIC ${catch2_files})
  target_include_directories(catch2 SYSTEM PUBLIC ${catch2_folder}/src ${CMAKE_BINARY_DIR}/catch2)
  set(CATCH_CONFIG_DEFAULT_REPORTER "console")
  set(CATCH_CONFIG_CONSOLE_WIDTH "120")
  configure_file(${catch2_folder}/src/catch2/catch_user_config.hpp.in
                 ${CMAKE_BINARY_DIR}/catch2/catch2/catch_user_config.hpp)
  if(EMSCRIPTEN)
    target_compile_options(catch2 PUBLIC -fwasm-exceptions)
    target_link_options(catch2 PUBLIC -fwasm-exceptions)
  endif()
endif()
