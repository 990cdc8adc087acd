// SPDX-License-Identifier: Apache-2.0
// What a Hugging Face-compatible server says about a model, and which of its files make a model for Temper.
#pragma once

#include "core/common/base/json.h"

#include <cstdint>
#include <string>
#include <vector>

namespace temper {

struct HubFile {
    std::string name; // a plain file name
    std::uint64_t bytes = 0;
    std::string sha256; // of the content, for large files; else empty
    std::string gitBlob; // git's SHA-1 of "blob <bytes>\0" and the content; empty where sha256 is given
};

// One form in which the model can be had.
struct HubVariant {
    std::string name; // "safetensors", or the GGUF file's own name
    bool isGguf = false;
    std::vector<HubFile> files; // small ones first
    std::uint64_t bytes = 0; // of all files
};

struct HubModel {
    std::string revision; // a commit, or "main"
    std::string licence; // "apache-2.0"; empty where the server names none
    bool isGated = false; // the server wants its users to agree to something first
    std::vector<HubVariant> variants;
};

// "owner/name" or "name", of letters, digits, '-', '_' and '.'.
bool isHubName(const std::string& name);

// `about` is the answer to /api/models/<name> (may be null), `tree` that to
// /api/models/<name>/tree/<revision>. Files in sub-folders, pickles, split GGUF files and names that are no
// plain file names are left out. Throws Error(Input, …, subject) where the answer is no listing, and where no
// file of it can be used.
HubModel readHubModel(const Json& about, const Json& tree, const std::string& subject);

} // namespace temper
