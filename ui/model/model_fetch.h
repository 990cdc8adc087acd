// SPDX-License-Identifier: GPL-3.0-or-later
// Getting a model from a Hugging Face-compatible server: what it offers, and its files, resumable and checked
// by hash.
#pragma once

#include "core/common/base/progress.h"
#include "core/common/file/hub_listing.h"

#include <QString>
#include <filesystem>

namespace temper {

struct HubAddress {
    QString server; // "https://…", as the person set it
    QString model; // "owner/name"
};

// Both wait for the network: call them off the GUI thread, in one that has no event loop running. They throw
// Error(Usage) for an address or name that is none, Error(Environment) where the server cannot be reached or
// refuses, Error(Input) for an answer that is no listing or a file whose hash is wrong, Error(Cancelled) on
// stop.
HubModel lookUpModel(const HubAddress& address, const std::stop_token& stop = {});

struct FetchOrder {
    HubAddress address;
    QString revision;
    HubVariant variant;
    std::filesystem::path folder; // made where it is missing
};

// Fetches what is not there yet and answers the path of the model: the folder, or the GGUF file in it. A file
// that is not whole has ".part" behind its name and is gone on with the next time; one with a wrong hash is
// thrown away.
std::filesystem::path
fetchModel(const FetchOrder& order, const ProgressFunction& progress = {}, const std::stop_token& stop = {});

// Bytes of the order that lie in its folder already.
std::uint64_t fetchedBytes(const FetchOrder& order);

} // namespace temper
