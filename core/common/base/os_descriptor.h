// SPDX-License-Identifier: Apache-2.0
// An open file, socket or pipe of the operating system, closed by its owner.
#pragma once

#include <utility>

namespace temper {

class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int number)
        : m_number(number)
    {
    }
    ~Descriptor() { close(); }
    Descriptor(Descriptor&& other) noexcept
        : m_number(std::exchange(other.m_number, -1))
    {
    }
    Descriptor& operator=(Descriptor&& other) noexcept
    {
        std::swap(m_number, other.m_number);
        return *this;
    }

    int number() const noexcept { return m_number; }
    bool isOpen() const noexcept { return m_number >= 0; }
    bool close() noexcept; // false, with errno set, when the system reports a failure of earlier writes

private:
    int m_number = -1;
};

} // namespace temper
