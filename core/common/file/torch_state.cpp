// SPDX-License-Identifier: Apache-2.0
#include "core/common/file/torch_state.h"

#include "core/common/base/error.h"
#include "core/common/file/quoted_name.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <optional>

namespace temper {

namespace {

constexpr const char* kRemedy = "Get the model as safetensors.";
constexpr std::size_t kMostDimensions = 16;
constexpr std::uint64_t kSmallCopy = 1 << 16; // bytes that a tensor may repeat out of a smaller storage
constexpr std::uint64_t kMostCopied = 1ULL << 32; // bytes of tensors with strides of their own, together

struct StorageType {
    std::string_view name;
    DataType type;
};

constexpr StorageType kStorages[] = {
    { "torch.FloatStorage", DataType::F32 },
    { "torch.DoubleStorage", DataType::F64 },
    { "torch.HalfStorage", DataType::F16 },
    { "torch.BFloat16Storage", DataType::BF16 },
    { "torch.LongStorage", DataType::I64 },
    { "torch.IntStorage", DataType::I32 },
    { "torch.ShortStorage", DataType::I16 },
    { "torch.CharStorage", DataType::I8 },
    { "torch.ByteStorage", DataType::U8 },
    { "torch.BoolStorage", DataType::Bool },
};

constexpr std::string_view kRebuild = "torch._utils._rebuild_tensor";
constexpr std::string_view kRebuild2 = "torch._utils._rebuild_tensor_v2";
constexpr std::string_view kParameter = "torch._utils._rebuild_parameter";
constexpr std::string_view kDictionary = "collections.OrderedDict";

std::optional<DataType> storageType(std::string_view name)
{
    for (const StorageType& row : kStorages)
        if (row.name == name)
            return row.type;
    return {};
}

class StateReader {
public:
    StateReader(const Pickle& pickle, const StorageFinder& storage, const std::string& subject)
        : m_pickle(pickle)
        , m_storage(storage)
        , m_subject(subject)
    {
    }

    TorchState read()
    {
        const PickleValue* const dictionary = dictionaryWithTensors(m_pickle.top());
        if (dictionary == nullptr)
            refuse("holds no dictionary of tensors.");
        for (std::size_t i = 0; i + 1 < dictionary->items.size(); i += 2) {
            const PickleValue& key = m_pickle.at(dictionary->items[i]);
            const PickleValue* const tensor = tensorCall(m_pickle.at(dictionary->items[i + 1]));
            if (key.kind != PickleKind::Text || tensor == nullptr)
                continue;
            m_name = key.text;
            addTensor(*tensor);
        }
        return std::move(m_state);
    }

    TorchStorage storageOf(const PickleValue& persistent) const
    {
        const PickleValue& parts = persistent.kind == PickleKind::Persistent && persistent.items.size() == 1
            ? m_pickle.at(persistent.items.front())
            : persistent;
        if (parts.kind != PickleKind::Tuple || parts.items.size() < 5 || textAt(parts, 0) != "storage")
            refuse("names a storage in a way that is not known.");
        const PickleValue& type = m_pickle.at(parts.items[1]);
        const auto known = type.kind == PickleKind::Global ? storageType(type.text) : std::nullopt;
        if (!known)
            refuse("has a storage of the unknown type " + quotedName(type.text) + ".");
        const bool isView = parts.items.size() > 5 && m_pickle.at(parts.items[5]).kind != PickleKind::None;
        if (isView)
            refuse("has a storage that is part of another one, as PyTorch wrote before version 0.4.");
        return { textAt(parts, 2), *known, integerAt(parts, 4) };
    }

private:
    [[noreturn]] void refuse(const std::string& sentence) const
    {
        const std::string place = m_name.empty() ? "" : "the tensor " + quotedName(m_name) + ": ";
        throw Error(ErrorKind::Input, place + sentence, m_subject, kRemedy);
    }

    std::string_view textAt(const PickleValue& tuple, std::size_t index) const
    {
        const PickleValue& value = m_pickle.at(tuple.items[index]);
        if (value.kind != PickleKind::Text)
            refuse("the pickle makes no sense: a name is no text.");
        return value.text;
    }

    std::int64_t integerAt(const PickleValue& tuple, std::size_t index) const
    {
        const PickleValue& value = m_pickle.at(tuple.items[index]);
        if (value.kind != PickleKind::Integer || value.integer < 0)
            refuse("the pickle makes no sense: a size is no whole number.");
        return value.integer;
    }

    std::vector<std::int64_t> integersAt(const PickleValue& tuple, std::size_t index) const
    {
        const PickleValue& list = m_pickle.at(tuple.items[index]);
        if (list.kind != PickleKind::Tuple || list.items.size() > kMostDimensions)
            refuse("the pickle makes no sense: a shape is no tuple of numbers.");
        std::vector<std::int64_t> numbers;
        for (std::size_t i = 0; i < list.items.size(); ++i)
            numbers.push_back(integerAt(list, i));
        return numbers;
    }

    // The call that makes a tensor, also of one that is wrapped as a parameter.
    const PickleValue* tensorCall(const PickleValue& value) const
    {
        if (value.kind != PickleKind::Call)
            return nullptr;
        const std::string_view name = m_pickle.at(value.items[0]).text;
        if (name == kRebuild || name == kRebuild2)
            return &value;
        const PickleValue& arguments = m_pickle.at(value.items[1]);
        if (name != kParameter || arguments.items.empty())
            return nullptr;
        const PickleValue& inner = m_pickle.at(arguments.items.front());
        const bool isPlain = inner.kind == PickleKind::Call && m_pickle.at(inner.items[0]).text != kParameter;
        return isPlain ? tensorCall(inner) : nullptr;
    }

