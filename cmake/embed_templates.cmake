# SPDX-License-Identifier: Apache-2.0
# Builds the chat templates of resources/templates into a library: temper_embed_templates(<target>) writes, when a
# template changes, a source file that defines temper::kEmbeddedTemplates, and adds it to the target.
# The file is also the script that writes it: cmake -DOUTPUT=file.cpp "-DTEMPLATES=a.jinja;b.jinja" -P embed_templates.cmake

if(CMAKE_SCRIPT_MODE_FILE STREQUAL CMAKE_CURRENT_LIST_FILE)
    set(arrays "")
    set(table "")
    set(index 0)
    foreach(template IN LISTS TEMPLATES)
        get_filename_component(name "${template}" NAME_WE)
        file(READ "${template}" hex HEX)
        string(LENGTH "${hex}" digits)
        math(EXPR size "${digits} / 2")
        string(REGEX REPLACE "(..)" "\\\\x\\1" escaped "${hex}")
        # Lines of a bearable length; string literals side by side are one.
        string(REGEX REPLACE "(\\\\x..\\\\x..\\\\x..\\\\x..\\\\x..\\\\x..\\\\x..\\\\x..\\\\x..\\\\x..\\\\x..\\\\x..\\\\x..\\\\x..\\\\x..\\\\x..)"
            "\\1\"\n    \"" escaped "${escaped}")
        string(APPEND arrays "constexpr char kText${index}[] =\n    \"${escaped}\";\n")
        string(APPEND table "    { \"${name}\", kText${index}, ${size} },\n")
        math(EXPR index "${index} + 1")
    endforeach()
    file(WRITE "${OUTPUT}" "// Written by cmake/embed_templates.cmake from resources/templates.\n"
        "#include \"core/common/text/chat_template_names.h\"\n\nnamespace temper {\nnamespace {\n${arrays}} // namespace\n\n"
        "extern const EmbeddedTemplate kEmbeddedTemplates[] = {\n${table}    { nullptr, nullptr, 0 },\n};\n\n} // namespace temper\n")
    return()
endif()

set(TEMPER_EMBED_TEMPLATES_SCRIPT "${CMAKE_CURRENT_LIST_FILE}")

function(temper_embed_templates target)
    file(GLOB templates CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/resources/templates/*.jinja")
    list(SORT templates)
    set(output "${CMAKE_BINARY_DIR}/generated/embedded_templates.cpp")
    add_custom_command(
        OUTPUT "${output}"
        COMMAND "${CMAKE_COMMAND}" "-DOUTPUT=${output}" "-DTEMPLATES=${templates}" -P "${TEMPER_EMBED_TEMPLATES_SCRIPT}"
        DEPENDS ${templates} "${TEMPER_EMBED_TEMPLATES_SCRIPT}"
        COMMENT "Building in the chat templates"
        VERBATIM)
    target_sources(${target} PRIVATE "${output}")
endfunction()
