"""Makes three models beside this file, whose answers can be worked out by hand: python voice_models.py (needs onnx).

activity.onnx: wave (1, n) -> speech (1, n // 512) = sigmoid(20000 (mean square of the step - 0.001)).
features.onnx: wave (1, n) -> features (1, 2): mean of |x|, mean of |x[i + 1] - x[i]|.
emotion.onnx: features (w, 2), mean (1, 2), windows (1, 1) -> p (w, 4), the softmax of 150 d, -150 d, 2, 0, and
agitation (w, 1), the logistic function of 150 d, where d is
the second feature less (windows mean + 5 (0.1, 0.02)) / (windows + 5).
"""
import pathlib
import numpy as np
import onnx
from onnx import TensorProto, helper as h, numpy_helper


def value(name, *shape):
    return h.make_tensor_value_info(name, TensorProto.FLOAT, shape)


def constant(name, values, kind=np.float32):
    return numpy_helper.from_array(np.array(values, kind), name)


def save(name, nodes, inputs, outputs, constants):
    graph = h.make_graph([h.make_node(*node[:3], **(node[3] if len(node) > 3 else {})) for node in nodes],
                         name, inputs, outputs, constants)
    model = h.make_model(graph, opset_imports=[h.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model)
    onnx.save(model, pathlib.Path(__file__).with_name(name + ".onnx"))


save("activity", [
    ("Unsqueeze", ["wave", "one"], ["lined"]),
    ("Mul", ["lined", "lined"], ["squares"]),
    ("AveragePool", ["squares"], ["level"], {"kernel_shape": [512], "strides": [512]}),
    ("Sub", ["level", "limit"], ["above"]),
    ("Mul", ["above", "factor"], ["steep"]),
    ("Sigmoid", ["steep"], ["sure"]),
    ("Squeeze", ["sure", "one"], ["speech"]),
], [value("wave", 1, "n")], [value("speech", 1, "steps")],
    [constant("one", [1], np.int64), constant("limit", 0.001), constant("factor", 20000)])

save("features", [
    ("Abs", ["wave"], ["loud"]),
    ("ReduceMean", ["loud"], ["loudness"], {"axes": [1], "keepdims": 1}),
    ("Slice", ["wave", "one", "end", "axis"], ["later"]),
    ("Slice", ["wave", "zero", "last", "axis"], ["earlier"]),
    ("Sub", ["later", "earlier"], ["steps"]),
    ("Abs", ["steps"], ["rises"]),
    ("ReduceMean", ["rises"], ["brightness"], {"axes": [1], "keepdims": 1}),
    ("Concat", ["loudness", "brightness"], ["features"], {"axis": 1}),
], [value("wave", 1, "n")], [value("features", 1, 2)],
    [constant("zero", [0], np.int64), constant("axis", [1], np.int64), constant("one", [1], np.int64), constant("last", [-1], np.int64),
     constant("end", [2**31 - 1], np.int64)])

save("emotion", [
    ("Mul", ["windows", "mean"], ["sum"]),
    ("Add", ["sum", "usual"], ["more"]),
    ("Add", ["windows", "five"], ["all"]),
    ("Div", ["more", "all"], ["own"]),
    ("Sub", ["features", "own"], ["difference"]),
    ("MatMul", ["difference", "weights"], ["lively"]),
    ("Add", ["lively", "bias"], ["logits"]),
    ("Softmax", ["logits"], ["p"], {"axis": 1}),
    ("Slice", ["lively", "zero", "one", "one"], ["high"]),
    ("Sigmoid", ["high"], ["agitation"]),
], [value("features", "w", 2), value("mean", 1, 2), value("windows", 1, 1)], [value("p", "w", 4), value("agitation", "w", 1)],
    [constant("zero", [0], np.int64), constant("one", [1], np.int64), constant("usual", [[0.5, 0.1]]), constant("five", 5), constant("weights", [[0, 0, 0, 0], [150, -150, 0, 0]]),
     constant("bias", [0, 0, 2, 0])])
