"""How does a trained network become the files that the program ships?

python -m training.reader.export scratch/reader/final.pt --into src/whence/engines/weights/reader
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper

from benchmarks.datasets.names import CORPUS_LABELS
from training.graph import (
    CONTRIB,
    HIDDEN,
    IR_VERSION,
    LAYER_NORM_EPSILON,
    LAYERS,
    OPSET,
    Floats,
    Graph,
    add_layer,
    quantise,
)
from training.reader.model import ROLE_HEADS, ROLE_LAYERS, ROLE_WIDTH
from whence.engines.tagger import TOKENIZER
from whence.engines.vocabulary_vectors import ENCODER_FILE

Weights = dict[str, Floats]

SMALL = 20_000


def load_weights(checkpoint: Path) -> Weights:
    """Return the weights of a checkpoint as float32."""
    kept = torch.load(checkpoint, weights_only=True)
    return {name: value.numpy().astype(np.float32) for name, value in kept.get("model", kept).items()}


def for_layer(weights: Weights, ours: str, theirs: str) -> Weights:
    """Return one layer's weights under the names of the transformers library, as `add_layer` takes them."""
    found: Weights = {}
    for part in ("weight", "bias"):
        for name, value in zip(("query", "key", "value"), np.split(weights[f"{ours}qkv.{part}"], 3), strict=True):
            found[f"{theirs}attention.self.{name}.{part}"] = value
        for mine, upstream in (
            ("out", "attention.output.dense"), ("norm1", "attention.output.LayerNorm"),
            ("up", "intermediate.dense"), ("down", "output.dense"), ("norm2", "output.LayerNorm"),
        ):  # fmt: skip
            found[f"{theirs}{upstream}.{part}"] = weights[f"{ours}{mine}.{part}"]
    return found


def linear(graph: Graph, weights: Weights, name: str, rows: str) -> str:
    """Add one linear part over rows."""
    matrix = np.ascontiguousarray(weights[f"{name}.weight"].T)
    # Small parts stay float32: they weigh nothing.
    kept = graph.matrix(f"{name}.w", matrix) if matrix.size >= SMALL else graph.constant(f"{name}.w", matrix)
    product = graph.op("MatMul", [rows, kept])
    return graph.op("Add", [product, graph.constant(f"{name}.b", weights[f"{name}.bias"])])


def norm(graph: Graph, weights: Weights, name: str, rows: str) -> str:
    """Add one layer norm."""
    parts = [graph.constant(f"{name}.{part}", weights[f"{name}.{part}"]) for part in ("weight", "bias")]
    return graph.op("LayerNormalization", [rows, *parts], axis=-1, epsilon=LAYER_NORM_EPSILON)


def words_model(weights: Weights, *, quantised: bool) -> bytes:
    """Return the graph from pieces to what is said of each word; inputs and outputs as in `engines/tagger.py`."""
    graph = Graph(quantised=quantised)
    shape = graph.op("Shape", ["attention_mask"])
    total = graph.op("Add", [
        "embedded",
        graph.op("Gather", [graph.constant("looks.table", weights["looks.weight"]), "looks"]),
    ])  # fmt: skip
    start, end = (graph.constant(f"place{index}", np.array([index], np.int64)) for index in (1, 2))
    first = graph.constant("place0", np.array([0], np.int64))
    length = graph.op("Slice", [shape, start, end])
    used = graph.op("Slice", [graph.matrix("positions", weights["positions.weight"]), first, length, first])
    rows = graph.op("Reshape", [
        graph.op("Add", [total, used]), graph.constant("as_rows", np.array([-1, HIDDEN], np.int64))
    ])  # fmt: skip
    rows = norm(graph, weights, "norm", rows)
    names = {
        "shape3": graph.op("Concat", [shape, graph.constant("hidden", np.array([HIDDEN], np.int64))], axis=0),
        "mask": graph.op("Cast", ["attention_mask"], to=TensorProto.INT32),
    }
    for index in range(LAYERS):
        layer = for_layer(weights, f"layers.{index}.", "")
        rows = add_layer(graph, layer, "", f"layer{index}.", names | {"rows": rows})
    vectors = graph.op("Gather", [rows, "first"])
    outputs = {"vectors": vectors, "role_words": linear(graph, weights, "role_word", vectors)}
    outputs |= {name: linear(graph, weights, name, vectors) for name in ("refer_from", "refer_to")}
    for name in ("cues", "inner", "names"):
        outputs[name] = linear(graph, weights, name, vectors)
    for corpus in CORPUS_LABELS:
        outputs[f"names_{corpus}"] = linear(graph, weights, f"corpora.{corpus}", vectors)
    hidden = graph.op("Gelu", [linear(graph, weights, "factuality.0", vectors)], domain=CONTRIB)
    flat = linear(graph, weights, "factuality.2", hidden)
    outputs["factuality"] = graph.op("Reshape", [flat, graph.constant("flat", np.array([-1], np.int64))])
    widths = {"factuality": [], "vectors": [HIDDEN], "role_words": [ROLE_WIDTH]}
    inputs = [(name, TensorProto.INT64, ["n", "t"]) for name in ("looks", "attention_mask")]
    inputs.append(("embedded", TensorProto.FLOAT, ["n", "t", HIDDEN]))
    return _model(graph, "reader-words", [*inputs, ("first", TensorProto.INT64, ["m"])], outputs, widths)


