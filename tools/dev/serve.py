"""A static server for one machine: the headers that docs/HOSTING.md asks of every host, precompressed files, no caching."""

import errno
import functools
import http.server
import socketserver
from pathlib import Path

from tools.setup.report import SetupError

TYPES = {".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
         ".json": "application/json; charset=utf-8", ".wasm": "application/wasm", ".ttf": "font/ttf", ".otf": "font/otf",
         ".svg": "image/svg+xml", ".txt": "text/plain; charset=utf-8", ".xml": "application/xml",
         ".webmanifest": "application/manifest+json"}
POLICY = ("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob:; "
          "font-src 'self'; connect-src 'self'; manifest-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'")


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    site = Path(".")

    def do_GET(self):
        self._answer(body=True)

    def do_HEAD(self):
        self._answer(body=False)

    def _answer(self, body):
        path = self.path.split("?")[0].split("#")[0].lstrip("/")
        file = (self.site / path).resolve()
        if file.is_dir():
            file = file / "index.html"
        if not file.is_file() or self.site.resolve() not in file.parents:
            return self._send(404, "text/plain; charset=utf-8", b"Not found\n", {}, body)
        headers = {}
        kind = TYPES.get(file.suffix, "application/octet-stream")
        accepted = self.headers.get("Accept-Encoding", "")
        for coding, suffix in (("br", ".br"), ("gzip", ".gz")):
            packed = Path(f"{file}{suffix}")
            if coding in accepted and packed.is_file():
                headers["Content-Encoding"] = coding
                file = packed
                break
        return self._send(200, kind, file.read_bytes(), headers, body)

    def _send(self, status, kind, content, headers, body):
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(content)), "Vary": "Accept-Encoding",
                            "Cache-Control": "no-cache", "Content-Security-Policy": POLICY,
                            "X-Content-Type-Options": "nosniff",
                            # A sandboxed frame has no origin of its own; its modules and data are asked for across origins.
                            "Access-Control-Allow-Origin": "*", "Referrer-Policy": "no-referrer", **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        if body:
            self.wfile.write(content)

    def log_message(self, *_):
        pass


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True
    allow_reuse_address = True

    def handle_error(self, request, client_address):
        pass  # a browser that closes a connection early is no news


def open_server(site, port):
    handler = functools.partial(type("SiteHandler", (Handler,), {"site": Path(site)}))
    try:
        return Server(("127.0.0.1", port), handler)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise SetupError(f"Port {port} is in use. Choose another: ./dev run --port {port + 1}")
        raise


def serve(site, port):
    with open_server(site, port) as server:
        print(f"\nThe explorer is at http://127.0.0.1:{server.server_port}/   (Ctrl+C stops)", flush=True)
        server.serve_forever()
