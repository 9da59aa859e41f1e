"""What is fetched and what is refused, in time and with one clear reason; the web is a server on loopback."""

from __future__ import annotations

import gzip
import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest

from generator.errors import UnfetchableError
from generator.fetching import Bounds, Fetched, Fetcher
from generator.fetching.places import not_public, place
from tests.web import Web

AGENT = "briefing/9 (test)"
QUICK = Bounds(seconds=5, bytes=100_000, redirects=3, pause=0)


def fetch(url: str, bounds: Bounds = QUICK, private: bool = True) -> Fetched:
    return Fetcher(AGENT, bounds, private).fetch(url)


def refused(url: str, bounds: Bounds = QUICK, private: bool = True) -> str:
    with pytest.raises(UnfetchableError) as caught:
        fetch(url, bounds, private)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_page_is_fetched_and_says_who_asks(web: Web) -> None:
    url = web.page("/a?x=1", "<p>Basin</p>", "text/html; charset=iso-8859-1")
    assert fetch(f"{url}#part") == Fetched(url, b"<p>Basin</p>", "text/html; charset=iso-8859-1")
    assert web.paths == ["/robots.txt", "/a?x=1"]
    assert {headers["User-Agent"] for _, headers in web.asked} == {AGENT}
    assert {headers["Host"] for _, headers in web.asked} == {f"127.0.0.1:{web.port}"}


def test_what_comes_packed_is_unpacked(web: Web) -> None:
    url = web.page("/a", gzip.compress(b"<p>Basin</p>"), Content_Encoding="gzip")
    assert fetch(url).data == b"<p>Basin</p>"
    assert refused(web.page("/b", b"??", Content_Encoding="br")) == "packed in a way that was not asked for: br"


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("file:///etc/passwd", "only http and https are fetched, found file:"),
        ("ftp://ftp.example/a", "only http and https are fetched, found ftp:"),
        ("gopher://x.example/1", "only http and https are fetched, found gopher:"),
        ("//x.example/", "only http and https are fetched, found no scheme"),
        ("http:///a", "an address without a host"),
        ("http://ana:secret@x.example/", "an address with a user's name in it is not fetched; take the name out"),
        ("http://x.example:99999/", "no readable address"),
        ("http://x.example/\n", "no readable address"),
        ("http://[::1", "no readable address"),
        ("http://no-such-host.invalid/", "no address is known for no-such-host.invalid"),
    ],
)
def test_what_is_no_plain_address_is_refused(url: str, says: str) -> None:
    assert refused(url) == says


@pytest.mark.parametrize(
    ("host", "kind"),
    [
        ("127.0.0.1", "this machine's own address"),
        ("127.1", "this machine's own address"),
        ("2130706433", "this machine's own address"),
        ("0x7f.1", "this machine's own address"),
        ("localhost", "this machine's own address"),
        ("[::1]", "this machine's own address"),
        ("[::ffff:127.0.0.1]", "this machine's own address"),
        ("10.0.0.1", "a private address"),
        ("172.16.3.4", "a private address"),
        ("192.168.1.1", "a private address"),
        ("[fd00::1]", "a private address"),
        ("169.254.169.254", "a link-local address"),
        ("[fe80::1]", "a link-local address"),
        ("0.0.0.0", "a private address"),
        ("100.64.0.1", "no public address"),
        ("224.0.0.1", "no public address"),
        ("[64:ff9b::7f00:1]", "this machine's own address"),
        ("[2002:a00:1::]", "a private address"),
    ],
)
def test_no_address_but_a_public_one_is_asked(host: str, kind: str) -> None:
    assert f" is {kind} (" in refused(f"http://{host}/", private=False)


@pytest.mark.parametrize("text", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "8.8.8.8"])
def test_public_addresses_are_told(text: str) -> None:
    assert not_public(text) is None


def answers(*rounds: str) -> Callable[..., list[Any]]:
    """A name service that gives another address each time it is asked."""
    left = list(rounds)

    def getaddrinfo(host: str, port: int, *_: Any, **__: Any) -> list[Any]:
        ip = left.pop(0) if len(left) > 1 else left[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port))]

    return getaddrinfo


