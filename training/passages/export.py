"""How does the network for passages become the files that the program ships?"""

import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper
from torch import nn

from training.graph import CONTRIB, HIDDEN, IR_VERSION, LAYERS, OPSET, Graph, add_layer
from training.reader.export import Weights, for_layer, norm, vocabulary_place
from whence.engines.passages import MODEL_FILE, PLACE_FILE


def write_weights(network: nn.Module, folder: Path) -> None:
    """Write the weights of a network, int8, with the place of the vocabulary's vectors and the sums of both files."""
    weights = {name: value.detach().numpy().astype(np.float32) for name, value in network.state_dict().items()}
    place = json.dumps({"vocabulary": vocabulary_place(weights["words.weight"])}) + "\n"
    files = {MODEL_FILE: passages_model(weights), PLACE_FILE: place.encode()}
    sums = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in files.items())
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in (files | {"SHA256SUMS": sums.encode()}).items():
        (folder / name).write_bytes(data)


def passages_model(weights: Weights) -> bytes:
    """Return the graph from the vectors of pieces to those of the pieces as read; see `engines/passages.py`."""
    graph = Graph(quantised=True)
    shape = graph.op("Shape", ["attention_mask"])
    start, end = (graph.constant(f"place{index}", np.array([index], np.int64)) for index in (1, 2))
    first = graph.constant("place0", np.array([0], np.int64))
    length = graph.op("Slice", [shape, start, end])
    used = graph.op("Slice", [graph.matrix("positions", weights["positions.weight"]), first, length, first])
    total = graph.op("Add", ["embedded", used])
    rows = graph.op("Reshape", [total, graph.constant("as_rows", np.array([-1, HIDDEN], np.int64))])
    rows = norm(graph, weights, "norm", rows)
    names = {
        "shape3": graph.op("Concat", [shape, graph.constant("hidden", np.array([HIDDEN], np.int64))], axis=0),
        "mask": graph.op("Cast", ["attention_mask"], to=TensorProto.INT32),
    }
    for index in range(LAYERS):
        layer = for_layer(weights, f"layers.{index}.", "")
        rows = add_layer(graph, layer, "", f"layer{index}.", names | {"rows": rows})
    tokens = graph.op("Reshape", [rows, names["shape3"]])
    graph.nodes.append(helper.make_node("Identity", [tokens], ["tokens"], name="out_tokens"))
    whole = helper.make_graph(
        graph.nodes,
        "passages",
        [
            helper.make_tensor_value_info("embedded", TensorProto.FLOAT, ["n", "t", HIDDEN]),
            helper.make_tensor_value_info("attention_mask", TensorProto.INT64, ["n", "t"]),
        ],
        [helper.make_tensor_value_info("tokens", TensorProto.FLOAT, ["n", "t", HIDDEN])],
        graph.constants,
    )
    opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(CONTRIB, 1)]
    model = helper.make_model(whole, opset_imports=opsets, ir_version=IR_VERSION, producer_name="whence")
    onnx.checker.check_model(model)
    data: bytes = model.SerializeToString(deterministic=True)
    return data
