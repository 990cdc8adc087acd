// SPDX-License-Identifier: Apache-2.0
#include "core/common/file/torch_file.h"

#include "core/common/base/error.h"
#include "core/common/base/os_mapped_file.h"
#include "core/common/file/quoted_name.h"
#include "core/common/file/torch_state.h"
#include "core/common/file/zip_directory.h"

#include <cstring>
#include <fstream>
#include <unordered_map>

namespace temper {

namespace {

constexpr std::string_view kZipMark { "PK\x03\x04", 4 };
// Pickle version 2, then the number 0x1950a86a20f9469cfc6c: what legacy files begin with.
constexpr std::string_view kLegacyMark { "\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19", 14 };
constexpr const char* kRemedy = "Fetch the file again, or get the model as safetensors.";
constexpr std::int64_t kLegacyVersion = 1001;

class Contents {
public:
    explicit Contents(const MappedFile& file)
        : m_text(file.text())
        , m_subject(file.path().string())
    {
    }

    TorchState read()
    {
        if (m_text.starts_with(kZipMark))
            return readZip();
        if (m_text.starts_with(kLegacyMark))
            return readLegacy();
        refuse("is no file that PyTorch wrote, or one from before version 0.1.10.");
    }

private:
    [[noreturn]] void refuse(const std::string& sentence) const
    {
        throw Error(ErrorKind::Input, sentence, m_subject, kRemedy);
    }

    std::string_view storage(std::string_view key) const
    {
        const auto found = m_storages.find(std::string(key));
        if (found == m_storages.end())
            refuse("names the storage " + quotedName(key) + ", which is not in the file.");
        return found->second;
    }

    TorchState state(const Pickle& pickle) const
    {
        return readTorchState(
            pickle, [this](std::string_view key) { return storage(key); }, m_subject);
    }

    TorchState readZip()
    {
        const auto entries = storedZipEntries(m_text, m_subject, kRemedy);
        std::string folder;
        std::string_view description;
        for (const auto& [name, content] : entries)
            if (name == "data.pkl" || name.ends_with("/data.pkl")) {
                folder = name.substr(0, name.size() - std::strlen("data.pkl"));
                description = content;
            }
        if (description.empty())
            refuse("holds no data.pkl, which describes the tensors.");
        const auto order = entries.find(folder + "byteorder");
        if (order != entries.end() && order->second.starts_with("big"))
            refuse("was written on a big-endian machine, which cannot be read here.");
        for (const auto& [name, content] : entries)
            if (name.starts_with(folder + "data/"))
                m_storages.emplace(name.substr(folder.size() + std::strlen("data/")), content);
        return state(readPickle(description, m_subject, isTorchName));
    }

    Pickle nextPickle()
    {
        Pickle pickle = readPickle(m_text.substr(m_position), m_subject, isTorchName);
        m_position += pickle.bytes;
        return pickle;
    }

    // Five pickles (a mark, the version, the machine, the tensors, the storages' order), then the storages,
    // each after its number of elements.
    TorchState readLegacy()
    {
        nextPickle();
        if (nextPickle().top().integer != kLegacyVersion)
            refuse("is of a version of the legacy format that is not known.");
        const Pickle machine = nextPickle();
        for (std::size_t i = 0; i + 1 < machine.top().items.size(); i += 2)
            if (machine.at(machine.top().items[i]).text == "little_endian"
                && machine.at(machine.top().items[i + 1]).integer == 0)
                refuse("was written on a big-endian machine, which cannot be read here.");
        const Pickle tensors = nextPickle();
        const Pickle order = nextPickle();
        std::unordered_map<std::string_view, TorchStorage> known;
        for (const TorchStorage& entry : torchStorages(tensors, m_subject))
            known.emplace(entry.key, entry);
        for (const std::uint32_t index : order.top().items)
            takeStorage(order.at(index).text, known);
        return state(tensors);
    }

    void takeStorage(std::string_view key, const std::unordered_map<std::string_view, TorchStorage>& known)
    {
        const auto found = known.find(key);
        std::int64_t elements = 0;
        if (found == known.end() || m_text.size() - m_position < sizeof elements)
            refuse("is cut off or damaged: the storage " + quotedName(key) + " cannot be found.");
        std::memcpy(&elements, m_text.data() + m_position, sizeof elements);
        m_position += sizeof elements;
        const auto bytes = countBytes(found->second.type, elements);
        if (elements != found->second.elements || !bytes || *bytes > m_text.size() - m_position)
            refuse("is cut off or damaged: the storage " + quotedName(key) + " does not fit into it.");
        m_storages.emplace(key, m_text.substr(m_position, *bytes));
        m_position += *bytes;
    }

    std::string_view m_text;
    std::string m_subject;
    std::uint64_t m_position = 0;
    std::unordered_map<std::string, std::string_view> m_storages;
};

} // namespace

TorchFile::TorchFile(const std::filesystem::path& path)
    : TorchFile(MappedFile::open(path))
{
}

TorchFile::TorchFile(std::shared_ptr<const MappedFile> mapping)
    : m_mapping(std::move(mapping))
{
    TorchState state = Contents(*m_mapping).read();
    m_tensors = std::move(state.tensors);
    m_copies = std::move(state.copies);
    for (std::size_t i = 0; i < m_tensors.size(); ++i)
        if (!m_index.emplace(m_tensors[i].name, i).second)
            throw Error(ErrorKind::Input, "two tensors have the name " + quotedName(m_tensors[i].name) + ".",
                m_mapping->path().string(), kRemedy);
}

const TensorView* TorchFile::find(const std::string& name) const
{
    const auto position = m_index.find(name);
    return position == m_index.end() ? nullptr : &m_tensors[position->second];
}

bool TorchFile::looksLikeTorch(const std::filesystem::path& path)
{
    if (std::error_code code; !std::filesystem::is_regular_file(path, code)) // a pipe would keep us waiting
        return false;
    std::ifstream file(path, std::ios::binary);
    char begin[kLegacyMark.size()] = {};
    file.read(begin, sizeof begin);
    const std::string_view read(begin, static_cast<std::size_t>(file.gcount()));
    return read.starts_with(kZipMark) || read == kLegacyMark;
}

} // namespace temper
