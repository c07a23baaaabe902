"""Drives a language server over its pipes as an editor does, and times its answers."""

import json
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

URI = "file:///bench/document.md"


@dataclass
class Figures:
    """Milliseconds, and resident memory in MB."""

    start: float
    p50: float
    p95: float
    memory: float


class Client:
    """One server, and what is said to it."""

    def __init__(self, command: list[str]):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)

    def send(self, message: dict) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def receive(self) -> dict:
        return json.loads(self.read())

    def read(self) -> bytes:
        """The next message as it came."""
        length = 0
        while line := self.process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        return self.process.stdout.read(length)

    def until(self, wanted) -> dict:
        """The first message that is `wanted`; requests of the server are answered with nothing on the way."""
        while not wanted(message := self.receive()):
            self.answer(message)
        return message

    def arrived(self, asked: int) -> bytes:
        """The answer to what was asked as it came: to understand a long one takes this program longer than the server to give it."""
        ends = b'"id":%d}' % asked
        while not (message := self.read()).endswith(ends):
            read = json.loads(message)
            if read.get("id") == asked:
                break
            self.answer(read)
        return message

    def answer(self, message: dict) -> None:
        """Answers a request of the server with nothing."""
        if "id" in message and "method" in message:
            items = message.get("params", {}).get("items") if message["method"] == "workspace/configuration" else None
            self.send({"id": message["id"], "result": [None] * len(items) if items else None})

    def open(self, text: str) -> None:
        symbols = {"hierarchicalDocumentSymbolSupport": True}
        capabilities = {"textDocument": {"publishDiagnostics": {"versionSupport": True}, "documentSymbol": symbols}}
        self.send({"id": 1, "method": "initialize", "params": {"processId": None, "rootUri": None, "capabilities": capabilities}})
        self.until(lambda message: message.get("id") == 1)
        self.send({"method": "initialized", "params": {}})
        document = {"uri": URI, "languageId": "markdown", "version": 1, "text": text}
        self.send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        self.until(published)

    def edit(self, version: int, line: int) -> None:
        place = {"line": line, "character": 0}
        change = {"range": {"start": place, "end": place}, "text": "a"}
        params = {"textDocument": {"uri": URI, "version": version}, "contentChanges": [change]}
        self.send({"method": "textDocument/didChange", "params": params})
        self.until(published)

    def memory(self) -> float:
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) / 1000

    def close(self) -> None:
        self.process.kill()
        self.process.wait()


def published(message: dict) -> bool:
    """Whether these are a document's findings."""
    return message.get("method") == "textDocument/publishDiagnostics"


def measure(command: list[str], text: str, edits: int) -> Figures:
    """Opens `text`, types `edits` letters in different places, and waits for the findings after each."""
    begun = time.perf_counter()
    client = Client(command)
    try:
        client.open(text)
        start = time.perf_counter() - begun
        lines = text.count("\n")
        times = []
        for number in range(edits):
            before = time.perf_counter()
            client.edit(number + 2, lines * number // edits)
            times.append(time.perf_counter() - before)
        times.sort()
        return Figures(start * 1000, times[len(times) // 2] * 1000, times[len(times) * 95 // 100] * 1000, client.memory())
    finally:
        client.close()
