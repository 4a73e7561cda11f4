"""Small ELF programs (64 bit, little endian, x86-64) for the golden tests.

make("dyn loader=/lib/ld.so needed=libm.so.6 weak=6:statx strong=7:cos plain=37") gives the bytes of one: exec (or dyn), then
its loader, the libraries it needs, and relocations: TYPE:SYMBOL against a weak or strong undefined symbol, plain=TYPE without
one. Source of the layouts: the System V ABI, chapters 4 and 5.
"""

import struct

BASE, HEADERS = 0x400000, 64 + 3 * 56


class Strings:
    def __init__(self):
        self.data = b"\0"

    def add(self, text):
        self.data += text.encode() + b"\0"
        return len(self.data) - len(text) - 1


def make(words):
    kind, *rest = words.split()
    pairs = [w.split("=", 1) for w in rest]
    strings, symbols, relocs, dynamic = Strings(), b"\0" * 24, b"", []
    for key, value in pairs:
        if key in ("weak", "strong"):
            number, name = value.split(":")
            relocs += struct.pack("<QIIq", BASE, int(number), len(symbols) // 24, 0)
            symbols += struct.pack("<IBBHQQ", strings.add(name), 0x20 if key == "weak" else 0x10, 0, 0, 0, 0)
        elif key == "plain":
            relocs += struct.pack("<QIIq", BASE, int(value), 0, 0)
        elif key == "needed":
            dynamic.append((1, strings.add(value)))
    loader = b"".join(value.encode() + b"\0" for key, value in pairs if key == "loader")
    at = [HEADERS]
    for data in (loader, symbols, strings.data, relocs):
        at.append(at[-1] + len(data))
    dynamic += [(5, BASE + at[2]), (0, 0)]
    tail = b"".join(struct.pack("<QQ", *d) for d in dynamic)
    body = loader + symbols + strings.data + relocs + tail
    shoff = HEADERS + len(body)
    segments = struct.pack("<IIQQQQQQ", 1, 4, 0, BASE, BASE, shoff, shoff, 4096)
    segments += struct.pack("<IIQQQQQQ", 2, 4, at[4], BASE + at[4], 0, len(tail), len(tail), 8)
    segments += struct.pack("<IIQQQQQQ", 3 if loader else 0, 4, at[0], BASE + at[0], 0, len(loader), len(loader), 1)
    sections = b"\0" * 64
    for number, flags, start, end, link, size in ((11, 2, at[1], at[2], 2, 24), (3, 2, at[2], at[3], 0, 0), (4, 2, at[3], at[4], 1, 24)):
        sections += struct.pack("<IIQQQQIIQQ", 0, number, flags, BASE + start, start, end - start, link, 0, 8, size)
    head = b"\x7fELF\x02\x01\x01".ljust(16, b"\0") + struct.pack(
        "<HHIQQQIHHHHHH", {"exec": 2, "dyn": 3}[kind], 62, 1, 0, 64, shoff, 0, 64, 56, 3, 64, 4, 0)
    return head + segments + body + sections