def roles_model(weights: Weights, *, quantised: bool) -> bytes:
    """Return the graph from the words around cues to their roles and manner."""
    graph = Graph(quantised=quantised)
    shape = graph.op("Shape", ["mask"])
    shape3 = graph.op("Concat", [shape, graph.constant("width", np.array([ROLE_WIDTH], np.int64))], axis=0)
    middle = graph.constant("middle", np.array([1], np.int64))
    gate = graph.op("Add", [linear(graph, weights, "role_gate", "mean"), graph.constant("one", np.ones(1, np.float32))])
    x = graph.op("Mul", ["x", graph.op("Unsqueeze", [gate, middle])])
    x = graph.op("Add", [x, graph.op("Unsqueeze", [linear(graph, weights, "role_cue", "mean"), middle])])
    x = graph.op(
        "Add", [x, graph.op("Gather", [graph.constant("distances", weights["role_distance.weight"]), "distance"])]
    )
    rows = graph.op("Reshape", [x, graph.constant("as_rows", np.array([-1, ROLE_WIDTH], np.int64))])
    parts = [graph.constant(f"role_norm.{part}", weights[f"role_norm.{part}"]) for part in ("weight", "bias")]
    rows = graph.op("LayerNormalization", [rows, *parts], axis=-1, epsilon=1e-5)
    names = {"shape3": shape3, "mask": graph.op("Cast", ["mask"], to=TensorProto.INT32)}
    for index in range(ROLE_LAYERS):
        layer = for_layer(weights, f"role_layers.{index}.", "")
        rows = add_layer(graph, layer, "", f"role_layer{index}.", names | {"rows": rows}, heads=ROLE_HEADS)
    cube = graph.op("Reshape", [rows, shape3])
    scores = graph.op(
        "Squeeze", [linear(graph, weights, "pool", cube), graph.constant("last", np.array([-1], np.int64))]
    )
    absent = graph.op("Sub", [
        graph.op("Cast", ["mask"], to=TensorProto.FLOAT), graph.constant("one_more", np.ones(1, np.float32))
    ])  # fmt: skip
    scores = graph.op("Add", [scores, graph.op("Mul", [absent, graph.constant("far", np.array([1e4], np.float32))])])
    pooled = _weighed(graph, graph.op("Softmax", [scores], axis=1), cube, middle)
    near = _weighed(graph, "inside", cube, middle)
    joined = graph.op("Concat", ["mean", pooled, near], axis=1)
    manner = graph.op("Gelu", [linear(graph, weights, "manner", joined)], domain=CONTRIB)
    outputs = {name: linear(graph, weights, name, cube) for name in ("roles", "relays")}
    outputs |= {name: linear(graph, weights, name, manner) for name in ("acts", "certainties", "polarities")}
    inputs = [
        ("x", TensorProto.FLOAT, ["k", "w", ROLE_WIDTH]), ("mean", TensorProto.FLOAT, ["k", HIDDEN]),
        ("inside", TensorProto.FLOAT, ["k", "w"]), ("distance", TensorProto.INT64, ["k", "w"]),
        ("mask", TensorProto.INT64, ["k", "w"]),
    ]  # fmt: skip
    return _model(graph, "reader-roles", inputs, outputs, {})


