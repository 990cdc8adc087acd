# SPDX-License-Identifier: Apache-2.0
# Makes the files that PyTorch writes, honest ones (with their tensors once more in expected.safetensors) and ones that
# ask for something else to be run.
#   pip install torch==2.11.0 safetensors && python make_torch_files.py
import collections
import io
import os
import pickle
import zipfile

import torch
from safetensors.torch import save_file

torch.manual_seed(3)
base = torch.randn(4, 6)
state = collections.OrderedDict(
    {
        "plain": torch.randn(3, 5),
        "half": torch.randn(7).half(),
        "brain": torch.randn(2, 2).bfloat16(),
        "long": torch.arange(5),
        "flags": torch.tensor([True, False, True]),
        "bytes": torch.arange(9, dtype=torch.uint8).reshape(3, 3),
        "double": torch.randn(2, dtype=torch.float64),
        "whole": base,
        "part": base[1:3],  # the same storage from an offset on
        "turned": base.t(),  # the same storage with strides of its own
        "column": base[:, 2],
        "scalar": torch.tensor(2.5),
        "nothing": torch.zeros(0, 4),
    }
)
save_file({name: tensor.contiguous().clone() for name, tensor in state.items()}, "expected.safetensors")
torch.save(state, "zip.bin")
torch.save(state, "legacy.bin", _use_new_zipfile_serialization=False)
state._metadata = collections.OrderedDict({"": {"version": 1}})
torch.save({"state_dict": state, "epoch": 3, "lr": 0.5, "names": ["a", None, (1, 2)]}, "checkpoint.bin")
torch.save({name: torch.nn.Parameter(state[name]) for name in ("plain", "turned")}, "parameters.bin")


class Attack:
    def __init__(self, function, *arguments):
        self.call = function, arguments

    def __reduce__(self):
        return self.call


torch.save({"plain": state["plain"], "x": Attack(os.system, "echo run > broken-into")}, "attack.bin")
torch.save({"x": Attack(eval, "1")}, "attack_legacy.bin", _use_new_zipfile_serialization=False)
torch.save(torch.nn.Linear(2, 2), "module.bin")
# The same attack in a pickle of version 4, whose globals come from the stack.
with zipfile.ZipFile("attack_stack.bin", "w") as archive:
    archive.writestr("archive/data.pkl", pickle.dumps({"x": Attack(os.system, "true")}, protocol=4))
with zipfile.ZipFile("compressed.bin", "w", zipfile.ZIP_DEFLATED) as archive:
    archive.writestr("archive/data.pkl", pickle.dumps({"a" * 100: 1}, protocol=2))
