"""Are the files of weights and tables that come with Whence whole, and how are they opened?"""

import hashlib
from pathlib import Path
from typing import Any

from whence.errors import WeightsDamaged, WeightsMissing

SUMS_FILE = "SHA256SUMS"
REINSTALL = "Type, in Whence's source folder: pip install --force-reinstall ."


def read_checked(folder: Path, name: str) -> tuple[bytes, str]:
    """Return a file's bytes and SHA-256, if it is the one that `SHA256SUMS` names; what was checked is what is used."""
    expected = _expected_sums(folder).get(name)
    if expected is None:
        raise WeightsDamaged(f"Found no line for {name} in {folder / SUMS_FILE}, expected one.", hint=REINSTALL)
    data = _read(folder / name)
    found = hashlib.sha256(data).hexdigest()
    if found != expected:
        raise WeightsDamaged(
            f"Found {len(data):,} bytes with SHA-256 {found[:12]}… in {folder / name}, expected {expected[:12]}….",
            hint=REINSTALL,
        )
    return data, found


def _expected_sums(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of each file that the list of checksums names, in the format of sha256sum."""
    lines = [line.split() for line in _read(folder / SUMS_FILE).decode("utf-8", "replace").splitlines()]
    return {line[1]: line[0] for line in lines if len(line) == 2}


def _read(path: Path) -> bytes:
    """Return the bytes of a file, or raise WeightsMissing."""
    try:
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise WeightsMissing(
            f"Found no readable file {path} ({reason}), expected one that comes with Whence.", hint=REINSTALL
        ) from error


def open_session(model: bytes, threads: int, name: str) -> Any:
    """Return the onnxruntime session over the model; imported here so that `--help` does not pay for it."""
    import onnxruntime  # noqa: PLC0415  # see above

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3  # errors only: warnings about the machine are not for the reader of a report
    # Folds the int8 weights into float32 once, at load.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_ALL
    try:
        return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime's errors share no other base
        raise WeightsDamaged(
            f"onnxruntime {onnxruntime.__version__} cannot load {name} though its SHA-256 is right: {error}.",
            hint='Type: pip install --upgrade "onnxruntime>=1.19,<2"',
        ) from error
