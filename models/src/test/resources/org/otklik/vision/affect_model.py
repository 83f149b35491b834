"""Makes affect-model.onnx beside this file: python affect_model.py (needs onnx).

A classifier of 8 emotions with valence and arousal whose answers can be worked out by hand.
face (n, 3, 4, 4) -> the means x0, x1, x2 of the three channels; then
logits (n, 8) = 0, x0, 0, 0, 0, 0, x1, x2; affect (n, 2) = x0, 10 x1;
probability (n, 8) = softmax(logits); all (n, 10) = logits and affect.
"""
import pathlib
import numpy as np
import onnx
from onnx import TensorProto, helper as h, numpy_helper

weights = np.zeros((3, 10), np.float32)
weights[0, 1] = weights[1, 6] = weights[2, 7] = weights[0, 8] = 1
weights[1, 9] = 10


def value(name, *shape):
    return h.make_tensor_value_info(name, TensorProto.FLOAT, ["n", *shape])


graph = h.make_graph(
    [
        h.make_node("GlobalAveragePool", ["face"], ["pooled"]),
        h.make_node("Flatten", ["pooled"], ["means"]),
        h.make_node("MatMul", ["means", "weights"], ["all"]),
        h.make_node("Split", ["all", "sizes"], ["logits", "affect"], axis=1),
        h.make_node("Softmax", ["logits"], ["probability"], axis=1),
    ],
    "affect",
    [value("face", 3, 4, 4)],
    [value("logits", 8), value("affect", 2), value("probability", 8), value("all", 10)],
    [
        numpy_helper.from_array(weights, "weights"),
        numpy_helper.from_array(np.array([8, 2], np.int64), "sizes"),
    ],
)
model = h.make_model(graph, opset_imports=[h.make_opsetid("", 17)], ir_version=8)
onnx.checker.check_model(model)
onnx.save(model, pathlib.Path(__file__).with_name("affect-model.onnx"))
