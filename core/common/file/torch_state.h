// SPDX-License-Identifier: Apache-2.0
// The tensors that a pickled state_dict describes, found in the storages it names.
#pragma once

#include "core/common/file/pickle.h"
#include "core/common/file/tensor_view.h"

#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace temper {

// The names that a pickle of tensors may hold: torch._utils._rebuild_tensor_v2, torch.FloatStorage, …
bool isTorchName(std::string_view qualifiedName);

// Bytes of the storage of that key.
using StorageFinder = std::function<std::string_view(std::string_view key)>;

struct TorchState {
    std::vector<TensorView> tensors;
    std::deque<std::vector<std::byte>> copies; // what tensors with strides of their own point into
};

// A dictionary of tensors, or one that holds such a dictionary ("state_dict", "model", …); other values are
// passed over. Throws Error(Input) for tensors that lead beyond their storage, and where there are none.
TorchState readTorchState(const Pickle& pickle, const StorageFinder& storage, const std::string& subject);

// A key, type and size as the legacy format's persistent ids give them.
struct TorchStorage {
    std::string_view key;
    DataType type = DataType::F32;
    std::int64_t elements = 0;
};

// All storages that the pickle names.
std::vector<TorchStorage> torchStorages(const Pickle& pickle, const std::string& subject);

} // namespace temper
