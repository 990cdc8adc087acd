// SPDX-License-Identifier: Apache-2.0
// Any bytes as a GGUF file: either a sentence, or tensors that lie wholly within the bytes.
#include "core/common/file/gguf.h"
#include "tests/fuzz/tensor_bytes.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    temper::fuzz::readAll<temper::GgufFile>(data, size);
    return 0;
}
