#!/usr/bin/env python3
"""compare.py FORMAT JSON FILE: whether FILE, evaluated as FORMAT is, sets what
JSON (sealcc env --format json) says.  Text is compared as bytes."""
import json
import os
import subprocess
import sys
import tomllib

SYSTEM = "/usr/local/bin:/usr/bin:/bin"
# what a fresh shell sets by itself
SHELL = {"_", "PWD", "OLDPWD", "SHLVL", "HOME", "PATH", "LANG", "TERM", "XDG_DATA_HOME", "SHELL", "USER"}


def environment(command):
    clean = {"PATH": SYSTEM, "HOME": "/nonexistent"}
    out = subprocess.run(command, env=clean, check=True, stdout=subprocess.PIPE).stdout
    pairs = (e.partition(b"=") for e in out.split(b"\0") if e)
    found = {os.fsdecode(k): os.fsdecode(v) for k, _, v in pairs}
    return {k: v for k, v in found.items() if k not in SHELL or (k == "PATH" and v != SYSTEM)}


def sh(file):
    return environment(["/bin/sh", "-c", '. "$1"; exec env -0', "sh", file])


def fish(file):
    return environment(["fish", "--no-config", "-c", "source $argv[1]; env -0", file])


def github(file):
    """As the runner reads it: NAME=VALUE, or NAME<<END, lines, END."""
    found, lines = {}, open(file, encoding="utf-8", newline="\n").read().split("\n")
    assert lines.pop() == ""
    while lines:
        line = lines.pop(0)
        equals, here = line.find("="), line.find("<<")
        if equals >= 0 and (here < 0 or equals < here):
            found[line[:equals]] = line[equals + 1 :]
            continue
        assert here >= 0, line
        end, value = line[here + 2 :], []
        while lines[0] != end:
            value.append(lines.pop(0))
        lines.pop(0)
        found[line[:here]] = "\n".join(value)
    return found


def nix(file):
    command = ["nix-instantiate", "--readonly-mode", "--eval", "--strict", "--json", file]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)


def cargo(file):
    return tomllib.load(open(file, "rb"))


def check_cargo(found, want):
    """The [env] table has the names with a triple; the rest are keys of their own."""
    (triple,) = found["target"]
    assert found["build"] == {"target": want.get("CARGO_BUILD_TARGET", triple)}, found["build"]
    upper = triple.upper().replace("-", "_")
    target = found["target"][triple]
    assert target["linker"] == want[f"CARGO_TARGET_{upper}_LINKER"], target
    assert target.get("runner", [None]) == [want.get(f"CARGO_TARGET_{upper}_RUNNER")], target
    lower = triple.replace("-", "_")
    assert found["env"] == {k: v for k, v in want.items() if k.endswith(lower)}, found["env"]


def main(name, reference, file):
    want = json.load(open(reference, encoding="utf-8"))["variables"]
    want = {k: os.fsdecode(os.fsencode(v)) for k, v in want.items()}
    found = globals()[name](file)
    if name == "cargo":
        check_cargo(found, want)
        return
    if name in ("github", "nix"):
        want.pop("PATH", None)
    for key in want.keys() | found.keys():
        assert want.get(key) == found.get(key), f"{key}: {want.get(key)!r} {found.get(key)!r}"
    print(len(found), "variables")


main(*sys.argv[1:])
