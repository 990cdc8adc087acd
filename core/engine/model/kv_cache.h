// SPDX-License-Identifier: Apache-2.0
// Keys and values of what has been read so far, a row for each text that is being continued.
#pragma once

#include <ATen/core/Tensor.h>
#include <cstdint>
#include <span>
#include <vector>

namespace temper {

class KvCache {
public:
    KvCache(std::int64_t layers, std::int64_t keyValueSize, at::ScalarType type);

    void reset(std::int64_t rows);
    std::int64_t rows() const { return static_cast<std::int64_t>(m_lengths.size()); }
    std::int64_t length(std::int64_t row) const { return m_lengths[static_cast<std::size_t>(row)]; }

    // Appends keys and values [tokens, keyValueSize] of one row at one layer; the row's length moves on with advance().
    void append(std::int64_t layer, std::int64_t row, const at::Tensor& keys, const at::Tensor& values);
    void advance(std::int64_t row, std::int64_t tokens);
    at::Tensor keys(std::int64_t layer, std::int64_t row, std::int64_t length) const; // view [length, keyValueSize]
    at::Tensor values(std::int64_t layer, std::int64_t row, std::int64_t length) const;

    // Row i becomes what row from[i] was; the number of rows may change.
    void select(std::span<const std::int64_t> from);

private:
    void grow(std::int64_t capacity);

    std::int64_t m_layers;
    std::int64_t m_size;
    at::ScalarType m_type;
    std::int64_t m_capacity = 0;
    std::vector<at::Tensor> m_keys; // a layer: [rows, capacity, keyValueSize]
    std::vector<at::Tensor> m_values;
    std::vector<std::int64_t> m_lengths;
};

} // namespace temper
