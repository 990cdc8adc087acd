#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the small tokenizers and their expected values in this folder.

    python3 make_cases.py GOLDEN_TOKENIZERS_FOLDER      (needs: pip install tokenizers==0.23.3)

GOLDEN_TOKENIZERS_FOLDER holds NAME/tokenizer.json and NAME/cases.jsonl of the full models. A byte-level vocabulary is
cut to its first merges; everything else of tokenizer.json stays as the model has it. The expected values are what the
`tokenizers` library gives for the cut file.
"""
import json
import sys
from pathlib import Path

from tokenizers import Tokenizer

MERGES = 2500
SPECIAL = 12
LONGEST = 160
HERE = Path(__file__).resolve().parent


def halves(merge):
    return merge.split(" ") if isinstance(merge, str) else merge


def cut(document):
    """The byte letters, what the first merges make of them, and a few added tokens, numbered anew in the old order."""
    model = document["model"]
    old = model["vocab"]
    added = {token["content"] for token in document["added_tokens"]}
    keep = {token for token in old if len(token) == 1 and token not in added}
    merges = []
    for merge in model["merges"]:
        left, right = halves(merge)
        if len(merges) < MERGES and left in keep and right in keep and left + right in old:
            merges.append(merge)
            keep.add(left + right)
    vocabulary = {token: index for index, token in enumerate(sorted(keep, key=old.get))}
    tokens = document["added_tokens"][:SPECIAL]
    for index, token in enumerate(tokens):
        token["id"] = len(vocabulary) + index
    model["vocab"], model["merges"], document["added_tokens"] = vocabulary, merges, tokens
    return document


def expected(tokenizer, case):
    pair = case.get("pair")
    encode = lambda special: tokenizer.encode(case["text"], pair, add_special_tokens=special)
    framed = encode(True)
    row = {"text": case["text"], "ids": framed.ids, "ids_no_special": encode(False).ids,
           "decoded": tokenizer.decode(framed.ids), "decoded_with_special": tokenizer.decode(framed.ids, skip_special_tokens=False),
           "offsets": [list(span) for span in framed.offsets], "type_ids": framed.type_ids}
    return {**row, "pair": pair} if pair is not None else row


def write(name, document, cases):
    folder = HERE / name
    folder.mkdir(exist_ok=True)
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    (folder / "tokenizer.json").write_text(text, encoding="utf-8")
    tokenizer = Tokenizer.from_str(text)
    with open(folder / "cases.jsonl", "w", encoding="utf-8", newline="\n") as out:
        for case in cases:
            if len(case["text"]) + len(case.get("pair") or "") <= LONGEST:
                out.write(json.dumps(expected(tokenizer, case), ensure_ascii=False) + "\n")


def main(golden):
    for name in ("smollm2", "gpt2", "llama3", "qwen3", "wordpiece_uncased", "unigram_t5"):
        document = json.loads((golden / name / "tokenizer.json").read_text(encoding="utf-8"))
        lines = (golden / name / "cases.jsonl").read_text(encoding="utf-8").split("\n")
        cases = [json.loads(line) for line in lines if line]
        write(name, cut(document) if document["model"].get("type") == "BPE" else document, cases)


main(Path(sys.argv[1]))
