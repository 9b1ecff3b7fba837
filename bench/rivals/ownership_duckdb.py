"""Asks DuckDB what `npm run bench:ownership` asks Holdfast; see bench/src/ownership_rivals.ts.

Arguments: the question, the folder of the graph, the number of threads (0: its own choice), and a
file into which the answer is written. Writes its figures as JSON to standard output. The stakes
are loaded into memory first, which is not counted with the question.
"""

import json
import sys
import time

import duckdb

HALF = 50_000_000
ALL = 100_000_000
FROM_STAKES = """
    CREATE TABLE stake AS SELECT * FROM read_csv('{0}/stakes.csv', header = true, columns = {{
      'owner': 'INTEGER', 'asset': 'INTEGER', 'low': 'INTEGER', 'high': 'INTEGER',
      'open': 'INTEGER'}})
"""

# One recursive query. USING KEY keeps one row for an asset: what members hold of it so far. Only
# rows that have just reached half are passed on, so that every stake is added once.
KEYED = """
    WITH RECURSIVE held(party, total, reached) USING KEY (party) AS (
      SELECT party, {all}::BIGINT, true FROM listed
      UNION
      SELECT s.asset, coalesce(any_value(k.total), 0) + sum(s.low),
        coalesce(any_value(k.total), 0) < {half}
          AND coalesce(any_value(k.total), 0) + sum(s.low) >= {half}
      FROM held h JOIN stake s ON s.owner = h.party
        LEFT JOIN recurring.held k ON k.party = s.asset
      WHERE h.reached
      GROUP BY s.asset
    )
    SELECT party FROM held WHERE total >= {half}
"""

# As many members as the facts allow: stakes at their top, and never more than strangers leave.
# `least` and `open` are of members; a stranger's open bound leaves less than its rest.
KEYED_HIGH = """
    WITH RECURSIVE held(party, low, high, open, reached, once) USING KEY (party) AS (
      SELECT party, 0::BIGINT, 0::BIGINT, 0::BIGINT, true, true FROM listed
      UNION
      SELECT asset, low, high, open, NOT once AND most >= {half}, once OR most >= {half}
      FROM (
        SELECT *, least(high,
          {all} - (all_low - low) - (CASE WHEN all_open > open THEN 1 ELSE 0 END)) AS most
        FROM (
          SELECT s.asset AS asset, any_value(t.low) AS all_low, any_value(t.open) AS all_open,
            coalesce(any_value(k.once), false) AS once,
            coalesce(any_value(k.low), 0) + sum(s.low) AS low,
            coalesce(any_value(k.high), 0) + sum(s.high) AS high,
            coalesce(any_value(k.open), 0) + sum(s.open) AS open
          FROM held h JOIN stake s ON s.owner = h.party JOIN total t ON t.asset = s.asset
            LEFT JOIN recurring.held k ON k.party = s.asset
          WHERE h.reached
          GROUP BY s.asset
        )
      )
    )
    SELECT party FROM held WHERE once
"""
TOTALS = """
    CREATE OR REPLACE TABLE total AS
    SELECT asset, sum(low) AS low, sum(open) AS open FROM stake GROUP BY asset
"""

# The same as rounds: what the last round reached adds its stakes; ends when nothing is reached.
FIRST_ROUND = """
    CREATE OR REPLACE TABLE member AS SELECT party FROM listed;
    CREATE OR REPLACE TABLE reached AS SELECT party FROM listed;
    CREATE OR REPLACE TABLE held(asset INTEGER, low BIGINT, high BIGINT, open BIGINT);
"""
ROUND = """
    CREATE OR REPLACE TABLE added AS
      SELECT s.asset, sum(s.low) AS low, sum(s.high) AS high, sum(s.open) AS open
      FROM stake s JOIN reached r ON s.owner = r.party GROUP BY s.asset;
    CREATE OR REPLACE TABLE together AS
      SELECT a.asset, a.low + coalesce(h.low, 0) AS low, a.high + coalesce(h.high, 0) AS high,
        a.open + coalesce(h.open, 0) AS open
      FROM added a LEFT JOIN held h ON h.asset = a.asset;
    DELETE FROM held USING together WHERE held.asset = together.asset;
    INSERT INTO held SELECT * FROM together;
    CREATE OR REPLACE TABLE reached AS {reached};
    INSERT INTO member SELECT party FROM reached;
"""
REACHED_LOW = """
    SELECT asset AS party FROM together
    WHERE low >= {half} AND asset NOT IN (SELECT party FROM member)
"""
REACHED_HIGH = """
    SELECT g.asset AS party FROM together g JOIN total t ON t.asset = g.asset
    WHERE least(g.high,
        {all} - (t.low - g.low) - (CASE WHEN t.open > g.open THEN 1 ELSE 0 END)) >= {half}
      AND g.asset NOT IN (SELECT party FROM member)
"""

