# SPDX-License-Identifier: Apache-2.0
# Makes blocks.safetensors: random blocks of every GGUF block type and what gguf-py 0.19.0 expands them to, and the
# small floating-point types as NumPy and ml_dtypes 0.6 have them.
#   pip install gguf==0.19.0 ml_dtypes safetensors numpy && python make_blocks.py
import ml_dtypes
import numpy as np
from gguf import quants
from gguf.constants import GGML_QUANT_SIZES, GGMLQuantizationType
from safetensors.numpy import save_file

BLOCKS = 6
# Where the half-precision scales lie in a block; random bits there would be infinities and NaNs.
SCALES = {"Q4_0": [0], "Q4_1": [0, 2], "Q5_0": [0], "Q5_1": [0, 2], "Q8_0": [0], "Q2_K": [80, 82], "Q3_K": [108],
          "Q4_K": [0, 2], "Q5_K": [0, 2], "Q6_K": [208], "IQ4_NL": [0], "MXFP4": []}

rng = np.random.default_rng(11)
tensors = {}
for name, positions in SCALES.items():
    kind = GGMLQuantizationType[name]
    raw = rng.integers(0, 256, (BLOCKS, GGML_QUANT_SIZES[kind][1]), dtype=np.uint8)
    for position in positions:
        scale = (rng.standard_normal(BLOCKS) * 10.0 ** rng.integers(-6, 3, BLOCKS)).astype(np.float16)
        raw[:, position:position + 2] = scale.view(np.uint8).reshape(BLOCKS, 2)
    if name == "MXFP4":
        raw[:, 0] = [0, 1, 2, 100, 127, 140]  # the power of two in front, subnormal ones too
    with np.errstate(all="ignore"):
        tensors[name + ".expanded"] = quants.dequantize(raw, kind).astype(np.float32).reshape(-1)
    tensors[name + ".bytes"] = raw.reshape(-1)
halves = np.arange(0, 65536, 13, dtype=np.uint16)
bytes256 = np.arange(256, dtype=np.uint8)
SMALL = {"F16": halves.view(np.float16), "BF16": halves.view(ml_dtypes.bfloat16),
         "F8_E4M3": bytes256.view(ml_dtypes.float8_e4m3fn), "F8_E5M2": bytes256.view(ml_dtypes.float8_e5m2),
         "F8_E4M3FNUZ": bytes256.view(ml_dtypes.float8_e4m3fnuz),
         "F8_E5M2FNUZ": bytes256.view(ml_dtypes.float8_e5m2fnuz), "F8_E8M0": bytes256.view(ml_dtypes.float8_e8m0fnu)}
for name, values in SMALL.items():
    tensors[name + ".bytes"] = values.view(np.uint8)
    tensors[name + ".expanded"] = values.astype(np.float32)
save_file(tensors, "blocks.safetensors")