def _weighed(graph: Graph, weight: str, cube: str, middle: str) -> str:
    """Add the sum of (cues, words, width) over words by weights (cues, words)."""
    product = graph.op("MatMul", [graph.op("Unsqueeze", [weight, middle]), cube])
    return graph.op("Squeeze", [product, middle])


def _model(
    graph: Graph,
    name: str,
    inputs: Sequence[tuple[str, int, list[object]]],
    outputs: dict[str, str],
    widths: dict[str, list[int]],
) -> bytes:
    for wanted, made in outputs.items():
        graph.nodes.append(helper.make_node("Identity", [made], [wanted], name=f"out_{wanted}"))
    whole = helper.make_graph(
        graph.nodes,
        name,
        [helper.make_tensor_value_info(given, kind, shape) for given, kind, shape in inputs],
        [
            helper.make_tensor_value_info(
                out,
                TensorProto.FLOAT,
                ["k", "w", None] if out in ("roles", "relays") else ["m", *widths.get(out, [None])],
            )
            for out in outputs
        ],
        graph.constants,
    )
    opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(CONTRIB, 1)]
    model = helper.make_model(whole, opset_imports=opsets, ir_version=IR_VERSION, producer_name="whence")
    onnx.checker.check_model(model)
    data: bytes = model.SerializeToString(deterministic=True)
    return data


def steps_json(weights: Weights) -> bytes:
    """Return how well each label follows another, and where the vocabulary's vectors lie in the encoder's file."""
    names = {
        "cues": "cue_steps",
        "inner": "inner_steps",
        "roles": "role_steps",
        "relays": "relay_steps",
        "names": "name_steps",
        "refer_far": "refer_far",
    }
    kept = {ours: np.round(weights[theirs], 4).tolist() for ours, theirs in names.items()}
    return (json.dumps(kept | {"vocabulary": vocabulary_place(weights["words.weight"])}) + "\n").encode()


def vocabulary_place(rows: Floats) -> dict[str, object]:
    """Return where the sentence encoder's file holds these vectors; stop where they are not the same."""
    file = TOKENIZER / ENCODER_FILE
    data = file.read_bytes()
    table, scale = quantise(rows, axis=1)
    places = data.find(table.tobytes()), data.find(scale.tobytes())
    if min(places) < 0:
        sys.exit(f"The vectors of the vocabulary are not those of {file.name}: training must leave them as they came.")
    digest = hashlib.sha256(data).hexdigest()
    return {"sha256": digest, "pieces": len(rows), "table": places[0], "scale": places[1]}


def files(weights: Weights, *, quantised: bool) -> dict[str, bytes]:
    """Return the files of the weights by name, without the model card."""
    made = {
        "words.int8.onnx": words_model(weights, quantised=quantised),
        "roles.int8.onnx": roles_model(weights, quantised=quantised),
        "steps.json": steps_json(weights),
    }
    made["SHA256SUMS"] = "".join(
        f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in made.items()
    ).encode()
    return made


def main() -> None:
    """Write the files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--into", type=Path, required=True)
    parser.add_argument("--float32", action="store_true", help="without rounding to int8, to compare with")
    options = parser.parse_args()
    options.into.mkdir(parents=True, exist_ok=True)
    data = options.checkpoint.with_name("data.json")
    if data.exists():
        (options.into / data.name).write_bytes(data.read_bytes())
    for name, data in files(load_weights(options.checkpoint), quantised=not options.float32).items():
        (options.into / name).write_bytes(data)
        print(f"{name}: {len(data):,} bytes")


if __name__ == "__main__":
    main()