def test_a_name_is_resolved_before_it_is_judged(monkeypatch: pytest.MonkeyPatch, web: Web) -> None:
    monkeypatch.setattr("generator.fetching.places.socket.getaddrinfo", answers("10.1.2.3"))
    said = refused("http://news.example/", private=False)
    assert said == (
        "news.example is a private address (10.1.2.3), which is not fetched; --allow-private fetches from it"
    )
    assert web.asked == []


def test_the_connection_goes_to_the_address_that_was_judged(monkeypatch: pytest.MonkeyPatch, web: Web) -> None:
    """A name that leads elsewhere when it is asked for again (DNS rebinding) gains nothing: connections go to IPs."""
    web.page("/a", "<p>Basin</p>")
    genuine, asked = socket.getaddrinfo, []

    def once(host: str, port: int, *rest: Any, **named: Any) -> Any:
        asked.append(host)
        return genuine("127.0.0.1" if host == "news.example" else host, port, *rest, **named)

    monkeypatch.setattr(socket, "getaddrinfo", once)
    assert fetch(f"http://news.example:{web.port}/a").data == b"<p>Basin</p>"
    assert [host for host in asked if host != "127.0.0.1"] == [
        "news.example"
    ] * 3  # to judge it, robots.txt, and the page
    assert dict(web.asked[-1][1])["Host"] == f"news.example:{web.port}"


def test_each_step_of_a_redirect_is_judged(monkeypatch: pytest.MonkeyPatch, web: Web) -> None:
    """The first step is public (as the name service has it) and leads to this machine."""
    monkeypatch.setattr(
        "generator.fetching.places.not_public", lambda ip: "a private address" if ip == "10.0.0.9" else None
    )
    secret = "http://10.0.0.9/"
    said = refused(web.on("/a", secret), private=False)
    assert said.startswith("10.0.0.9 is a private address (10.0.0.9), which is not fetched")
    assert "only http and https are fetched, found file:" in refused(web.on("/b", "file:///etc/passwd"), private=False)
    assert refused(web.on("/c", "http://[")) == "it redirects to 'http://[': no readable address"
    assert refused(web.page("/d", b"", status=302)) == "it answers 302 Found, to nowhere"


def test_redirects_are_followed_and_counted(web: Web) -> None:
    page = web.page("/end", "<p>Basin</p>")
    assert fetch(web.on("/1", web.on("/2", "end"))).url == page
    web.on("/round", "/round")
    assert refused(web.url("/round")) == "more than 3 redirects"


def test_a_page_beyond_the_limit_is_refused_however_it_is_packed(web: Web) -> None:
    says = "larger than 100,000 bytes; `limits.file_bytes` in briefing.yml allows more"
    assert refused(web.page("/a", b"x" * 200_000)) == says
    assert refused(web.page("/b", gzip.compress(b"x" * 50_000_000), Content_Encoding="gzip")) == says


