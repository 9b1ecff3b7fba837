// Scores names with moov-io/watchman for `npm run bench:screening`.
//
// Reads one task as JSON from standard input and writes its answer to standard output; the shapes
// stand in bench/src/screening_rivals.ts. Entities are made and prepared as watchman's own server
// does it, and scored by its exported Similarity on one core.
package main

import (
  "encoding/json"
  "os"
  "runtime"
  "runtime/debug"
  "slices"
  "time"

  "github.com/moov-io/watchman/pkg/search"
)

type entity struct {
  Schema string   `json:"schema"`
  Names  []string `json:"names"`
  Births []string `json:"births"`
}

type candidates struct {
  Query   entity `json:"query"`
  Against []int  `json:"against"`
}

type task struct {
  Pairs   [][2]entity  `json:"pairs"`
  Index   []entity     `json:"index"`
  Queries []candidates `json:"queries"`
}

type answer struct {
  Version string      `json:"version"`
  Scores  []float64   `json:"scores"`
  Rows    [][]float64 `json:"rows"`
  Millis  []float64   `json:"millis"`
}

func version() string {
  info, _ := debug.ReadBuildInfo()
  for _, module := range info.Deps {
    if module.Path == "github.com/moov-io/watchman" {
      return module.Version
    }
  }
  return "unknown"
}

// Against every entry when the task names none.
func targets(q candidates, count int) []int {
  if len(q.Against) > 0 {
    return q.Against
  }
  all := make([]int, count)
  for i := range all {
    all[i] = i
  }
  return all
}

func born(births []string) *time.Time {
  for _, text := range births {
    for _, layout := range []string{"2006-01-02", "2006-01", "2006"} {
      if day, err := time.Parse(layout, text); err == nil {
        return &day
      }
    }
  }
  return nil
}

func made(e entity) search.Entity[search.Value] {
  out := search.Entity[search.Value]{Source: search.SourceUSOFAC, SourceID: "1"}
  if len(e.Names) > 0 {
    out.Name = e.Names[0]
  }
  others := []string{}
  if len(e.Names) > 1 {
    others = e.Names[1:]
  }
  switch e.Schema {
  case "Person":
    out.Type = search.EntityPerson
    out.Person = &search.Person{Name: out.Name, AltNames: others, BirthDate: born(e.Births)}
  case "Vessel":
    out.Type = search.EntityVessel
    out.Vessel = &search.Vessel{Name: out.Name, AltNames: others}
  case "Airplane":
    out.Type = search.EntityAircraft
    out.Aircraft = &search.Aircraft{Name: out.Name, AltNames: others}
  default:
    out.Type = search.EntityBusiness
    out.Business = &search.Business{Name: out.Name, AltNames: others}
  }
  return out.Normalize()
}

func main() {
  runtime.GOMAXPROCS(1)
  var t task
  if err := json.NewDecoder(os.Stdin).Decode(&t); err != nil {
    panic(err)
  }
  a := answer{Version: version()}
  for _, pair := range t.Pairs {
    a.Scores = append(a.Scores, search.Similarity(made(pair[0]), made(pair[1])))
  }
  index := make([]search.Entity[search.Value], len(t.Index))
  for i, e := range t.Index {
    index[i] = made(e)
  }
  for _, q := range t.Queries {
    against := targets(q, len(index))
    start := time.Now()
    query := made(q.Query)
    scores := make([]float64, len(against))
    for i, at := range against {
      scores[i] = search.Similarity(query, index[at])
    }
    a.Millis = append(a.Millis, float64(time.Since(start).Microseconds())/1000)
    if len(q.Against) == 0 {
      scores = []float64{slices.Max(scores)}
    }
    a.Rows = append(a.Rows, scores)
  }
  if err := json.NewEncoder(os.Stdout).Encode(a); err != nil {
    panic(err)
  }
}
