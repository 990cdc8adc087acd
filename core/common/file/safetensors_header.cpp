// SPDX-License-Identifier: Apache-2.0
#include "core/common/file/safetensors_header.h"

#include "core/common/base/error.h"
#include "core/common/base/json.h"
#include "core/common/file/quoted_name.h"

#include <limits>
#include <set>

namespace temper {

namespace {

constexpr std::string_view kMetadataKey = "__metadata__";
constexpr int kIgnoredDepth = 64; // an unknown key of an entry may hold anything, but not without end

enum class Field { None, Type, Shape, Offsets, Unknown };

Field fieldNamed(std::string_view key)
{
    if (key == "dtype")
        return Field::Type;
    if (key == "shape")
        return Field::Shape;
    return key == "data_offsets" ? Field::Offsets : Field::Unknown;
}

// Receives the tokens of the JSON parser; the nesting of a valid header is known, so that a state is a depth
// and a field. A function that answers false has set m_problem, and the parser stops.
class HeaderReader : public nlohmann::json_sax<Json> {
public:
    SafetensorsHeader header;
    std::string problem;

    bool null() override { return m_ignored > 0 || unexpected(); }
    bool boolean(bool) override { return m_ignored > 0 || unexpected(); }
    bool number_float(double, const std::string&) override { return m_ignored > 0 || unexpected(); }
    bool binary(binary_t&) override { return unexpected(); }
    bool number_integer(std::int64_t) override
    {
        return m_ignored > 0 || (m_inList ? fail("holds a negative number") : unexpected());
    }
    bool number_unsigned(std::uint64_t value) override;
    bool string(std::string& value) override;
    bool start_object(std::size_t) override;
    bool key(std::string& name) override;
    bool end_object() override;
    bool start_array(std::size_t) override;
    bool end_array() override;
    bool parse_error(std::size_t byte, const std::string&, const nlohmann::detail::exception&) override
    {
        problem = "the header is not valid JSON at byte " + std::to_string(byte) + ".";
        return false;
    }

private:
    bool ignores() const
    {
        return m_ignored > 0 || (m_depth == 2 && !m_inMetadata && m_field == Field::Unknown);
    }
    bool fail(const std::string& what)
    {
        problem = "the header's entry " + quotedName(m_inMetadata ? kMetadataKey : m_name) + " " + what + ".";
        return false;
    }
    bool unexpected()
    {
        if (m_depth == 2 && !m_inMetadata && m_field == Field::Unknown)
            return true;
        if (m_depth == 2)
            return fail("holds a value of the wrong kind");
        problem = "the header is not a list of tensors.";
        return false;
    }
    bool enterIgnored() { return ++m_ignored <= kIgnoredDepth || fail("nests too deeply"); }
    bool startEntry(const std::string& name);

    int m_depth = 0; // open objects that have a meaning
    int m_ignored = 0; // open objects and arrays below an unknown key
    bool m_inMetadata = false;
    bool m_inList = false;
    Field m_field = Field::None;
    std::string m_name;
    std::string m_metadataKey;
    std::set<Field> m_seen;
    std::set<std::string> m_names;
};

bool HeaderReader::number_unsigned(std::uint64_t value)
{
    if (m_ignored > 0)
        return true;
    if (!m_inList)
        return unexpected();
    if (m_field == Field::Offsets) {
        header.entries.back().offsets.push_back(value);
        return header.entries.back().offsets.size() <= 2 || fail("has more than two offsets");
    }
    if (value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
        return fail("has a size that is too large");
    header.entries.back().shape.push_back(static_cast<std::int64_t>(value));
    return true;
}

bool HeaderReader::string(std::string& value)
{
    if (m_ignored > 0)
        return true;
    if (m_depth == 2 && m_inMetadata) {
        header.metadata[m_metadataKey] = value;
        return true;
    }
    if (m_depth != 2 || m_inList || m_field != Field::Type)
        return unexpected();
    header.entries.back().type = value;
    return true;
}

bool HeaderReader::start_object(std::size_t)
{
    if (ignores())
        return enterIgnored();
    if (m_inList || m_depth >= 2)
        return unexpected();
    ++m_depth;
    return true;
}

bool HeaderReader::startEntry(const std::string& name)
{
    m_name = name;
    m_inMetadata = name == kMetadataKey;
    m_field = Field::None;
    m_seen.clear();
    if (!m_names.insert(name).second)
        return fail("is given twice");
    if (!m_inMetadata)
        header.entries.push_back({ name, {}, {}, {} });
    return true;
}

bool HeaderReader::key(std::string& name)
{
    if (m_ignored > 0)
        return true;
    if (m_depth == 1)
        return startEntry(name);
    if (m_inMetadata) {
        m_metadataKey = name;
        return !header.metadata.contains(name) || fail("has the key " + quotedName(name) + " twice");
    }
    m_field = fieldNamed(name);
    return m_field == Field::Unknown || m_seen.insert(m_field).second
        || fail("has the key " + quotedName(name) + " twice");
}

bool HeaderReader::end_object()
{
    if (m_ignored > 0) {
        --m_ignored;
        return true;
    }
    if (--m_depth == 0 || m_inMetadata) {
        m_inMetadata = false;
        return true;
    }
    for (const auto& [field, key] : { std::pair { Field::Type, "dtype" }, std::pair { Field::Shape, "shape" },
             std::pair { Field::Offsets, "data_offsets" } })
        if (!m_seen.contains(field))
            return fail(std::string("has no ") + key);
    return header.entries.back().offsets.size() == 2 || fail("does not have two offsets");
}

bool HeaderReader::start_array(std::size_t)
{
    if (ignores())
        return enterIgnored();
    if (m_depth != 2 || m_inList || m_inMetadata || (m_field != Field::Shape && m_field != Field::Offsets))
        return unexpected();
    m_inList = true;
    return true;
}

bool HeaderReader::end_array()
{
    if (m_ignored > 0)
        --m_ignored;
    else
        m_inList = false;
    return true;
}

} // namespace

SafetensorsHeader parseSafetensorsHeader(std::string_view text, const std::string& subject)
{
    HeaderReader reader;
    // The parser takes a NUL for the end of its input; what follows would go unread.
    if (text.find('\0') != std::string_view::npos)
        reader.problem = "the header is not valid JSON.";
    else
        Json::sax_parse(text, &reader);
    if (!reader.problem.empty())
        throw Error(ErrorKind::Input, reader.problem, subject, "The file is damaged: fetch it again.");
    return std::move(reader.header);
}

} // namespace temper
