"""The texts that are measured: the project's samples, one after another, until there are enough bytes."""

from pathlib import Path

SAMPLES = Path(__file__).parent.parent / "minutes"


def text(size: int) -> str:
    """At most `size` bytes of samples, ended at a line's end."""
    samples = [path.read_bytes().decode("utf-8", "replace") for path in sorted(SAMPLES.iterdir())]
    whole = "\n\n".join(samples).replace("\r\n", "\n").replace("\r", "\n").replace("\ufeff", "") + "\n\n"
    repeated = whole * (size // len(whole.encode()) + 1)
    cut = repeated.encode()[:size].decode("utf-8", "ignore")
    return cut[: cut.rfind("\n") + 1]


def write(folder: Path, size: int, count: int = 1) -> list[Path]:
    """`count` files of `size` bytes each; the first line says which, so that no two are the same."""
    folder.mkdir(parents=True, exist_ok=True)
    body = text(size)
    paths = []
    for number in range(count):
        path = folder / f"{number:05}.md"
        path.write_text(body if count == 1 else f"Nr. {number}\n\n{body}", encoding="utf-8", newline="")
        paths.append(path)
    return paths
