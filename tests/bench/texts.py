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


HEAD = """Social- og Omsorgsudvalget - 12-10-2021

Referat
Dato:
Tirsdag, 12 oktober, 2021 - 16:30
"""
ITEM = """
Punkt {n} Kvalitetsstandard nr. {n} for aflastning i hjemmet

Sagsresumé

Udvalget får her forelagt forslaget for 2022, som indeholder to ændringer i forhold til den gældende standard.

Sagsbeskrivelse:

Kommunen tilbyder aflastning til familier, der passer en ægtefælle. I 2021 har 64 familier fået hjælp i gennemsnitligt fem timer \
om ugen. Forslaget blev sendt i høring den 4. maj 2021, jf. bilag 1.

Økonomiske konsekvenser

Ændringerne holdes inden for rammen på 4,6 mio. kr.

Vurdering

Forvaltningen vurderer, at de to ændringer giver familierne større frihed.

Indstillinger

Social og Omsorg indstiller,

  1. at udvalget godkender standarden.
  2. {at} udvalget drøfter svarene.

Beslutning i Social- og Omsorgsudvalget den 12-10-2021

Ad 1. Godkendt.

Ad 2. Drøftet.
"""


def meeting(size: int) -> str:
    """One meeting of about `size` bytes with items of one length, every tenth of them with a fault."""
    parts, length, number = [HEAD], len(HEAD.encode()), 0
    while length < size:
        number += 1
        parts.append(ITEM.replace("{n}", str(number)).replace("{at}", "At" if number % 10 == 0 else "at"))
        length += len(parts[-1].encode())
    return "".join(parts)


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
