// SPDX-License-Identifier: Apache-2.0
#include "core/common/file/pickle.h"

#include "core/common/base/error.h"
#include "core/common/file/pickle_opcodes.h"
#include "core/common/file/quoted_name.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <unordered_map>

namespace temper {

namespace {
constexpr std::size_t kMostValues = 1 << 22;
constexpr const char* kRemedy
    = "Only tensors in plain containers are read from a pickle. Get the model as safetensors.";

class Machine {
public:
    Machine(std::string_view bytes, const std::string& subject, AllowedGlobal isAllowed)
        : m_bytes(bytes)
        , m_subject(subject)
        , m_isAllowed(isAllowed)
    {
    }

    Pickle run()
    {
        for (std::uint8_t code = byte(); code != kStop; code = byte())
            obey(code);
        m_pickle.root = pop();
        m_pickle.bytes = m_position;
        return std::move(m_pickle);
    }

private:
    [[noreturn]] void refuse(const std::string& sentence) const
    {
        throw Error(ErrorKind::Input, sentence, m_subject, kRemedy);
    }

    std::string_view take(std::uint64_t bytes)
    {
        if (bytes > m_bytes.size() - m_position)
            refuse("the pickle is cut off.");
        const std::string_view part = m_bytes.substr(m_position, bytes);
        m_position += bytes;
        return part;
    }

    template <typename Number> Number number()
    {
        Number value;
        std::memcpy(&value, take(sizeof value).data(), sizeof value);
        return value;
    }

    std::uint8_t byte() { return number<std::uint8_t>(); }

    std::string_view line()
    {
        const std::size_t end = m_bytes.find('\n', m_position);
        if (end == std::string_view::npos)
            refuse("the pickle is cut off.");
        const std::string_view text = take(end - m_position);
        take(1);
        return text;
    }

    void push(PickleValue value)
    {
        if (m_pickle.values.size() >= kMostValues)
            refuse("the pickle holds too many values.");
        m_stack.push_back(static_cast<std::uint32_t>(m_pickle.values.size()));
        m_pickle.values.push_back(std::move(value));
    }

    void pushInteger(std::int64_t integer) { push({ .kind = PickleKind::Integer, .integer = integer }); }
    void pushText(std::string_view text) { push({ .kind = PickleKind::Text, .text = text }); }

    // One list may be copied into many values: what they hold together has the same bound.
    void count(std::size_t items)
    {
        m_items += items;
        if (m_items > kMostValues)
            refuse("the pickle holds too many values.");
    }
    void pushItems(PickleKind kind, std::vector<std::uint32_t> items)
    {
        count(items.size());
        push({ .kind = kind, .items = std::move(items) });
    }

    std::uint32_t pop()
    {
        if (m_stack.size() <= (m_marks.empty() ? 0 : m_marks.back()))
            refuse("the pickle makes no sense: it takes a value that is not there.");
        const std::uint32_t index = m_stack.back();
        m_stack.pop_back();
        return index;
    }

    std::vector<std::uint32_t> popMany(std::size_t count)
    {
        std::vector<std::uint32_t> items(count);
        for (std::size_t i = count; i-- > 0;)
            items[i] = pop();
        return items;
    }

    std::vector<std::uint32_t> popToMark()
    {
        if (m_marks.empty())
            refuse("the pickle makes no sense: a mark is missing.");
        const auto from = m_stack.begin() + static_cast<std::ptrdiff_t>(m_marks.back());
        std::vector<std::uint32_t> items(from, m_stack.end());
        m_stack.erase(from, m_stack.end());
        m_marks.pop_back();
        return items;
    }

    PickleValue& topOf(PickleKind kind)
    {
        const std::uint32_t index = pop();
        m_stack.push_back(index);
        if (m_pickle.values[index].kind != kind)
            refuse("the pickle makes no sense: it fills a value that is no container.");
        return m_pickle.values[index];
    }

