#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Beam search results of transformers over a tiny Markov model, for beam_search_test.cpp.

    make_beam_cases.py plain > beam.jsonl         with transformers 5.23.0, torch 2.11.0
    make_beam_cases.py groups > group_beam.jsonl  with transformers 4.50.3, which still has group beam search built in

transformers 5 runs group beam search from transformers-community/group-beam-search, the same code except that the
diversity penalty comes after the other processors; _get_logits_processor below puts it there for version 4 too.

The model's logits depend on the last two tokens only and come from SplitMix64, so that the test computes the same ones.
"""
import itertools, json, random, sys

import torch
from transformers import GenerationConfig, PretrainedConfig, PreTrainedModel
from transformers.generation import GenerationMixin
from transformers.modeling_outputs import CausalLMOutputWithPast

MASK = (1 << 64) - 1
VOCABULARY = 24


def split_mix(x):
    x = (x + 0x9E3779B97F4A7C15) & MASK
    x = ((x ^ (x >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    x = ((x ^ (x >> 27)) * 0x94D049BB133111EB) & MASK
    return x ^ (x >> 31)


def logit(seed, before, last, token):
    share = (split_mix(split_mix(split_mix(split_mix(seed) + before) + last) + token) >> 40) / (1 << 24)
    return 8 * share * share * share


class MarkovConfig(PretrainedConfig):
    model_type = "markov"

    def __init__(self, seed=0, **kw):
        super().__init__(**kw)
        self.seed, self.vocab_size, self.num_hidden_layers = seed, VOCABULARY, 1
        self.hidden_size, self.num_attention_heads = 8, 1


class Markov(PreTrainedModel, GenerationMixin):
    config_class = MarkovConfig
    main_input_name = "input_ids"

    def __init__(self, config):
        super().__init__(config)
        self.one = torch.nn.Linear(1, 1)
        self.rows = {}
        if hasattr(self, "post_init"):
            self.post_init()

    def forward(self, input_ids, attention_mask=None, **kwargs):
        rows = []
        for ids in input_ids.tolist():
            key = tuple(ids[-2:])
            if key not in self.rows:
                self.rows[key] = [logit(self.config.seed, *key, t) for t in range(VOCABULARY)]
            rows.append(self.rows[key])
        return CausalLMOutputWithPast(logits=torch.tensor(rows, dtype=torch.float32)[:, None, :])

    def _get_logits_processor(self, *args, **kwargs):
        processors = super()._get_logits_processor(*args, **kwargs)
        processors.sort(key=lambda processor: type(processor).__name__ == "HammingDiversityLogitsProcessor")
        return processors

    def prepare_inputs_for_generation(self, input_ids, **kwargs):
        return {"input_ids": input_ids}


def run(seed, prompts, settings):
    model = Markov(MarkovConfig(seed=seed)).eval()
    longest = max(map(len, prompts))
    ids = torch.tensor([[0] * (longest - len(p)) + p for p in prompts])
    mask = torch.tensor([[0] * (longest - len(p)) + [1] * len(p) for p in prompts])
    beams, eos = settings["num_beams"], settings.get("eos_token_id") or []
    with torch.no_grad():
        out = model.generate(input_ids=ids, attention_mask=mask, generation_config=GenerationConfig(
            do_sample=False, use_cache=False, pad_token_id=0, num_return_sequences=beams, return_dict_in_generate=True,
            output_scores=True, **{k: v for k, v in settings.items() if k != "eos_token_id"},
            eos_token_id=eos or None))
    answers = []
    for row, score in zip(out.sequences.tolist(), out.sequences_scores.tolist()):
        new = row[longest:]
        end = next((i for i, t in enumerate(new) if t in eos), None)
        answers.append({"ids": new if end is None else new[:end], "score": score})
    return [answers[i * beams:(i + 1) * beams] for i in range(len(prompts))]


def cases(kind, rng):
    for number in range(60):
        beams = rng.choice([2, 3, 4, 6]) if kind == "plain" else rng.choice([2, 4, 6])
        settings = dict(num_beams=beams, max_new_tokens=rng.choice([1, 2, 6, 10, 16]),
                        length_penalty=rng.choice([-1.0, 0.0, 0.5, 1.0, 1.0, 2.0]),
                        early_stopping=rng.choice([False, False, True, "never"]))
        eos = rng.sample(range(1, VOCABULARY), rng.choice([0, 1, 1, 2, 3]))
        if eos:
            settings["eos_token_id"] = eos
        if kind == "groups":
            settings["num_beam_groups"] = rng.choice([g for g in (2, 3, beams) if beams % g == 0])
            settings["diversity_penalty"] = rng.choice([0.3, 1.0, 2.5])
        if rng.random() < 0.3:
            settings["repetition_penalty"] = rng.choice([1.3, 0.8])
        if rng.random() < 0.3:
            settings["no_repeat_ngram_size"] = rng.choice([1, 2, 3])
        prompts = [[rng.randrange(1, VOCABULARY) for _ in range(4)] for _ in range(rng.choice([1, 1, 2, 3]))]
        if kind == "groups":
            prompts = prompts[:1]  # there a finished row's padding reaches into other rows
        elif number % 5 == 0 and "no_repeat_ngram_size" not in settings:
            prompts[0] = prompts[0][1:]
        yield rng.randrange(1 << 32), prompts, settings


if __name__ == "__main__":
    for seed, prompts, settings in cases(sys.argv[1], random.Random(11)):
        print(json.dumps(dict(seed=seed, prompts=prompts, settings=settings, answers=run(seed, prompts, settings)),
                         separators=(",", ":")))
