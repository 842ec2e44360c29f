package neo4j

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// WriteOffline makes the files from which `neo4j-admin database import full` makes the database that
// Write would make of new articles, for measurements at a size that Write takes hours for. It
// gives what that command is told of the files. The order of the change log alone is another.
func WriteOffline(folder string, batches iter.Seq[graph.Batch]) (arguments []string, err error) {
	files := newImportFiles(folder)
	o := &offline{writing: newWriting(nil), files: files, ties: map[graph.ID]*touched{}}
	o.now = microTime(1_700_000_000_000_000)
	for b := range batches {
		if err := errors.Join(b.Validate(), o.articles(b.Extractions)); err != nil {
			return nil, errors.Join(err, files.close())
		}
	}
	if err := errors.Join(o.end(), files.close()); err != nil {
		return nil, err
	}
	return files.arguments(), nil
}

// offline is a write that knows all there is: what it would read from the database it keeps, but for
// what an article alone has.
type offline struct {
	*writing
	files *importFiles
	ties  map[graph.ID]*touched
}

// articles writes some articles with all that belongs to them alone.
func (o *offline) articles(xs []graph.Extraction) error {
	if err := o.tell(xs); err != nil {
		return err
	}
	for _, id := range sortedKeys(o.facts) {
		if id.Class() != graph.ClassTie {
			if err := o.settleEvent(knownFact{}, id); err != nil {
				return err
			}
			continue
		}
		if o.ties[id] == nil {
			o.ties[id] = &touched{changed: true}
		}
		o.ties[id].evidence = append(o.ties[id].evidence, o.facts[id].evidence...)
		o.ties[id].cause = o.facts[id].cause
	}
	clear(o.facts)
	clear(o.told)
	o.outcomes = nil
	return o.save()
}

// save writes what has come together, and forgets it.
func (o *offline) save() error {
	if err := o.number(); err != nil {
		return err
	}
	for _, do := range o.later {
		do()
	}
	for _, row := range o.saves.nodes {
		row := row.(map[string]any)
		if err := o.files.node(append([]any{"Node"}, row["labels"].([]any)...), row["props"].(map[string]any)); err != nil {
			return err
		}
	}
	for _, row := range o.saves.edges {
		row := row.(map[string]any)
		if err := o.files.edge(row["type"].(string), row["a"].(string), row["b"].(string), row["props"].(map[string]any)); err != nil {
			return err
		}
	}
	for _, row := range o.saves.changes {
		if err := o.files.node([]any{"Change"}, row.(map[string]any)); err != nil {
			return err
		}
	}
	o.saves, o.later, o.log.entries = saves{}, nil, nil
	return nil
}

// end writes what several articles lead to.
func (o *offline) end() error {
	o.facts = o.ties
	for _, id := range sortedKeys(o.facts) {
		if err := o.settleTie(knownFact{}, id); err != nil {
			return err
		}
	}
	o.endPlaces()
	counted, err := o.endActors()
	if err != nil {
		return err
	}
	if err := o.save(); err != nil {
		return err
	}
	for _, c := range counted {
		err := o.files.node([]any{"Counted"}, map[string]any{
			"key": countedKey(c), "actor": string(c.Actor), "property": string(c.Property), "value": c.Value, "day": countedDay(c), "count": int64(c.Count),
		})
		if err != nil {
			return err
		}
	}
	if err := o.endRollups(); err != nil {
		return err
	}
	all, err := migrations(embedded)
	for _, m := range all {
		err = errors.Join(err, o.files.node([]any{"Migration"}, map[string]any{"number": int64(m.number), "name": m.name}))
	}
	return errors.Join(err, o.files.node([]any{"Sequencer"}, map[string]any{
		"of": "changes", "at": microOf(o.now), "sequence": int64(o.sequence), "changed": o.changed,
		"articles": int64(o.state.articles), "actors": int64(o.actors), "events": int64(o.events), "ties": int64(o.state.ties), "evidence": int64(o.evidence),
	}))
}

// endPlaces opens the places that facts lead to, and those around them.
func (o *offline) endPlaces() {
	for _, id := range sortedKeys(o.placeFacts) {
		o.touchPlace(id, o.placeFacts[id].cause).facts += o.placeFacts[id].by
		for at := id; at != "" && o.places[at] != nil; at = o.places[at].WithinID {
			o.places[at].open = true
		}
	}
	for _, id := range sortedKeys(o.places) {
		p := o.places[id]
		o.saves.edge("WITHIN", id, p.WithinID, props{})
		o.settlePlace(p)
	}
}

