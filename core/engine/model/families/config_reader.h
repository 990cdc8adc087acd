// SPDX-License-Identifier: Apache-2.0
// Typed reading of a model's configuration with errors that name the key.
#pragma once

#include "core/common/base/json.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace temper {

class ConfigReader {
public:
    ConfigReader(const Json& object, std::string subject);

    std::int64_t integer(const std::string& key) const; // Error when absent
    std::int64_t integer(const std::string& key, std::int64_t fallback) const; // also for null
    double number(const std::string& key, double fallback) const;
    bool flag(const std::string& key, bool fallback) const;
    std::string text(const std::string& key, const std::string& fallback) const;
    std::vector<std::int64_t> integers(const std::string& key) const; // a number or a list; empty when absent
    std::optional<ConfigReader> object(const std::string& key) const;
    bool has(const std::string& key) const; // present and not null
    bool isEmpty() const { return m_object.empty(); }
    const std::string& subject() const { return m_subject; }

private:
    const Json* find(const std::string& key) const;
    [[noreturn]] void refuse(const std::string& key, const char* expected) const;

    const Json& m_object;
    std::string m_subject;
};

} // namespace temper
