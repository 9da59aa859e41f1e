"""Runs a parser of `generator.reading.native` in a child process that can use up only so much time and memory.

Run as a script, this file is the child: it imports nothing of the package but that one module, and starts fast."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..config import Limits

_NATIVE = Path(__file__).parents[1] / "reading" / "native.py"
_MEMORY = "memory"


def run(task: str, data: bytes, limits: Limits) -> Any:
    """What `native.TASKS[task]` makes of `data`. Raises UnreadableError where it refuses, fails, or takes more time or
    memory than `limits.seconds` and `limits.memory_bytes`, and ModuleNotFoundError where its library is missing."""
    from ..errors import UnreadableError
    from .process_group import end_group

    command = [sys.executable, "-s", str(Path(__file__)), task, json.dumps(asdict(limits))]
    environment = {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8"}
    with subprocess.Popen(  # noqa: S603 - our own interpreter and file
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment,
        start_new_session=True,
    ) as child:  # fmt: skip
        try:
            out, _ = child.communicate(data, timeout=limits.seconds)
        except subprocess.TimeoutExpired:
            raise UnreadableError(
                f"its {task.upper()} parser took more than {limits.seconds} seconds; "
                "`limits.seconds` in briefing.yml raises the limit"
            ) from None
        finally:
            end_group(child)
    answer: dict[str, Any] = json.loads(out) if child.returncode == 0 and out else {"crashed": child.returncode}
    if "result" in answer:
        return answer["result"]
    if "missing" in answer:
        raise ModuleNotFoundError(name=str(answer["missing"]))
    raise UnreadableError(_reason(task, answer, limits))


def _reason(task: str, answer: dict[str, Any], limits: Limits) -> str:
    if "refused" in answer:
        return str(answer["refused"])
    if answer.get("failed") == _MEMORY:
        return (
            f"its {task.upper()} parser took more than {limits.memory_bytes:,} bytes of memory; "
            "`limits.memory_bytes` in briefing.yml raises the limit"
        )
    said = answer.get("failed") or f"it ended with {answer.get('crashed')}"
    return f"its {task.upper()} could not be parsed ({said})"


def _child(task: str, limits: dict[str, int]) -> dict[str, Any]:
    """The child's work: limits first, then one file from standard input."""
    _confine(limits)
    spec = importlib.util.spec_from_file_location("native", _NATIVE)
    if spec is None or spec.loader is None:
        return {"failed": "no parsers"}
    native = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(native)
    try:
        return {"result": native.TASKS[task](sys.stdin.buffer.read(), limits)}
    except native.RefusedError as error:
        return {"refused": str(error)}
    except ModuleNotFoundError as error:
        return {"missing": error.name}
    except MemoryError:
        return {"failed": _MEMORY}
    except Exception as error:
        return {"failed": f"{type(error).__name__}: {str(error)[:120]}"}


def _confine(limits: dict[str, int]) -> None:
    """Limits on memory, processor time, and files written (none); where the system has no such limits, time is left."""
    try:
        import resource
    except ImportError:
        return
    wanted = ((resource.RLIMIT_AS, limits["memory_bytes"]), (resource.RLIMIT_CPU, limits["seconds"] + 1),
              (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0))  # fmt: skip
    for what, most in wanted:
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):  # macOS refuses some
            continue


if __name__ == "__main__":
    sys.path.pop(0)  # this folder: its modules are not to be found by their bare names
    sys.stdout.write(json.dumps(_child(sys.argv[1], json.loads(sys.argv[2]))))
    sys.stdout.flush()