    bool holdsTensors(const PickleValue& value) const
    {
        for (std::size_t i = 1; i < value.items.size(); i += 2)
            if (tensorCall(m_pickle.at(value.items[i])) != nullptr)
                return true;
        return false;
    }

    const PickleValue* dictionaryWithTensors(const PickleValue& top) const
    {
        if (top.kind != PickleKind::Dictionary)
            return nullptr;
        if (holdsTensors(top))
            return &top;
        for (std::size_t i = 1; i < top.items.size(); i += 2) {
            const PickleValue& inner = m_pickle.at(top.items[i]);
            if (inner.kind == PickleKind::Dictionary && holdsTensors(inner))
                return &inner;
        }
        return nullptr;
    }

    void addTensor(const PickleValue& call)
    {
        const PickleValue& arguments = m_pickle.at(call.items[1]);
        if (arguments.kind != PickleKind::Tuple || arguments.items.size() < 4)
            refuse("the pickle makes no sense: a tensor is described in an unknown way.");
        const TorchStorage storage = storageOf(m_pickle.at(arguments.items[0]));
        const std::int64_t first = integerAt(arguments, 1);
        TensorView view { std::string(m_name), storage.type, integersAt(arguments, 2) };
        const std::vector<std::int64_t> strides = integersAt(arguments, 3);
        const auto elements = countElements(view.shape);
        const auto bytes = elements ? countBytes(view.type, *elements) : std::nullopt;
        if (!bytes || strides.size() != view.shape.size())
            refuse("has an impossible shape.");
        view.bytes = *bytes;
        const std::string_view content = m_storage(storage.key);
        const std::uint64_t size = blockBits(view.type) / 8;
        if (lastElement(view.shape, strides, first) > content.size() / size
            || static_cast<std::uint64_t>(first) > content.size() / size)
            refuse("lies beyond the end of its storage.");
        const auto* const begin
            = reinterpret_cast<const std::byte*>(content.data()) + static_cast<std::uint64_t>(first) * size;
        const bool repeats = view.bytes > std::max<std::uint64_t>(content.size(), kSmallCopy);
        if (repeats)
            refuse("repeats the elements of its storage.");
        view.data = isDense(view.shape, strides) ? begin : copied(view, strides, begin);
        m_state.tensors.push_back(std::move(view));
    }

    // How many elements the storage must have for the tensor to lie in it.
    std::uint64_t lastElement(const std::vector<std::int64_t>& shape,
        const std::vector<std::int64_t>& strides,
        std::int64_t first) const
    {
        constexpr auto kMost = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
        std::uint64_t last = static_cast<std::uint64_t>(first);
        for (std::size_t i = 0; i < shape.size(); ++i) {
            if (shape[i] == 0)
                return 0;
            const auto steps = static_cast<std::uint64_t>(shape[i] - 1);
            const auto stride = static_cast<std::uint64_t>(strides[i]);
            if (steps != 0 && stride > (kMost - last) / steps)
                refuse("lies beyond the end of its storage.");
            last += steps * stride;
        }
        return last + 1;
    }

    static bool isDense(const std::vector<std::int64_t>& shape, const std::vector<std::int64_t>& strides)
    {
        std::int64_t expected = 1;
        for (std::size_t i = shape.size(); i-- > 0;) {
            if (shape[i] != 1 && strides[i] != expected)
                return shape[i] == 0;
            expected *= std::max<std::int64_t>(shape[i], 1);
        }
        return true;
    }

    // The elements one after the other; runs along the last dimension are copied one element at a time.
    const std::byte*
    copied(const TensorView& view, const std::vector<std::int64_t>& strides, const std::byte* begin)
    {
        m_copiedBytes += view.bytes;
        if (m_copiedBytes > kMostCopied)
            refuse("turns round more of its storage than can be held.");
        std::vector<std::byte> bytes(view.bytes);
        const std::uint64_t size = blockBits(view.type) / 8;
        std::array<std::int64_t, kMostDimensions> place {};
        std::int64_t from = 0;
        for (std::uint64_t to = 0; to < view.bytes; to += size) {
            std::memcpy(bytes.data() + to, begin + static_cast<std::uint64_t>(from) * size, size);
            for (std::size_t d = view.shape.size(); d-- > 0;) {
                from += strides[d];
                if (++place[d] < view.shape[d])
                    break;
                from -= strides[d] * view.shape[d];
                place[d] = 0;
            }
        }
        m_state.copies.push_back(std::move(bytes));
        return m_state.copies.back().data();
    }

    const Pickle& m_pickle;
    const StorageFinder& m_storage;
    const std::string& m_subject;
    std::string_view m_name;
    std::uint64_t m_copiedBytes = 0;
    TorchState m_state;
};

} // namespace

bool isTorchName(std::string_view name)
{
    return name == kRebuild || name == kRebuild2 || name == kParameter || name == kDictionary
        || storageType(name).has_value();
}

TorchState readTorchState(const Pickle& pickle, const StorageFinder& storage, const std::string& subject)
{
    return StateReader(pickle, storage, subject).read();
}

std::vector<TorchStorage> torchStorages(const Pickle& pickle, const std::string& subject)
{
    const StorageFinder none;
    const StateReader reader(pickle, none, subject);
    std::vector<TorchStorage> storages;
    for (const PickleValue& value : pickle.values)
        if (value.kind == PickleKind::Persistent)
            storages.push_back(reader.storageOf(value));
    return storages;
}

} // namespace temper
