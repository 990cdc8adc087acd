// SPDX-License-Identifier: Apache-2.0
#include "core/common/data/arrow_json.h"

#include "core/common/data/row.h"

#include <arrow/array.h>
#include <arrow/record_batch.h>
#include <arrow/scalar.h>
#include <arrow/type.h>
#include <arrow/type_traits.h>
#include <arrow/util/decimal.h>
#include <cmath>
#include <fmt/format.h>

namespace temper {

namespace {

void appendValue(const arrow::Array& array, std::int64_t i, std::string& out);

template <typename List> void appendList(const arrow::Array& array, std::int64_t i, std::string& out)
{
    const auto& list = static_cast<const List&>(array);
    out.push_back('[');
    for (std::int64_t k = 0; k < list.value_length(i); ++k) {
        if (k > 0)
            out.push_back(',');
        appendValue(*list.values(), list.value_offset(i) + k, out);
    }
    out.push_back(']');
}

void appendStruct(const arrow::Array& array, std::int64_t i, std::string& out)
{
    const auto& record = static_cast<const arrow::StructArray&>(array);
    out.push_back('{');
    for (int k = 0; k < record.num_fields(); ++k) {
        if (k > 0)
            out.push_back(',');
        appendJsonString(out, record.type()->field(k)->name());
        out.push_back(':');
        appendValue(*record.field(k), i, out);
    }
    out.push_back('}');
}

template <typename Floating> void appendNumber(const arrow::Array& array, std::int64_t i, std::string& out)
{
    const double value = static_cast<double>(static_cast<const Floating&>(array).Value(i));
    out += std::isfinite(value) ? fmt::format("{}", value) : "null";
}

void appendScalar(const arrow::Array& array, std::int64_t i, std::string& out)
{
    const auto scalar = array.GetScalar(i);
    const bool plain = arrow::is_integer(array.type_id()) || array.type_id() == arrow::Type::BOOL;
    const std::string text = scalar.ok() ? (*scalar)->ToString() : std::string();
    if (plain)
        out += text;
    else
        appendJsonString(out, text);
}

void appendDictionary(const arrow::Array& array, std::int64_t i, std::string& out)
{
    const auto& dictionary = static_cast<const arrow::DictionaryArray&>(array);
    appendValue(*dictionary.dictionary(), dictionary.GetValueIndex(i), out);
}

void appendValue(const arrow::Array& array, std::int64_t i, std::string& out)
{
    const arrow::Type::type type = array.type_id();
    if (array.IsNull(i))
        out += "null";
    else if (type == arrow::Type::STRING || type == arrow::Type::BINARY)
        appendJsonString(out, static_cast<const arrow::BinaryArray&>(array).GetView(i));
    else if (type == arrow::Type::LARGE_STRING || type == arrow::Type::LARGE_BINARY)
        appendJsonString(out, static_cast<const arrow::LargeBinaryArray&>(array).GetView(i));
    else if (type == arrow::Type::LIST || type == arrow::Type::MAP)
        appendList<arrow::ListArray>(array, i, out);
    else if (type == arrow::Type::LARGE_LIST)
        appendList<arrow::LargeListArray>(array, i, out);
    else if (type == arrow::Type::FIXED_SIZE_LIST)
        appendList<arrow::FixedSizeListArray>(array, i, out);
    else if (type == arrow::Type::STRUCT)
        appendStruct(array, i, out);
    else if (type == arrow::Type::DICTIONARY)
        appendDictionary(array, i, out);
    else if (type == arrow::Type::DOUBLE)
        appendNumber<arrow::DoubleArray>(array, i, out);
    else if (type == arrow::Type::FLOAT)
        appendNumber<arrow::FloatArray>(array, i, out);
    else
        appendScalar(array, i, out);
}

} // namespace

void appendArrowRow(const arrow::RecordBatch& batch, std::int64_t row, std::string& out)
{
    out.push_back('{');
    for (int k = 0; k < batch.num_columns(); ++k) {
        if (k > 0)
            out.push_back(',');
        appendJsonString(out, batch.column_name(k));
        out.push_back(':');
        appendValue(*batch.column(k), row, out);
    }
    out.push_back('}');
}

} // namespace temper