    void extend(PickleKind kind, const std::vector<std::uint32_t>& items)
    {
        if (kind == PickleKind::Dictionary && items.size() % 2 != 0)
            refuse("the pickle makes no sense: a key has no value.");
        count(items.size());
        std::vector<std::uint32_t>& target = topOf(kind).items;
        target.insert(target.end(), items.begin(), items.end());
    }

    void pushGlobal(std::string_view module, std::string_view name)
    {
        std::string qualified = std::string(module) + "." + std::string(name);
        if (!m_isAllowed(qualified))
            refuse("the pickle asks for " + quotedName(qualified)
                + ", which is no part of a tensor; nothing was run.");
        m_pickle.names.push_back(std::move(qualified));
        push({ .kind = PickleKind::Global, .text = m_pickle.names.back() });
    }

    void stackGlobal()
    {
        const auto parts = popMany(2);
        for (const std::uint32_t part : parts)
            if (m_pickle.values[part].kind != PickleKind::Text)
                refuse("the pickle makes no sense: a name is no text.");
        pushGlobal(m_pickle.values[parts[0]].text, m_pickle.values[parts[1]].text);
    }

    void reduce();
    void build();
    void pushLong();
    void remember(std::uint32_t slot);
    void recall(std::uint32_t slot);
    void obey(std::uint8_t code);
    bool obeyNumber(std::uint8_t code);
    bool obeyText(std::uint8_t code);
    bool obeyContainer(std::uint8_t code);
    bool obeyMemo(std::uint8_t code);

