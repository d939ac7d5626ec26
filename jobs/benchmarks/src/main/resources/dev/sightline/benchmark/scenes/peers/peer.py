# SPDX-License-Identifier: Apache-2.0
"""What the scripts beside it have in common: they go through files and print what they find.

For each file: "file INDEX", "cut UNIT VALUE" for each first frame of a new shot, "failed WHY" where
the program gave up, and "cpu SECONDS", user and system time of this process and of its children.
UNIT is "frame" (from 0), "offset" (seconds since the first frame) or "time" (seconds, as the
container counts them).
"""
import resource


def cpu_seconds():
    total = 0.0
    for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN):
        usage = resource.getrusage(who)
        total += usage.ru_utime + usage.ru_stime
    return total


def each_file(paths, find):
    """Prints what find(path) yields: pairs of a unit and a value."""
    for index, path in enumerate(paths):
        before = cpu_seconds()
        print("file", index)
        try:
            for unit, value in find(path):
                print("cut", unit, value)
        except Exception as failure:
            why = " ".join(f"{type(failure).__name__}: {failure}".split())
            print("failed", why[:400])
        print("cpu", cpu_seconds() - before, flush=True)
