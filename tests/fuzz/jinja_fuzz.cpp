// SPDX-License-Identifier: Apache-2.0
// Any bytes as a chat template: either a sentence, or a text and answers that lie within it.
#include "core/common/base/error.h"
#include "core/common/text/chat_template.h"

#include <cstdint>
#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string source(reinterpret_cast<const char*>(data), size);
    temper::ChatRequest request;
    request.messages = { { { "role", "user" }, { "content", "Hi 你好" } },
        { { "role", "assistant" }, { "content", "Good day" } } };
    request.variables
        = { { "x", { 1, 2.5, "a", nullptr, true } }, { "d", { { "k", "v" } } }, { "eos_token", "</s>" } };
    try {
        const temper::ChatTemplate chatTemplate(source, "fuzz");
        const temper::RenderedChat chat = temper::renderWithAnswers(chatTemplate, request);
        for (const temper::CharacterSpan& span : chat.answers) {
            if (span.begin > span.end)
                std::abort();
        }
    } catch (const temper::Error&) {
    }
    return 0;
}
