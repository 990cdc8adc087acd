// SPDX-License-Identifier: Apache-2.0
// What the fuzz targets of the tensor files share: open the bytes, touch every tensor, keep the house rules
// of errors.
#pragma once

#include "core/common/base/error.h"
#include "core/common/base/os_mapped_file.h"
#include "core/common/file/tensor_view.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <vector>

namespace temper::fuzz {

inline void require(bool condition)
{
    if (!condition)
        std::abort();
}

inline void expand(const TensorView& view)
{
    std::vector<float> values(static_cast<std::size_t>(view.elements()));
    try {
        expandToFloat(view, values.data());
    } catch (const Error& error) {
        require(error.kind() == ErrorKind::Input);
    }
}

template <typename File> void readAll(const std::uint8_t* data, std::size_t size)
{
    const auto* const begin = reinterpret_cast<const std::byte*>(data);
    const auto mapping
        = std::make_shared<const MappedFile>("fuzz", std::vector<std::byte>(begin, begin + size));
    try {
        const File file(mapping);
        for (const TensorView& view : file.tensors()) {
            const bool isInside = view.data >= mapping->data() && view.bytes <= mapping->bytes()
                && view.data + view.bytes <= mapping->data() + mapping->bytes();
            require(isInside && file.find(view.name) != nullptr);
            expand(view);
        }
    } catch (const Error& error) {
        require(error.kind() == ErrorKind::Input && std::string_view(error.what()).size() < 400);
    }
}

} // namespace temper::fuzz
