# SPDX-License-Identifier: Apache-2.0
"""Greedy decoding with transformers, one prompt after the other; prints one JSON line. --steps: measured prompts."""
from common import *

p = parser(steps=4, warmup=1, seq_len=128, batch=1)
args = p.parse_args()
torch = setup(args)
from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained(args.model)
dtype = torch.bfloat16 if args.dtype == "bf16" else torch.float32
model = AutoModelForCausalLM.from_pretrained(args.model, dtype=dtype).eval()
start = time.time() - T0


def timed(inputs, tokens):
    begin = time.time()
    out = model.generate(**inputs, max_new_tokens=tokens, min_new_tokens=tokens, do_sample=False)
    return time.time() - begin, out[0, inputs["input_ids"].shape[1]:].tolist()


first, prefill, decode, prompt_tokens = None, 0.0, 0.0, 0
with torch.inference_mode():
    for i, row in enumerate(alpaca_messages(args.data, args.steps + args.warmup)):
        text = tokenizer.apply_chat_template(row["messages"][:1], tokenize=False, add_generation_prompt=True)
        inputs = tokenizer(text, return_tensors="pt", add_special_tokens=False)
        one, _ = timed(inputs, 1)
        whole, ids = timed(inputs, args.seq_len)
        first = first or ids
        if i >= args.warmup:
            prefill, decode = prefill + one, decode + whole - one
            prompt_tokens += inputs["input_ids"].numel()
emit({"bench": "generate", "impl": "transformers", "dtype": args.dtype, "prompts": args.steps,
      "prefill_tokens_per_s": prompt_tokens / prefill, "decode_tokens_per_s": args.steps * (args.seq_len - 1) / decode,
      "first_prompt_ids": first, "startup_s": start, **memory(), "versions": versions("torch", "transformers")})
