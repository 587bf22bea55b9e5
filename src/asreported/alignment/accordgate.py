"""Judge how likely an accord says one thing in both accounts: a logistic regression.

The weights lie beside this module in ``accords.json``; ``scripts/train_accords.py`` fits them on
annotated events and prints how well they do on each event left out.
"""

import json
from functools import cache
from importlib.resources import files

from asreported.alignment.accord import FEATURES
from asreported.alignment.gate import Gate


@cache
def load_accord_gate() -> Gate:
    """Return the gate that was shipped.

    Raises:
        ValueError: The file was fitted on other features.
    """
    raw = json.loads(files("asreported.alignment").joinpath("accords.json").read_text("utf-8"))
    if tuple(raw["features"]) != FEATURES:
        raise ValueError("accords.json was fitted on other features; run scripts/train_accords.py")
    return Gate(tuple(raw["weights"]), raw["intercept"])
