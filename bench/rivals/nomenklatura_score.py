"""Scores names with nomenklatura for `npm run bench:screening`.

Reads one task as JSON from standard input and writes its answer to standard output; the shapes
stand in bench/src/screening_rivals.ts. Entities are scored as yente scores what its search index
returned, with the defaults of the algorithm, on one core.
"""

import json
import sys
import time
from importlib.metadata import version

from followthemoney import model
from nomenklatura.matching import get_algorithm

count = 0


def made(entity):
    # The matchers remember what they worked out by the id, so that every entity needs its own.
    global count
    count += 1
    properties = {
        "name": entity["names"][:1],
        "alias": entity["names"][1:],
        "weakAlias": entity.get("weak", []),
    }
    if entity["schema"] == "Person":
        properties["birthDate"] = entity.get("births", [])
    data = {"id": f"e{count}", "schema": entity["schema"], "properties": properties}
    return model.get_proxy(data)


def main():
    task = json.load(sys.stdin)
    algorithm = get_algorithm(task["algorithm"])
    config = algorithm.default_config()

    def score(left, right):
        return algorithm.compare(left, right, config).score

    pairs = task.get("pairs", [])
    answer = {"scores": [score(made(left), made(right)) for left, right in pairs]}
    index = [made(entity) for entity in task.get("index", [])]
    rows = []
    millis = []
    for one in task.get("queries", []):
        start = time.perf_counter()
        query = made(one["query"])
        rows.append([score(query, index[at]) for at in one["against"]])
        millis.append((time.perf_counter() - start) * 1000)
    answer["rows"] = rows
    answer["millis"] = millis
    answer["version"] = f"{version('nomenklatura')} with rigour {version('rigour')}"
    json.dump(answer, sys.stdout)


main()
