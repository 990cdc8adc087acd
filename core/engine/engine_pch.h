// SPDX-License-Identifier: Apache-2.0
// Precompiled for every file of the engine: the tensor library without torch/torch.h, which costs three times as much.
#pragma once

#include <ATen/ATen.h>
#include <torch/csrc/autograd/function.h>
#include <torch/csrc/autograd/functions/utils.h>

#include "core/common/base/error.h"
#include "core/common/base/json.h"
