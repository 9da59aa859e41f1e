"""The server of a preview, which has made what is asked for."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable
from typing import Any

from .later import Later

App = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
_NEWS = "/livereload/"  # by which a page in a browser hears of a rebuild: it waits for that


def on_demand(app: App, later: Later, mount: str) -> App:
    """`app`, the server of a site at the path `mount`, which has made what is asked for before it looks. What fails
    then is said in place of the page; MkDocs tells more on the terminal."""

    def serve(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if path.startswith(_NEWS):
            return app(environ, start_response)
        while True:
            try:
                asked = later.make(_within(path, mount))
            except (Exception, SystemExit) as error:
                start_response("500 Internal Server Error", [("Content-Type", "text/plain; charset=utf-8")])
                return [f"{type(error).__name__}: {error}\n".encode()]
            said: list[tuple[Any, ...]] = []
            answer = app(environ, lambda *args, said=said: said.append(args))
            if later.round == asked or not str(said[0][0]).startswith("404"):
                start_response(*said[0])
                return answer  # else a rebuild came between

    return serve


def _within(path: str, mount: str) -> str:
    """The path inside the site that an address asks for."""
    path = f"{path}index.html" if path.endswith("/") else path
    return posixpath.normpath(f"/{path.removeprefix(mount)}").lstrip("/")