CHAIN = """
    WITH RECURSIVE above(party) AS (
      SELECT $1::INTEGER
      UNION
      SELECT s.owner FROM above a JOIN stake s ON s.asset = a.party
    )
    SELECT party FROM above
"""


def rounds(database, reached):
    database.execute(FIRST_ROUND)
    statement = ROUND.format(reached=reached.format(half=HALF, all=ALL))
    count = 0
    while database.execute("SELECT count(*) FROM reached").fetchone()[0] > 0:
        database.execute(statement)
        count += 1
    return database.execute("SELECT party FROM member").fetchnumpy()["party"], count


def keyed(database, statement):
    parties = database.execute(statement.format(half=HALF, all=ALL)).fetchnumpy()["party"]
    return parties, None


def answered(database, question):
    """Parties that are members for certain, those that may be, and the rounds it took."""
    method, ends = question.split("-")
    if method == "keyed":
        low, count = keyed(database, KEYED)
    else:
        low, count = rounds(database, REACHED_LOW)
    if ends == "exact":
        return low, None, count
    database.execute(TOTALS)
    if method == "keyed":
        high, _ = keyed(database, KEYED_HIGH)
    else:
        high, more = rounds(database, REACHED_HIGH)
        count += more
    return low, high, count


def cascade(database, question, folder, into):
    with open(f"{folder}/graph.json", encoding="utf-8") as file:
        parties = json.load(file)["parties"]
    database.execute(
        f"CREATE TABLE listed AS SELECT * FROM read_csv('{folder}/listed.csv', header = true, "
        "columns = {'party': 'INTEGER'})"
    )
    start = time.perf_counter()
    low, high, count = answered(database, question)
    seconds = time.perf_counter() - start
    state = bytearray(parties)
    if high is not None:
        for party in high.tolist():
            state[party] = 1
    for party in low.tolist():
        state[party] = 2
    with open(into, "wb") as file:
        file.write(state)
    return {"seconds": seconds, "rounds": count}


def chains(database, folder, into):
    with open(f"{folder}/asked.json", encoding="utf-8") as file:
        asked = json.load(file)
    start = time.perf_counter()
    database.execute("CREATE INDEX by_asset ON stake (asset)")
    indexed = time.perf_counter() - start
    database.execute(f"PREPARE chain AS {CHAIN}")
    millis = []
    found = []
    for party in asked:
        start = time.perf_counter()
        rows = database.execute(f"EXECUTE chain({party})").fetchall()
        millis.append(1000 * (time.perf_counter() - start))
        found.append(sorted(row[0] for row in rows))
    with open(into, "w", encoding="utf-8") as file:
        json.dump(found, file, separators=(",", ":"))
    return {"seconds": indexed, "millis": millis}


def peak_bytes():
    """Of this process at its largest; what it was started from does not count."""
    with open("/proc/self/status", encoding="ascii") as file:
        for line in file:
            if line.startswith("VmHWM:"):
                return 1024 * int(line.split()[1])
    return None


def main():
    question, folder, threads, into = sys.argv[1:5]
    database = duckdb.connect()
    start = time.perf_counter()
    database.execute(FROM_STAKES.format(folder))
    loaded = time.perf_counter() - start
    if int(threads) > 0:
        database.execute(f"SET threads = {int(threads)}")
    if question == "chains":
        figures = chains(database, folder, into)
    else:
        figures = cascade(database, question, folder, into)
    figures |= {"loadSeconds": loaded, "peakBytes": peak_bytes(), "version": duckdb.__version__}
    print(json.dumps(figures))


main()
