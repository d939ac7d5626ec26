# SPDX-License-Identifier: Apache-2.0
"""Finds the nearest vectors as one would with NumPy: numpy_scan.py VECTORS QUESTIONS DIMENSION TOP

Both files hold rows of little-endian floats. Prints the versions first. Then, for each line "FROM
COUNT" that it reads, one line for each of these questions: milliseconds, and the rows found.
"""
import sys
import time

import numpy


def blas():
    try:
        found = numpy.show_config(mode="dicts")["Build Dependencies"]["blas"]
        return f"{found['name']} {found['version']}"
    except (TypeError, KeyError):
        return "BLAS unknown"


def rows(path, dimension):
    mapped = numpy.memmap(path, dtype="<f4", mode="r")
    return numpy.asarray(mapped).reshape(-1, dimension)


def main(vectors, questions, dimension, top):
    x = rows(vectors, int(dimension))
    asked = rows(questions, int(dimension))
    top = int(top)
    version = ".".join(map(str, sys.version_info[:3]))
    print(f"NumPy {numpy.__version__} ({blas()}), Python {version}", flush=True)
    for line in sys.stdin:
        first, count = map(int, line.split())
        for q in asked[first : first + count]:
            begin = time.perf_counter()
            scores = x @ q
            found = numpy.argpartition(scores, -top)[-top:]
            found = found[numpy.argsort(-scores[found])]
            milliseconds = 1000 * (time.perf_counter() - begin)
            print(milliseconds, *found)
        sys.stdout.flush()


main(*sys.argv[1:])