    std::string_view m_bytes;
    const std::string& m_subject;
    AllowedGlobal m_isAllowed;
    std::uint64_t m_position = 0;
    Pickle m_pickle;
    std::size_t m_items = 0; // of all containers
    std::vector<std::uint32_t> m_stack;
    std::vector<std::size_t> m_marks;
    std::unordered_map<std::uint32_t, std::uint32_t> m_memo;
};

// A dictionary that is made empty, or out of a list of pairs, becomes one; every other call is only noted.
void Machine::reduce()
{
    const auto parts = popMany(2);
    const PickleValue& callee = m_pickle.values[parts[0]];
    const PickleValue& arguments = m_pickle.values[parts[1]];
    if (callee.kind != PickleKind::Global || arguments.kind != PickleKind::Tuple)
        refuse("the pickle makes no sense: it calls what is no function.");
    if (callee.text != "collections.OrderedDict")
        return pushItems(PickleKind::Call, parts);
    std::vector<std::uint32_t> items;
    if (!arguments.items.empty())
        for (const std::uint32_t pair : m_pickle.values[arguments.items.front()].items) {
            const auto& both = m_pickle.values[pair].items;
            count(both.size());
            if (both.size() != 2)
                refuse("the pickle makes no sense: a dictionary is made of no pairs.");
            items.insert(items.end(), both.begin(), both.end());
        }
    pushItems(PickleKind::Dictionary, std::move(items));
}

// State that is set on a dictionary (_metadata of a state_dict) is of no use here.
void Machine::build()
{
    pop();
    topOf(PickleKind::Dictionary);
}

void Machine::pushLong()
{
    const std::string_view digits = take(byte());
    if (digits.size() > 16)
        refuse("the pickle holds a number that is too large.");
    std::uint64_t low = !digits.empty() && (digits.back() & 0x80) != 0 ? ~std::uint64_t { 0 } : 0;
    std::memcpy(&low, digits.data(), std::min<std::size_t>(digits.size(), sizeof low));
    pushInteger(static_cast<std::int64_t>(low)); // of a longer one its lowest 64 bits
    m_pickle.values.back().text = digits;
}

void Machine::remember(std::uint32_t slot)
{
    const std::uint32_t index = pop();
    m_stack.push_back(index);
    m_memo[slot] = index;
}

void Machine::recall(std::uint32_t slot)
{
    const auto found = m_memo.find(slot);
    if (found == m_memo.end())
        refuse("the pickle makes no sense: it recalls what it never remembered.");
    m_stack.push_back(found->second);
}

bool Machine::obeyNumber(std::uint8_t code)
{
    switch (code) {
    case kNone:
        push({});
        return true;
    case kNewTrue:
    case kNewFalse:
        push({ .kind = PickleKind::Boolean, .integer = code == kNewTrue ? 1 : 0 });
        return true;
    case kBinInt:
        pushInteger(number<std::int32_t>());
        return true;
    case kBinInt1:
        pushInteger(byte());
        return true;
    case kBinInt2:
        pushInteger(number<std::uint16_t>());
        return true;
    case kLong1:
        pushLong();
        return true;
    case kBinFloat: {
        const auto bits = number<std::uint64_t>(); // the only number in big-endian order
        push({ .kind = PickleKind::Real, .real = std::bit_cast<double>(__builtin_bswap64(bits)) });
        return true;
    }
    }
    return false;
}

bool Machine::obeyText(std::uint8_t code)
{
    switch (code) {
    case kShortBinString:
    case kShortBinUnicode:
        pushText(take(byte()));
        return true;
    case kBinString:
    case kBinUnicode:
        pushText(take(number<std::uint32_t>()));
        return true;
    case kBinUnicode8:
        pushText(take(number<std::uint64_t>()));
        return true;
    case kGlobal: {
        const std::string_view module = line();
        pushGlobal(module, line());
        return true;
    }
    case kStackGlobal:
        stackGlobal();
        return true;
    }
    return false;
}

bool Machine::obeyContainer(std::uint8_t code)
{
    switch (code) {
    case kEmptyDict:
    case kEmptyList:
    case kEmptyTuple:
        pushItems(code == kEmptyDict ? PickleKind::Dictionary
                : code == kEmptyList ? PickleKind::List
                                     : PickleKind::Tuple,
            {});
        return true;
    case kTuple1:
    case kTuple2:
    case kTuple3:
        pushItems(PickleKind::Tuple, popMany(static_cast<std::size_t>(code - kTuple1) + 1));
        return true;
    case kTuple:
        pushItems(PickleKind::Tuple, popToMark());
        return true;
    case kList:
        pushItems(PickleKind::List, popToMark());
        return true;
    case kDict: {
        const auto items = popToMark();
        pushItems(PickleKind::Dictionary, {});
        extend(PickleKind::Dictionary, items);
        return true;
    }
    case kAppend:
        extend(PickleKind::List, popMany(1));
        return true;
    case kAppends:
        extend(PickleKind::List, popToMark());
        return true;
    case kSetItem:
        extend(PickleKind::Dictionary, popMany(2));
        return true;
    case kSetItems:
        extend(PickleKind::Dictionary, popToMark());
        return true;
    }
    return false;
}

bool Machine::obeyMemo(std::uint8_t code)
{
    switch (code) {
    case kBinPut:
        remember(byte());
        return true;
    case kLongBinPut:
        remember(number<std::uint32_t>());
        return true;
    case kMemoize:
        remember(static_cast<std::uint32_t>(m_memo.size()));
        return true;
    case kBinGet:
        recall(byte());
        return true;
    case kLongBinGet:
        recall(number<std::uint32_t>());
        return true;
    }
    return false;
}

void Machine::obey(std::uint8_t code)
{
    if (obeyNumber(code) || obeyText(code) || obeyContainer(code) || obeyMemo(code))
        return;
    switch (code) {
    case kProto:
        if (const std::uint8_t version = byte(); version > 5)
            refuse("is a pickle of version " + std::to_string(version) + "; up to 5 can be read.");
        return;
    case kFrame:
        take(sizeof(std::uint64_t));
        return;
    case kMark:
        m_marks.push_back(m_stack.size());
        return;
    case kPop:
        pop();
        return;
    case kPopMark:
        popToMark();
        return;
    case kBinPersId:
        return pushItems(PickleKind::Persistent, popMany(1));
    case kReduce:
        return reduce();
    case kBuild:
        return build();
    }
    refuse(
        "the pickle uses the opcode " + opcodeName(code) + ", which tensors do not need; nothing was run.");
}

} // namespace

Pickle readPickle(std::string_view bytes, const std::string& subject, AllowedGlobal isAllowed)
{
    return Machine(bytes, subject, isAllowed).run();
}

} // namespace temper
