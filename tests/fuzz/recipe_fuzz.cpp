// SPDX-License-Identifier: Apache-2.0
// Any bytes are a recipe or a sentence about what is wrong with them; what was read can be written and read
// again.
#include "core/common/base/error.h"
#include "core/common/recipe/recipe_check.h"
#include "core/common/recipe/recipe_writer.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

using namespace temper;

void writeAndReadAgain(const ReadRecipe& read)
{
    recipeProblems(read.recipe);
    recipeHints(read);
    const std::string written = recipeText(read.recipe, { .keys = WrittenKeys::All });
    try {
        if (readRecipeText(written, "written.yaml", "/nowhere").recipe != read.recipe)
            std::abort();
    } catch (const Error&) {
        std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    ReadRecipe read;
    try {
        read = readRecipeText(text, "recipe.yaml", "/nowhere");
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::Input || error.sentence().empty())
            std::abort();
        return 0;
    }
    writeAndReadAgain(read);
    return 0;
}
