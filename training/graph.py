"""How is a transformer written as an ONNX graph, operator by operator, with int8 matrices?

The integer weights reach the runtime as `Cast` and `Mul`, which it folds into float32 at load (README.md has why).
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from onnx import NodeProto, TensorProto, helper, numpy_helper

Floats = NDArray[np.float32]

LAYERS, HEADS, HIDDEN = 6, 12, 384
LAYER_NORM_EPSILON = 1e-12  # upstream's config.json
# Inputs of one output channel that share a scale: cosine 0.9996 where the whole channel gives 0.9993, for 0.25 MB.
BLOCK = 128
# Standard operators of 18 and intermediate format 8 are read by every onnxruntime that pyproject.toml allows (1.19 on).
OPSET, IR_VERSION, CONTRIB = 18, 8, "com.microsoft"


class Graph:
    """Collects the nodes and constants of an ONNX graph, with matrices as int8 or, for comparison, as float32."""

    def __init__(self, *, quantised: bool) -> None:
        self.quantised = quantised
        self.nodes: list[NodeProto] = []
        self.constants: list[TensorProto] = []

    def constant(self, name: str, value: NDArray[np.generic]) -> str:
        """Add a constant and return its name."""
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def op(self, kind: str, inputs: Sequence[str], **attributes: object) -> str:
        """Add a node with one output and return that output's name."""
        return self.ops(kind, inputs, 1, **attributes)[0]

    def ops(self, kind: str, inputs: Sequence[str], outputs: int, **attributes: object) -> list[str]:
        """Add a node and return the names of its outputs."""
        name = f"{kind}_{len(self.nodes)}"
        names = [f"{name}_{index}" for index in range(outputs)]
        self.nodes.append(helper.make_node(kind, inputs, names, name=name, **attributes))  # type: ignore[arg-type]  # onnx types too narrowly
        return names

    def matrix(self, name: str, weight: Floats) -> str:
        """Add a matrix of shape (in, out), int8 with one scale for `BLOCK` inputs of an output channel."""
        if not self.quantised:
            return self.constant(name, weight)
        blocks = weight.reshape(-1, BLOCK, weight.shape[1])
        whole, scale = quantise(blocks, axis=1)
        restored = self.op(
            "Mul",
            [
                self.op("Cast", [self.constant(name, whole)], to=TensorProto.FLOAT),
                self.constant(f"{name}.scale", scale),
            ],
        )
        return self.op("Reshape", [restored, self.constant(f"{name}.shape", np.array(weight.shape, np.int64))])

    def table(self, name: str, rows: Floats, index: str) -> str:
        """Add a look-up of `index` in a table, int8 with one scale a row; the table stays int8 in memory."""
        if not self.quantised:
            return self.op("Gather", [self.constant(name, rows), index])
        whole, scale = quantise(rows, axis=1)
        found = self.op("Cast", [self.op("Gather", [self.constant(name, whole), index])], to=TensorProto.FLOAT)
        return self.op("Mul", [found, self.op("Gather", [self.constant(f"{name}.scale", scale), index])])


def quantise(weight: Floats, *, axis: int) -> tuple[NDArray[np.int8], Floats]:
    """Return symmetric int8 values and the scales along `axis` that restore them."""
    scale = (np.abs(weight).max(axis=axis, keepdims=True) / np.float32(127)).astype(np.float32)
    scale[scale == 0] = 1  # an all-zero block stays zero under any scale
    return np.rint(weight / scale).astype(np.int8), scale


def add_embeddings(graph: Graph, weights: dict[str, Floats], shape: str) -> str:
    """Add the sum of word, position and segment embeddings, normed; return it as rows (n * t, 384)."""
    words = graph.table("words", weights["embeddings.word_embeddings.weight"], "input_ids")
    # Only segment 0 is ever used, so it is part of the position.
    positions = weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
    start, end = (graph.constant(f"place{index}", np.array([index], np.int64)) for index in (1, 2))
    length = graph.op("Slice", [shape, start, end])
    first = graph.constant("place0", np.array([0], np.int64))
    used = graph.op("Slice", [graph.matrix("positions", positions), first, length, first])
    total = graph.op("Add", [words, used])
    rows = graph.op("Reshape", [total, graph.constant("as_rows", np.array([-1, HIDDEN], np.int64))])
    norm = [
        graph.constant(f"embeddings.norm.{part}", weights[f"embeddings.LayerNorm.{part}"])
        for part in ("weight", "bias")
    ]
    return graph.op("LayerNormalization", [rows, *norm], axis=-1, epsilon=LAYER_NORM_EPSILON)


def add_layer(
    graph: Graph, weights: dict[str, Floats], prefix: str, short: str, names: dict[str, str], *, heads: int = HEADS
) -> str:
    """Add one layer over `names["rows"]`, with attention where `names["mask"]` is 1; return its rows.

    Its weights are those whose names begin with `prefix`; constants get names that begin with `short`.
    """
    three = [f"{prefix}attention.self.{part}." for part in ("query", "key", "value")]

    def project(rows: str, name: str, weight: Floats) -> str:
        return graph.op("MatMul", [rows, graph.matrix(short + name, np.ascontiguousarray(weight.T))])

    def add_and_norm(rows: str, skipped: str, name: str) -> str:
        parts = {
            "gamma": weights[f"{prefix}{name}.LayerNorm.weight"],
            "beta": weights[f"{prefix}{name}.LayerNorm.bias"],
            "bias": weights[f"{prefix}{name}.dense.bias"],
        }
        given = [graph.constant(f"{short}{name}.{part}", value) for part, value in parts.items()]
        return graph.op("SkipLayerNormalization", [rows, skipped, *given], domain=CONTRIB, epsilon=LAYER_NORM_EPSILON)

    rows = names["rows"]
    joined = project(rows, "attend", np.concatenate([weights[name + "weight"] for name in three]))
    split = graph.ops("Split", [joined], 3, axis=1, num_outputs=3)
    parts = [graph.op("Reshape", [part, names["shape3"]]) for part in split]
    bias = graph.constant(f"{short}attend.bias", np.concatenate([weights[name + "bias"] for name in three]))
    seen = graph.op("MultiHeadAttention", [*parts, bias, names["mask"]], domain=CONTRIB, num_heads=heads)
    seen = graph.op("Reshape", [seen, "as_rows"])
    seen = project(seen, "mix", weights[f"{prefix}attention.output.dense.weight"])
    rows = add_and_norm(seen, rows, "attention.output")
    wide = project(rows, "widen", weights[f"{prefix}intermediate.dense.weight"])
    wide_bias = graph.constant(f"{short}widen.bias", weights[f"{prefix}intermediate.dense.bias"])
    wide = graph.op("BiasGelu", [wide, wide_bias], domain=CONTRIB)
    return add_and_norm(project(wide, "narrow", weights[f"{prefix}output.dense.weight"]), rows, "output")