// endActors writes the actors, and gives all values that are counted of them.
func (o *offline) endActors() ([]graph.ActorCounted, error) {
	counted := o.ledger.Take()
	of := map[graph.ID][]graph.Counted{}
	for _, c := range counted {
		of[c.Actor] = append(of[c.Actor], c.Counted)
	}
	var changes []*actorChange
	for _, id := range sortedKeys(o.known.actors) {
		known := o.known.actors[id]
		a := &actorChange{known: known, cause: o.ledger.Cause(id)}
		a.Actor, a.ledTo = graph.ActorOf(known.record, of[id]), graph.LedTo(of[id])
		if a.ledTo {
			o.ledger.AddCode(a.CountryID, 1, a.cause)
		}
		changes = append(changes, a)
	}
	codes := map[graph.ID]int{}
	for _, c := range counted {
		if c.Property == graph.TallyCodes {
			codes[c.Actor] += c.Count
		}
	}
	more := o.ledger.Take()
	for _, c := range more {
		codes[c.Actor] += c.Count
	}
	for _, a := range changes {
		a.codes = codes[a.ID]
		o.settleActor(a)
	}
	sums := map[graph.ActorCounted]int{}
	for _, c := range slices.Concat(counted, more) {
		n := c.Count
		c.Count = 0
		sums[c] += n
	}
	var out []graph.ActorCounted
	for c, n := range sums {
		c.Count = n
		out = append(out, c)
	}
	slices.SortFunc(out, func(a, b graph.ActorCounted) int {
		return cmp.Or(cmp.Compare(a.Actor, b.Actor), cmp.Compare(a.Property, b.Property), cmp.Compare(a.Value, b.Value))
	})
	return out, nil
}

// endRollups writes the numbers of events by month.
func (o *offline) endRollups() error {
	for _, sums := range []graph.MonthlySums{o.monthly, o.actorMonthly} {
		for _, m := range sums.Changes() {
			row := rollupRow(m)
			p := maps.Clone(row["kind"].(map[string]any))
			p["key"], p["events"], p["sum"] = row["key"], row["events"], row["sum"]
			label := "Rollup"
			if m.Actor != "" {
				label = "ActorRollup"
				p["actor"], p["roles"] = row["actor"], row["roles"]
			} else if told := o.tellings[m.MonthlyKey]; told != nil {
				p["articles"], p["origins"] = moved(nil, told.articles), moved(nil, told.origins)
			}
			if err := o.files.node([]any{label}, p); err != nil {
				return err
			}
		}
	}
	return nil
}

// importFiles are CSV files, one for each label and each type of relationship.
type importFiles struct {
	folder string
	tables map[string]*importTable
}

func newImportFiles(folder string) *importFiles {
	return &importFiles{folder, map[string]*importTable{}}
}

// node writes a node of some labels.
func (f *importFiles) node(labels []any, p map[string]any) error {
	last := labels[len(labels)-1].(string)
	if slices.Contains(labels, any("Actor")) {
		last = "Actor"
	}
	names := make([]string, len(labels))
	for i, l := range labels {
		names[i] = l.(string)
	}
	row := maps.Clone(p)
	row[":LABEL"] = strings.Join(names, arrayDelimiter)
	return f.write("nodes-"+last, row)
}

func (f *importFiles) edge(kind, from, to string, p map[string]any) error {
	row := maps.Clone(p)
	row[":START_ID"], row[":END_ID"], row[":TYPE"] = from, to, kind
	return f.write("edges-"+kind, row)
}

func (f *importFiles) write(name string, row map[string]any) error {
	t := f.tables[name]
	if t == nil {
		t = &importTable{path: f.folder + "/" + name}
		f.tables[name] = t
	}
	if err := t.write(row); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

func (f *importFiles) close() error {
	var err error
	for _, name := range slices.Sorted(maps.Keys(f.tables)) {
		err = errors.Join(err, f.tables[name].close())
	}
	return err
}

// arguments name the files.
func (f *importFiles) arguments() []string {
	out := []string{"--id-type=string", "--array-delimiter=" + arrayDelimiter, "--bad-tolerance=0"}
	for _, name := range slices.Sorted(maps.Keys(f.tables)) {
		kind := "--nodes="
		if strings.HasPrefix(name, "edges-") {
			kind = "--relationships="
		}
		path := f.folder + "/" + name
		out = append(out, kind+path+".header.csv,"+path+".csv")
	}
	return out
}
