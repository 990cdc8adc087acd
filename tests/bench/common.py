# SPDX-License-Identifier: Apache-2.0
"""Common parts of the peer benchmarks: arguments, memory, data, deterministic LoRA start."""
import time
T0 = time.time()
import argparse, json, os, resource, statistics, sys


def parser(**defaults):
    p = argparse.ArgumentParser()
    p.add_argument("--model", required=True, help="Hugging Face model folder")
    p.add_argument("--data", required=True)
    p.add_argument("--steps", type=int, default=12, help="measured steps")
    p.add_argument("--warmup", type=int, default=2, help="steps before the measured ones")
    p.add_argument("--seq-len", type=int, default=512)
    p.add_argument("--batch", type=int, default=8)
    p.add_argument("--threads", type=int, default=2)
    p.add_argument("--dtype", choices=["fp32", "bf16", "autocast"], default="fp32",
                   help="fp32; bf16 = weights and compute bf16; autocast = fp32 weights, bf16 autocast")
    p.add_argument("--lr", type=float, default=2e-4)
    p.add_argument("--r", type=int, default=16)
    p.add_argument("--alpha", type=int, default=32)
    p.set_defaults(**defaults)
    return p


def setup(args):
    """Must run before torch is imported."""
    os.environ["OMP_NUM_THREADS"] = str(args.threads)
    os.environ["MKL_NUM_THREADS"] = str(args.threads)
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "true")
    os.environ["RAYON_NUM_THREADS"] = str(args.threads)
    os.environ["HF_HUB_OFFLINE"] = "1"
    os.environ["HF_DATASETS_DISABLE_PROGRESS_BARS"] = "1"
    os.environ["TRL_EXPERIMENTAL_SILENCE"] = "1"
    os.environ["CUDA_VISIBLE_DEVICES"] = ""
    import warnings
    warnings.filterwarnings("ignore")
    import torch
    torch.set_num_threads(args.threads)
    import transformers
    transformers.logging.set_verbosity_error()
    try:
        transformers.logging.disable_progress_bar()
    except Exception:
        pass
    return torch


def memory():
    u = resource.getrusage(resource.RUSAGE_SELF)
    out = {"ru_maxrss_mb": round(u.ru_maxrss / 1024, 1), "user_s": round(u.ru_utime, 1), "sys_s": round(u.ru_stime, 1),
           "minor_faults": u.ru_minflt}
    try:
        for line in open("/proc/self/status"):
            if line.startswith(("VmHWM", "VmRSS")):
                k, v = line.split(":")
                out[k.lower() + "_mb"] = round(int(v.split()[0]) / 1024, 1)
    except OSError:
        pass
    return out


def versions(*names):
    from importlib.metadata import version
    return {n: version(n) for n in names}


def cpu_name():
    try:
        for line in open("/proc/cpuinfo"):
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    except OSError:
        pass
    return "?"


# ChatML as in SmolLM2-Instruct, with the assistant span (content + <|im_end|> + newline) marked for the loss.
TRAIN_TEMPLATE = (
    "{% for message in messages %}"
    "{% if loop.first and messages[0]['role'] != 'system' %}"
    "{{ '<|im_start|>system\nYou are a helpful AI assistant named SmolLM, trained by Hugging Face<|im_end|>\n' }}"
    "{% endif %}"
    "{% if message['role'] == 'assistant' %}"
    "{{ '<|im_start|>assistant\n' }}{% generation %}{{ message['content'] + '<|im_end|>\n' }}{% endgeneration %}"
    "{% else %}"
    "{{ '<|im_start|>' + message['role'] + '\n' + message['content'] + '<|im_end|>\n' }}"
    "{% endif %}{% endfor %}"
    "{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}"
)


def alpaca_messages(path, n):
    rows = json.load(open(path, encoding="utf-8"))[:n]
    out = []
    for r in rows:
        user = r["instruction"] + ("\n" + r["input"] if r.get("input") else "")
        out.append({"messages": [{"role": "user", "content": user}, {"role": "assistant", "content": r["output"]}]})
    return out


def dpo_rows(path, n):
    rows = json.load(open(path, encoding="utf-8"))[:n]
    role = {"human": "user", "gpt": "assistant", "system": "system"}
    out = []
    for r in rows:
        prompt = [{"role": role[t["from"]], "content": t["value"]} for t in r["conversations"]]
        out.append({"prompt": prompt,
                    "chosen": [{"role": "assistant", "content": r["chosen"]["value"]}],
                    "rejected": [{"role": "assistant", "content": r["rejected"]["value"]}]})
    return out


SLOTS = ["q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"]


def hash_init_lora(model):
    """Deterministic LoRA start that any program can repeat without a file.

    For module number m = 7*layer + slot (q,k,v,o,gate,up,down), element n of A [r, in] (row-major):
      x = (n + 1000003*m + 12345) mod 2^32;  x ^= x>>16; x *= 0x7feb352d; x ^= x>>15; x *= 0x846ca68b; x ^= x>>16
      A[n] = (x / 2^32 * 2 - 1) / sqrt(in)          (float64 arithmetic, rounded to fp32);  B = 0.
    """
    import numpy as np, torch
    count = 0
    with torch.no_grad():
        for name, p in model.named_parameters():
            if "lora_A" in name:
                parts = name.split(".")
                layer = int(parts[parts.index("layers") + 1])
                m = 7 * layer + next(i for i, s in enumerate(SLOTS) if s in parts)
                x = (np.arange(p.numel(), dtype=np.uint64) + np.uint64(1000003 * m + 12345)) & np.uint64(0xFFFFFFFF)
                x = x.astype(np.uint32)
                with np.errstate(over="ignore"):
                    x ^= x >> np.uint32(16); x *= np.uint32(0x7FEB352D)
                    x ^= x >> np.uint32(15); x *= np.uint32(0x846CA68B); x ^= x >> np.uint32(16)
                a = (x.astype(np.float64) / 2**32 * 2 - 1) / np.sqrt(p.shape[1])
                p.copy_(torch.from_numpy(a.astype(np.float32)).view_as(p).to(p.dtype))
                count += 1
            elif "lora_B" in name:
                p.zero_()
    return count


def summary(times, warm):
    t = times[warm:]
    return {"step_s_median": round(statistics.median(t), 4), "step_s_min": round(min(t), 4),
            "step_s_max": round(max(t), 4)}


def emit(d):
    d["cpu"] = cpu_name()
    d["load_avg"] = [round(x, 2) for x in os.getloadavg()]
    print(json.dumps(d))
