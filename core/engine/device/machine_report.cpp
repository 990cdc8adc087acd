// SPDX-License-Identifier: Apache-2.0
#include "core/engine/device/machine_report.h"

#include "core/common/base/error.h"
#include "core/common/base/library_versions.h"
#include "core/common/base/os_library.h"
#include "core/common/base/os_process.h"
#include "core/engine/device/compute.h"
#include "kernels/gemv/gemv.h"

#include <ATen/Parallel.h>
#include <ATen/Version.h>
#include <array>
#include <sstream>
#include <torch/headeronly/version.h>

namespace temper {

namespace {

OrderedJson processorFeatures()
{
    OrderedJson features;
    features["avx2"] = __builtin_cpu_supports("avx2") != 0;
    features["avx512"] = __builtin_cpu_supports("avx512f") != 0;
    features["avx512_bf16"] = __builtin_cpu_supports("avx512bf16") != 0;
    features["amx"] = __builtin_cpu_supports("amx-bf16") != 0;
    return features;
}

// The number in "Intel(R) oneAPI Math Kernel Library Version 2024.2-Product Build …" or "Intel(R) MKL-DNN
// v3.10.2 (…)".
std::string numberIn(const std::string& text)
{
    std::istringstream words(text);
    for (std::string word; words >> word;) {
        const std::size_t digit = word.find_first_of("0123456789");
        if (digit <= 1 && word.find('.') != std::string::npos)
            return word.substr(digit, word.find('-') - digit);
    }
    return text;
}

OrderedJson libraries()
{
    OrderedJson versions { { "LibTorch", TORCH_VERSION }, { "MKL", numberIn(at::get_mkl_version()) },
        { "oneDNN", numberIn(at::get_mkldnn_version()) } };
    for (const auto& [name, version] : libraryVersions())
        versions[name] = version;
    return versions;
}

constexpr const char* kDriverLibrary = "libcuda.so.1";

// A call of the driver's interface: 0 is success.
template <typename... Arguments> void call(const OsLibrary& driver, const char* name, Arguments... arguments)
{
    const auto function = driver.function<int(Arguments...)>(name);
    if (!function || function(arguments...) != 0)
        throw Error(ErrorKind::Environment, std::string("the NVIDIA driver fails at ") + name + ".", "cuda",
            "See what nvidia-smi says.");
}

void addCudaDriver(OrderedJson& report)
{
    const OsLibrary driver(kDriverLibrary);
    if (!driver.isOpen())
        throw Error(ErrorKind::Environment, "this machine has no NVIDIA driver.", "cuda",
            "Install the driver or use --device cpu.");
    int version = 0;
    int count = 0;
    call(driver, "cuInit", 0u);
    call(driver, "cuDriverGetVersion", &version);
    call(driver, "cuDeviceGetCount", &count);
    report["driver"] = "CUDA " + std::to_string(version / 1000) + "." + std::to_string(version % 1000 / 10);
    report["devices"] = OrderedJson::array();
    for (int i = 0; i < count; ++i) {
        std::array<char, 256> name {};
        call(driver, "cuDeviceGetName", name.data(), static_cast<int>(name.size()) - 1, i);
        report["devices"].push_back(name.data());
    }
    if (count == 0)
        throw Error(
            ErrorKind::Environment, "the NVIDIA driver sees no graphics card.", "cuda", "Use --device cpu.");
}

} // namespace

OrderedJson describeMachine(CheckedDevice device)
{
    OrderedJson report;
    report["device"] = device == CheckedDevice::Cuda ? "cuda" : "cpu";
    if (device == CheckedDevice::Cuda)
        addCudaDriver(report);
    report["processor"] = processorFeatures();
    report["instruction_set"] = gemvTarget();
    report["fast_bfloat16"] = hasFastBfloat16();
    report["cores"] = usableCores();
    report["threads"] = at::get_num_threads();
    report["memory_bytes"] = totalMemoryBytes();
    report["libraries"] = libraries();
    return report;
}

} // namespace temper