def test_a_body_without_end_is_cut_off(web: Web) -> None:
    def endless(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        try:
            while True:
                request.wfile.write(b"x" * 10_000)
        except OSError:
            pass

    web.answers["/a"] = endless
    assert refused(web.url("/a")).startswith("larger than 100,000 bytes")


def drip(*starts: bytes) -> Callable[[BaseHTTPRequestHandler], None]:
    def answer(request: BaseHTTPRequestHandler) -> None:
        try:
            request.wfile.write(b"".join(starts))
            for _ in range(200):
                request.wfile.write(b"x")
                request.wfile.flush()
                time.sleep(0.1)
        except OSError:
            pass

    return answer


@pytest.mark.parametrize(
    "starts", [(b"HTTP/1.1 200 OK\r\n\r\n",), (b"HTTP/1.1 200 OK\r\nX: ",), (b"",)], ids=["body", "head", "status"]
)
def test_a_slow_drip_is_ended_in_time(web: Web, starts: tuple[bytes, ...]) -> None:
    web.answers["/a"] = drip(*starts)
    began = time.monotonic()
    assert refused(web.url("/a"), Bounds(seconds=1, pause=0)) == "it took more than 1 seconds"
    assert time.monotonic() - began < 5


def test_silence_is_ended_in_time() -> None:
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen()
        began = time.monotonic()
        said = refused(f"http://127.0.0.1:{deaf.getsockname()[1]}/", Bounds(seconds=1, pause=0))
    assert "it took more than 1 seconds" in said
    assert time.monotonic() - began < 5


def test_nobody_there_is_told() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    assert refused(f"http://127.0.0.1:{port}/").endswith(f"127.0.0.1:{port} does not answer")


@pytest.mark.parametrize(
    ("rules", "path"),
    [
        ("User-agent: *\nDisallow: /a\n", "/a"),
        ("User-agent: *\nDisallow:\n\nUser-agent: briefing\nDisallow: /\n", "/a"),
        ("User-agent: *\nDisallow: /*?print\n", "/a?print=1"),
    ],
)
def test_robots_are_respected(web: Web, rules: str, path: str) -> None:
    web.page("/robots.txt", rules, "text/plain")
    url = web.page(path, "<p>Basin</p>")
    assert refused(url) == f"the robots.txt of 127.0.0.1:{web.port} does not allow it to be fetched by programs"
    assert web.paths == ["/robots.txt"]
    assert fetch(web.page("/b", "<p>Other</p>")).data if "Disallow: /\n" not in rules else True


def test_robots_are_asked_again_where_a_redirect_leads(web: Web) -> None:
    web.page("/robots.txt", "User-agent: *\nDisallow: /secret\n", "text/plain")
    web.page("/secret", "<p>Basin</p>")
    assert "does not allow it" in refused(web.on("/a", "/secret"))
    assert "/secret" not in web.paths


@pytest.mark.parametrize("status", [500, 503, 429])
def test_robots_that_cannot_be_read_forbid_all(web: Web, status: int) -> None:
    web.page("/robots.txt", "", status=status)
    assert f"cannot be read: answers {status}" in refused(web.page("/a", "<p>Basin</p>"))


def test_robots_are_read_once_a_site_and_pages_are_asked_for_with_a_pause(web: Web) -> None:
    web.page("/robots.txt", "User-agent: *\nCrawl-delay: 0.5\n", "text/plain")
    fetcher = Fetcher(AGENT, QUICK, allow_private=True)
    began = time.monotonic()
    fetcher.fetch(web.page("/a", "<p>Basin</p>"))
    fetcher.fetch(web.page("/b", "<p>Basin</p>"))
    assert web.paths == ["/robots.txt", "/a", "/b"]
    assert 0.5 <= time.monotonic() - began < 5


def raw(data: bytes) -> Callable[[BaseHTTPRequestHandler], None]:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(data)

    return answer


def test_errors_of_the_server_are_told(web: Web) -> None:
    assert refused(web.url("/none")) == "it answers 404 Not Found"
    assert refused(web.page("/empty", "  ")) == "the page is empty"
    web.answers["/cut"] = raw(b"HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\nab")
    assert refused(web.url("/cut")).startswith("the connection broke off (")
    web.answers["/rubbish"] = raw(b"\0\0\0\n")
    assert refused(web.url("/rubbish")).startswith("the connection broke off (")


def test_a_certificate_of_another_name_is_refused(tmp_path: Path) -> None:
    if shutil.which("openssl") is None:
        pytest.skip("no openssl to make a certificate")
    key, made = tmp_path / "key.pem", tmp_path / "made.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", made, "-days", "2",
         "-subj", "/CN=other.example"], check=True, capture_output=True,
    )  # fmt: skip
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(made, key)
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            while True:
                try:
                    context.wrap_socket(server.accept()[0], server_side=True).close()
                except OSError:
                    return

        threading.Thread(target=serve, daemon=True).start()
        said = refused(f"https://127.0.0.1:{server.getsockname()[1]}/")
    assert "its certificate or encryption is refused" in said


def test_the_parts_of_an_address() -> None:
    found = place("HTTPS://News.Example:443/a b?q=ü#x")
    assert (found.url, found.origin) == ("https://news.example/a%20b?q=%C3%BC", "https://news.example")
    assert place("http://bücher.example/").host == "xn--bcher-kva.example"
    assert place("http://[2001:db8::1]:8080/").authority == "[2001:db8::1]:8080"
