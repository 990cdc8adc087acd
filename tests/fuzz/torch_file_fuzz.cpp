// SPDX-License-Identifier: Apache-2.0
// Any bytes as a file that PyTorch wrote: either a sentence, or tensors that can be read to their ends.
#include "core/common/base/error.h"
#include "core/common/base/os_mapped_file.h"
#include "core/common/file/torch_file.h"
#include "tests/fuzz/tensor_bytes.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace temper;
    const auto* const begin = reinterpret_cast<const std::byte*>(data);
    try {
        const TorchFile file(
            std::make_shared<const MappedFile>("fuzz", std::vector<std::byte>(begin, begin + size)));
        for (const TensorView& view : file.tensors())
            if (view.bytes <= 2 * size)
                fuzz::expand(view);
    } catch (const Error& error) {
        fuzz::require(error.kind() == ErrorKind::Input);
    }
    return 0;
}
