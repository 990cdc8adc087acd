# SPDX-License-Identifier: Apache-2.0
"""Supervised fine-tuning with TRL SFTTrainer + PEFT LoRA (all linear layers), CPU. Prints one JSON line.
--impl plain: transformers + PEFT without TRL, model(labels=...), i.e. with the full logits."""
from common import *

p = parser()
p.add_argument("--gc", type=int, default=0, help="gradient checkpointing")
p.add_argument("--packing", type=int, default=0)
p.add_argument("--impl", choices=["trl", "plain"], default="trl")
p.add_argument("--rows", type=int, default=0, help="rows of the data file to use (0: as many as the steps need)")
p.add_argument("--profile", type=int, default=0, help="profile one step, add an operator table")
args = p.parse_args()
torch = setup(args)
import tempfile
from datasets import Dataset
from peft import LoraConfig, get_peft_model
from transformers import AutoModelForCausalLM, AutoTokenizer, TrainerCallback

t_import = time.time()
total = args.steps + args.warmup
tok = AutoTokenizer.from_pretrained(args.model)
tok.chat_template = TRAIN_TEMPLATE
dtype = torch.bfloat16 if args.dtype == "bf16" else torch.float32
model = AutoModelForCausalLM.from_pretrained(args.model, dtype=dtype)
rss_model = memory()
n_rows = args.rows or (total * args.batch if not args.packing else min(999, total * args.batch * 4))
rows = alpaca_messages(args.data, n_rows)
lora = LoraConfig(r=args.r, lora_alpha=args.alpha, lora_dropout=0.0, target_modules="all-linear",
                  task_type="CAUSAL_LM", bias="none")
times, tokens, losses = [], [], []


def count(b):
    lab = b["labels"]
    real = int(b["attention_mask"].sum()) if "attention_mask" in b else lab.numel()
    sup = int((lab[..., 1:] != -100).sum())
    tokens.append((lab.numel(), real, sup))
    return b


if args.impl == "trl":
    from trl import SFTConfig, SFTTrainer
    cfg = SFTConfig(
        output_dir=tempfile.mkdtemp(), max_steps=total, per_device_train_batch_size=args.batch,
        gradient_accumulation_steps=1, learning_rate=args.lr, lr_scheduler_type="constant", weight_decay=0.0,
        max_grad_norm=1.0, logging_steps=1, save_strategy="no", report_to=[], use_cpu=True,
        bf16=args.dtype == "autocast", gradient_checkpointing=bool(args.gc), max_length=args.seq_len,
        packing=bool(args.packing), assistant_only_loss=True, disable_tqdm=True, seed=0,
        dataloader_num_workers=0, train_sampling_strategy="sequential", optim="adamw_torch")

    class Clock(TrainerCallback):
        def on_step_begin(self, a, s, c, **k):
            if not hasattr(self, "first"):
                self.first = time.time()
            self.t = time.time()

        def on_step_end(self, a, s, c, **k):
            times.append(time.time() - self.t)

        def on_log(self, a, s, c, logs=None, **k):
            if "loss" in logs:
                losses.append(logs["loss"])

    clock = Clock()
    tr = SFTTrainer(model=model, args=cfg, train_dataset=Dataset.from_list(rows), processing_class=tok,
                    peft_config=lora, callbacks=[clock])
    hash_init_lora(tr.model)
    inner = tr.data_collator
    tr.data_collator = lambda ex: count(inner(ex))
    # exact losses (the log rounds them)
    step0 = tr.compute_loss
    exact = []

    def wrapped(*a, **k):
        r = step0(*a, **k)
        exact.append(float(r[0] if isinstance(r, tuple) else r))
        return r
    tr.compute_loss = wrapped
    # TrainerCallback.print goes to stdout in some versions: silence
    out, sys.stdout = sys.stdout, sys.stderr
    tr.train()
    sys.stdout = out
    start, losses, dataset_rows = clock.first - T0, exact, len(tr.train_dataset)
else:
    model.config.use_cache = False
    m = get_peft_model(model, lora)
    hash_init_lora(m)
    if args.gc:
        m.gradient_checkpointing_enable(gradient_checkpointing_kwargs={"use_reentrant": False})
    m.train()
    enc = []
    for r in rows:
        e = tok.apply_chat_template(r["messages"], return_dict=True, return_assistant_tokens_mask=True)
        ids, am = e["input_ids"][: args.seq_len], e["assistant_masks"][: args.seq_len]
        enc.append((ids, [i if a else -100 for i, a in zip(ids, am)]))
    opt = torch.optim.AdamW([q for q in m.parameters() if q.requires_grad], lr=args.lr, weight_decay=0.0)
    start, dataset_rows = None, len(enc)
    for s in range(total):
        part = enc[s * args.batch:(s + 1) * args.batch]
        T = max(len(a) for a, _ in part)
        ids = torch.full((len(part), T), tok.pad_token_id)
        lab = torch.full((len(part), T), -100)
        att = torch.zeros((len(part), T), dtype=torch.long)
        for i, (a, b) in enumerate(part):
            ids[i, : len(a)] = torch.tensor(a); lab[i, : len(b)] = torch.tensor(b); att[i, : len(a)] = 1
        count({"labels": lab, "attention_mask": att})
        if start is None:
            start = time.time() - T0
        t = time.time()
        import contextlib
        prof = torch.profiler.profile() if args.profile and s == total - 1 else contextlib.nullcontext()
        with prof:
            with torch.autocast("cpu", torch.bfloat16, enabled=args.dtype == "autocast"):
                loss = m(input_ids=ids, attention_mask=att, labels=lab).loss
            loss.backward()
            torch.nn.utils.clip_grad_norm_([q for q in m.parameters() if q.requires_grad], 1.0)
            opt.step(); opt.zero_grad()
        losses.append(float(loss)); times.append(time.time() - t)
        if args.profile and s == total - 1:
            print(prof.key_averages().table(sort_by="self_cpu_time_total", row_limit=25), file=sys.stderr)

tokens = tokens[:total]
w = args.warmup
sec = sum(times[w:])
emit({"bench": "sft", "impl": args.impl, "dtype": args.dtype, "gc": args.gc, "packing": args.packing, "batch": args.batch,
      "seq_len": args.seq_len, "threads": args.threads, "steps": args.steps, "warmup": w,
      "trainable": sum(q.numel() for q in model.parameters() if q.requires_grad),
      "dataset_rows": dataset_rows,
      "slot_tokens_per_s": round(sum(t[0] for t in tokens[w:]) / sec, 1),
      "real_tokens_per_s": round(sum(t[1] for t in tokens[w:]) / sec, 1),
      "supervised_tokens_per_s": round(sum(t[2] for t in tokens[w:]) / sec, 1),
      "tokens_slot_real_supervised": [sum(t[i] for t in tokens[w:]) for i in range(3)],
      **summary(times, w), "step_s": [round(t, 3) for t in times],
      "loss": [round(x, 6) for x in losses], "startup_s": round(start, 2), "import_s": round(t_import - T0, 2),
      "after_load": rss_model, **memory(),
      "versions": versions("torch", "transformers", "peft", "trl", "accelerate", "datasets")})
