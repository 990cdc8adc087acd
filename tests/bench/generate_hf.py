# SPDX-License-Identifier: Apache-2.0
"""Greedy decoding with transformers generate. Prints one JSON line. Steps = number of prompts; batch 1 by default.
--seq-len = new tokens per prompt."""
from common import *

p = parser(steps=4, warmup=1, seq_len=128, batch=1)
args = p.parse_args()
torch = setup(args)
from transformers import AutoModelForCausalLM, AutoTokenizer

tok = AutoTokenizer.from_pretrained(args.model)
tok.padding_side = "left"
dtype = torch.bfloat16 if args.dtype == "bf16" else torch.float32
model = AutoModelForCausalLM.from_pretrained(args.model, dtype=dtype).eval()
start = time.time() - T0
rss_model = memory()
rows = alpaca_messages(args.data, (args.steps + args.warmup) * args.batch)
res, first_text = [], None
with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16, enabled=args.dtype == "autocast"):
    for s in range(args.steps + args.warmup):
        part = rows[s * args.batch:(s + 1) * args.batch]
        text = [tok.apply_chat_template(r["messages"][:1], tokenize=False, add_generation_prompt=True) for r in part]
        enc = tok(text, return_tensors="pt", padding=True, add_special_tokens=False)
        t = time.time()
        model.generate(**enc, max_new_tokens=1, min_new_tokens=1, do_sample=False)
        prefill = time.time() - t
        t = time.time()
        out = model.generate(**enc, max_new_tokens=args.seq_len, min_new_tokens=args.seq_len, do_sample=False)
        d = time.time() - t
        new = out[:, enc["input_ids"].shape[1]:]
        if first_text is None:
            first_text = new[0].tolist()
        res.append((enc["input_ids"].numel(), prefill, new.numel(), d, max(d - prefill, 1e-9)))
m = res[args.warmup:]
emit({"bench": "generate", "impl": "transformers", "dtype": args.dtype, "batch": args.batch, "threads": args.threads,
      "new_tokens": args.seq_len, "prompts": len(m),
      "prompt_tokens": sum(r[0] for r in m), "prefill_tokens_per_s": round(sum(r[0] for r in m) / sum(r[1] for r in m), 1),
      "decode_tokens_per_s": round(sum(r[2] - args.batch for r in m) / sum(r[4] for r in m), 2),
      "end_to_end_tokens_per_s": round(sum(r[2] for r in m) / sum(r[3] for r in m), 2),
      "first_prompt_ids": first_text[:64], "startup_s": round(start, 2), "after_load": rss_model, **memory(),
      "versions": versions("torch", "transformers")})
