# SPDX-License-Identifier: Apache-2.0
# Makes quantized.safetensors: rows of float32 of many kinds, and the bytes that ggml's own library makes of them.
#   pip install llama-cpp-py-sync==0.11739 numpy safetensors && python make_quantized.py
import ctypes
import os

import llama_cpp_py_sync
import numpy as np
from safetensors.numpy import save_file

folder = os.path.dirname(llama_cpp_py_sync.__file__)
ggml = ctypes.CDLL(os.path.join(folder, "libggml-base.so.0"))
ggml.ggml_quantize_chunk.restype = ctypes.c_size_t
ggml.ggml_quantize_chunk.argtypes = [ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p] + [ctypes.c_int64] * 3 + [ctypes.c_void_p]
KINDS = {"F16": (1, 1, 2), "BF16": (30, 1, 2), "Q4_0": (2, 32, 18), "Q4_1": (3, 32, 20), "Q5_0": (6, 32, 22),
         "Q5_1": (7, 32, 24), "Q8_0": (8, 32, 34), "Q4_K": (12, 256, 144), "Q5_K": (13, 256, 176), "Q6_K": (14, 256, 210)}

rng = np.random.default_rng(23)
rows = [rng.standard_normal(256) * 0.02 for _ in range(8)]
rows += [rng.standard_normal(256) * 10.0**power for power in (-12, -6, 0, 3)]
rows += [np.zeros(256), np.full(256, 0.75), np.full(256, -3.0), np.abs(rng.standard_normal(256)), -np.abs(rng.standard_normal(256))]
rows += [np.where(np.arange(256) < 64, 0, rng.standard_normal(256)), np.where(np.arange(256) % 32 == 5, 40.0, rng.standard_normal(256) * 1e-3)]
rows += [rng.integers(-8, 8, 256) / 4.0, np.linspace(-1, 1, 256), rng.standard_cauchy(256), rng.uniform(1.0, 1.001, 256)]
values = np.stack(rows).astype(np.float32)
tensors = {"values": values.reshape(-1)}
for name, (number, elements, size) in KINDS.items():
    out = np.zeros(values.size // elements * size, dtype=np.uint8)
    written = ggml.ggml_quantize_chunk(number, values.ctypes.data, out.ctypes.data, 0, len(values), 256, None)
    assert written == out.size
    tensors[name] = out
save_file(tensors, "quantized.safetensors")
