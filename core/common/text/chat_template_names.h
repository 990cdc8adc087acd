// SPDX-License-Identifier: Apache-2.0
// The chat templates of resources/templates, built into the program (cmake/embed_templates.cmake writes the
// array).
#pragma once

#include <cstddef>

namespace temper {

struct EmbeddedTemplate {
    const char* name; // null: the end of the list
    const char* text;
    std::size_t size; // bytes
};

extern const EmbeddedTemplate kEmbeddedTemplates[];

} // namespace temper
