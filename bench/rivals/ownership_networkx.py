"""Asks a plain program over a networkx graph what `npm run bench:ownership` asks Holdfast.

networkx has no such rule: this is what one writes with it, a list of members still to be looked at
and what members hold of each asset so far. Arguments and answer as of ownership_duckdb.py.
"""

import csv
import json
import sys
import time

import networkx

HALF = 50_000_000
ALL = 100_000_000


def loaded(folder):
    graph = networkx.DiGraph()
    with open(f"{folder}/stakes.csv", encoding="ascii", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        graph.add_edges_from(
            (int(owner), int(asset), {"low": int(low), "high": int(high), "open": int(is_open)})
            for owner, asset, low, high, is_open in rows
        )
    return graph


def members(graph, listed, holds):
    """The least fixed point: `holds` says from what members hold whether it is enough."""
    found = set(listed)
    waiting = list(listed)
    held = {}
    while waiting:
        owner = waiting.pop()
        if owner not in graph:
            continue
        for asset, stake in graph[owner].items():
            sums = held.setdefault(asset, [0, 0, 0])
            sums[0] += stake["low"]
            sums[1] += stake["high"]
            sums[2] += stake["open"]
            if asset not in found and holds(asset, sums):
                found.add(asset)
                waiting.append(asset)
    return found


def at_most(graph):
    """As many members as the facts allow: at the top, and never more than strangers leave."""
    totals = {}
    for _, asset, stake in graph.edges(data=True):
        total = totals.setdefault(asset, [0, 0])
        total[0] += stake["low"]
        total[1] += stake["open"]

    def holds(asset, sums):
        low, is_open = totals[asset]
        room = ALL - (low - sums[0]) - (1 if is_open > sums[2] else 0)
        return min(sums[1], room) >= HALF

    return holds


def peak_bytes():
    with open("/proc/self/status", encoding="ascii") as file:
        for line in file:
            if line.startswith("VmHWM:"):
                return 1024 * int(line.split()[1])
    return None


def main():
    question, folder, _, into = sys.argv[1:5]
    with open(f"{folder}/graph.json", encoding="utf-8") as file:
        parties = json.load(file)["parties"]
    with open(f"{folder}/listed.csv", encoding="ascii") as file:
        listed = [int(line) for line in file.read().split()[1:]]
    start = time.perf_counter()
    graph = loaded(folder)
    load_seconds = time.perf_counter() - start
    start = time.perf_counter()
    low = members(graph, listed, lambda asset, sums: sums[0] >= HALF)
    high = set() if question == "exact" else members(graph, listed, at_most(graph))
    seconds = time.perf_counter() - start
    state = bytearray(parties)
    for party in high:
        state[party] = 1
    for party in low:
        state[party] = 2
    with open(into, "wb") as file:
        file.write(state)
    figures = {"seconds": seconds, "loadSeconds": load_seconds, "peakBytes": peak_bytes()}
    print(json.dumps(figures | {"version": networkx.__version__}))


main()
