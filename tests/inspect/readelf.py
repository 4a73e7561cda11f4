"""What readelf tells of a file, in the words of "sealcc inspect --json"."""

import os
import re
import subprocess

MACHINES = {"Advanced Micro Devices X86-64": "x86_64", "Intel 80386": "i386", "AArch64": "aarch64", "ARM": "arm",
            "RISC-V": "riscv", "PowerPC64": "powerpc64", "IBM S/390": "s390", "Linux BPF": "bpf", "Atmel AVR 8-bit microcontroller": "avr",
            "MIPS R3000": "mips", "LoongArch": "loongarch"}
FEATURES = {"x86 feature: IBT": ["IBT"], "x86 feature: SHSTK": ["SHSTK"], "x86 feature: IBT, SHSTK": ["IBT", "SHSTK"],
            "AArch64 feature: BTI": ["BTI"], "AArch64 feature: PAC": ["PAC"], "AArch64 feature: BTI, PAC": ["BTI", "PAC"]}
LEVELS = {"x86-64-baseline": "x86-64-v1", "x86-64-v2": "x86-64-v2", "x86-64-v3": "x86-64-v3", "x86-64-v4": "x86-64-v4"}


def numbers(version):
    return [int(n) for n in version.split(".")]


def highest(versions, family):
    found = [v[len(family):] for v, weak in versions if v.startswith(family) and not weak
             and re.fullmatch(r"[0-9.]+", v[len(family):])]
    return max(found, key=numbers) if found else None


def first(pattern, text, default=None):
    m = re.search(pattern, text, re.M)
    return m.group(1) if m else default


def symbols(text):
    """Exported symbols, and the symbols that need a version of another file."""
    exported, needing = 0, {}
    table = text.partition("Symbol table '.dynsym'")[2].partition("\n\n")[0].replace("<OS specific>: 10", "UNIQUE")
    for line in table.splitlines()[2:]:
        words = line.split(None, 7)
        if len(words) < 7 or words[0] == "0:":
            continue
        name = words[7] if len(words) > 7 else ""
        # a note on the symbol may stand before its section: [VARIANT_PCS] or [<other>: 88]
        where, visibility, bind = words[6], words[5], words[4]
        if where.startswith("["):
            rest = line[line.index("]") + 1:].split(None, 1)
            where, name = rest[0], rest[1] if len(rest) > 1 else ""
        if where != "UND" and bind in ("GLOBAL", "WEAK", "UNIQUE") and visibility in ("DEFAULT", "PROTECTED"):
            exported += 1
        m = re.fullmatch(r"(.*?)@([^@ ]+) \(\d+\)", name)
        if m:
            needing.setdefault(m.group(2), []).append(m.group(1))
    return exported, needing


def facts(path):
    """The facts; None for a file that readelf cannot make sense of."""
    p = subprocess.run(["readelf", "-W", "-h", "-l", "-d", "-n", "-V", "--dyn-syms", path], capture_output=True,
                       env={**os.environ, "LC_ALL": "C"})
    text = p.stdout.decode("utf-8", "surrogateescape")
    if p.returncode or "ELF Header:" not in text:
        return None
    dynamic = text.partition("Dynamic section at offset")[2].partition("\n\n")[0]
    needs = text.partition("Version needs section")[2].partition("\n\n")[0]
    versions = [(m[0], "WEAK" in m[1]) for m in re.findall(r"Name: (\S+)\s+Flags: (.*?)\s+Version:", needs)]
    exported, needing = symbols(text)
    kind = first(r"^  Type: +(\S+)", text)
    # gold does not write DF_1_PIE, by which readelf tells programs; DT_DEBUG is in programs only
    pie = kind == "DYN" and ("(DEBUG)" in dynamic or "Position-Independent Executable" in first(r"^  Type: +(.*)", text))
    loader = first(r"\[Requesting program interpreter: (.*)\]", text)
    needed = re.findall(r"\(NEEDED\) +Shared library: \[(.*)\]", dynamic)
    machine = first(r"^  Machine: +(.*)", text)
    object = kind == "REL"
    bits = 64 if "ELF64" in text else 32
    flags = first(r"\(FLAGS\) +(.*)", dynamic, "").split() + first(r"\(FLAGS_1\) +Flags: (.*)", dynamic, "").split()
    stack = first(r"^  GNU_STACK .* (R?W?.?E?) +(?:0x[0-9a-f]+|0)$", text)
    properties = first(r"NT_GNU_PROPERTY_TYPE_0\s+Properties: (.*)", text, "")
    isa = first(r"x86 ISA needed: ([^<\n]*)", properties)
    glibc = highest(versions, "GLIBC_")
    f = {
        "bits": bits, "big_endian": "big endian" in text.split("Version:")[0],
        "machine": MACHINES.get(machine, machine),
        "kind": {"EXEC": "program", "REL": "object", "CORE": "core"}.get(kind) if kind != "DYN" else "program" if pie else "shared",
        "pie": pie, "static": (kind == "EXEC" or pie) and not loader and not needed,
        "loader": loader, "needed": needed,
        "soname": first(r"\(SONAME\) +Library soname: \[(.*)\]", dynamic),
        "rpath": first(r"\(RPATH\) +Library rpath: \[(.*)\]", dynamic),
        "runpath": first(r"\(RUNPATH\) +Library runpath: \[(.*)\]", dynamic),
        "versions": sorted(versions), "glibc": glibc, "glibcxx": highest(versions, "GLIBCXX_"),
        "cxxabi": highest(versions, "CXXABI_"), "gcc": highest(versions, "GCC_"),
        "glibc symbols": sorted(needing.get("GLIBC_" + glibc, [])) if glibc else [],
        "exported": exported,
        "build_id": first(r"Build ID: ([0-9a-f]+)", text),
        "execstack": None if stack is None else "E" in stack,
        "relro": "  GNU_RELRO " in text, "textrel": "(TEXTREL)" in dynamic or "TEXTREL" in flags,
        "bind_now": "(BIND_NOW)" in dynamic or "BIND_NOW" in flags or "NOW" in flags,
        "relr": "(RELR)" in dynamic,
        "isa_needed": LEVELS.get((isa or "").split(", ")[-1].strip()),
        "features": [f for text, list in FEATURES.items() if re.search(re.escape(text) + r"($|, x86|, AArch|, [^A-Z])", properties) for f in list],
    }
    if object:  # readelf does not tell these of an object here
        del f["exported"], f["execstack"]
    return f


def of_inspect(d):
    """The same of one object of --json."""
    f = {k: d[k] for k in ("bits", "big_endian", "machine", "kind", "pie", "static", "loader", "needed", "soname", "rpath", "runpath",
                           "glibc", "glibcxx", "cxxabi", "gcc", "exported", "build_id", "execstack", "relro", "textrel", "bind_now",
                           "relr", "isa_needed", "features")}
    f["machine"] = re.sub(r"(riscv|loongarch|s390)(64|32|x)$", r"\1", f["machine"]).replace("powerpc64le", "powerpc64")
    f["versions"] = sorted((v["name"], v["weak"]) for v in d["versions"])
    f["glibc symbols"] = sorted(s for v in d["versions"] if not v["weak"] and d["glibc"] and v["name"] == "GLIBC_" + d["glibc"] for s in v["symbols"])
    return f
