"""One request to one IP address, over a connection that a deadline ends whatever the other side does."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from urllib3 import BaseHTTPResponse, HTTPConnectionPool, HTTPSConnectionPool, Timeout
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, HTTPError, NewConnectionError, SSLError

from ..errors import UnfetchableError
from .places import Place

_CHUNK = 65_536
_PACKED = {"", "identity", "gzip", "x-gzip", "deflate"}
_CONNECT = 10.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the status, where it points on to, the type of its content, and the content."""

    status: int
    reason: str
    location: str | None
    content_type: str
    data: bytes


class Deadline:
    """A moment at which the connections that are watched are shut down."""

    def __init__(self, seconds: float) -> None:
        self._seconds, self._end = seconds, time.monotonic() + seconds

    @property
    def left(self) -> float:
        """The seconds that are left. Raises UnfetchableError where none are."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise UnfetchableError(f"it took more than {self._seconds:g} seconds")
        return left

    @contextmanager
    def watching(self, sockets: list[socket.socket]) -> Iterator[None]:
        """Shuts down whatever is in `sockets` when the time is over."""

        def end() -> None:
            for one in sockets:
                with suppress(OSError):
                    socket.socket.shutdown(one, socket.SHUT_RDWR)

        timer = threading.Timer(self.left, end)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()


def ask(there: Place, address: str, headers: dict[str, str], most: int, deadline: Deadline) -> Answer:
    """The answer to a GET for `there`, from the machine at `address`; its content is read up to `most` bytes, unpacked,
    and only where the status is 200. Raises UnfetchableError where it is larger, late or broken, and ConnectionError
    where no connection comes about."""
    sockets: list[socket.socket] = []
    try:
        with _pool(there, address, sockets, deadline.left) as pool, deadline.watching(sockets):
            response = pool.request(
                "GET", there.path, headers={**headers, "Host": there.authority}, redirect=False, retries=False,
                preload_content=False, assert_same_host=False,
            )  # fmt: skip
            answer = _read(response, most)
            response.close()
        _ = deadline.left  # what was cut off looks whole where its length was not told
        return answer
    except (NewConnectionError, ConnectTimeoutError) as error:
        _ = deadline.left
        raise ConnectionError(str(error)) from None
    except (HTTPError, OSError, ValueError) as error:
        _ = deadline.left
        raise UnfetchableError(_why(error)) from None


@contextmanager
def _pool(there: Place, address: str, sockets: list[socket.socket], left: float) -> Iterator[HTTPConnectionPool]:
    """Connections to `address` and nowhere else; with TLS, the certificate must be that of the place's name."""
    timeout = Timeout(connect=min(left, _CONNECT), read=left)

    class Plain(HTTPConnection):
        def connect(self) -> None:
            super().connect()
            sockets.append(self.sock)

    class Secure(HTTPSConnection):
        def connect(self) -> None:
            super().connect()
            sockets.append(self.sock)

    pool: HTTPConnectionPool
    if there.scheme == "https":
        pool = HTTPSConnectionPool(address, there.port, timeout=timeout, server_hostname=there.host)
        pool.ConnectionCls = Secure
    else:
        pool = HTTPConnectionPool(address, there.port, timeout=timeout)
        pool.ConnectionCls = Plain
    with pool:
        yield pool


def _read(response: BaseHTTPResponse, most: int) -> Answer:
    packed = {word.strip().lower() for word in response.headers.get("Content-Encoding", "").split(",")}
    if not packed <= _PACKED:
        raise UnfetchableError(f"packed in a way that was not asked for: {', '.join(sorted(packed))[:60]}")
    parts: list[bytes] = []
    size = 0
    for part in response.stream(_CHUNK, decode_content=True) if response.status == 200 else ():
        size += len(part)
        if size > most:
            raise UnfetchableError(f"larger than {most:,} bytes; `limits.file_bytes` in briefing.yml allows more")
        parts.append(part)
    location = response.headers.get("Location")
    kind = response.headers.get("Content-Type", "")
    return Answer(response.status, str(response.reason or ""), location, kind, b"".join(parts))


def _why(error: Exception) -> str:
    if isinstance(error, SSLError):
        return f"its certificate or encryption is refused: {' '.join(str(error).split())[:160]}"
    return f"the connection broke off ({type(error).__name__})"
