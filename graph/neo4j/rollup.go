package neo4j

import (
	"fmt"
	"slices"

	"github.com/actorgraph/actorgraph/graph"
)

// Rollups are numbers of events by month, type and status, kept by every write: those of all events,
// with who tells of them, and those of each actor.

var (
	rollupReadText       = statement("rollup_read")
	rollupMoveText       = statement("rollup_move")
	rollupDropText       = statement("rollup_drop")
	rollupCountText      = statement("rollup_count")
	rollupEachText       = statement("rollup_each")
	actorRollupMoveText  = statement("actor_rollup_move")
	actorRollupDropText  = statement("actor_rollup_drop")
	actorRollupCountText = statement("actor_rollup_count")
)

// rollupProps are those of an event, so that the same conditions and keys are read from both.
func rollupProps(k graph.MonthlyKey) props {
	p := props{}
	p.number("start", int64(k.Start))
	p.number("end", int64(k.End))
	p.text("type", string(k.Type))
	p.text("quad", string(k.Type.Quad()))
	p.text("status", string(k.Status))
	p.flag("negated", k.Negated)
	return p
}

func rollupKey(k graph.MonthlyKey) string {
	key := fmt.Sprintf("%d/%d/%s/%s/%s/%t", k.Start, k.End, k.Type, k.Type.Quad(), k.Status, k.Negated)
	if k.Actor != "" {
		key = fmt.Sprintf("%s/%d/%s", k.Actor, k.Roles, key)
	}
	return key
}

// rollupRow is what a statement takes of a difference.
func rollupRow(m graph.Monthly) map[string]any {
	row := map[string]any{
		"key": rollupKey(m.MonthlyKey), "kind": map[string]any(rollupProps(m.MonthlyKey)), "events": int64(m.Events), "sum": m.Score,
	}
	if m.Actor != "" {
		row["actor"], row["roles"] = string(m.Actor), m.Roles
	}
	return row
}

// moveRollups writes what changes in the numbers of events by month.
func (t *transaction) moveRollups(sums graph.MonthlySums, told tellings) error {
	changes := sums.Changes()
	for k := range told {
		if m := sums[k]; m.Events == 0 && m.Score == 0 {
			changes = append(changes, graph.Monthly{MonthlyKey: k}) // as many events, told by others
		}
	}
	rows, fewer := rollupRows(changes)
	if err := t.tellRollups(rows, changes, told); err != nil {
		return err
	}
	return t.saveRollups(rollupMoveText, rollupDropText, rows, fewer)
}

// moveActorRollups writes what changes in those of actors.
func (t *transaction) moveActorRollups(sums graph.MonthlySums) error {
	rows, fewer := rollupRows(sums.Changes())
	return t.saveRollups(actorRollupMoveText, actorRollupDropText, rows, fewer)
}

// rollupRows are the rows of differences, and those of them that take away.
func rollupRows(changes []graph.Monthly) (rows, fewer []any) {
	for _, m := range changes {
		row := rollupRow(m)
		rows = append(rows, row)
		if m.Events < 0 {
			fewer = append(fewer, row)
		}
	}
	return rows, fewer
}

func (t *transaction) saveRollups(move, drop string, rows, fewer []any) error {
	sortRows(rows, "key")
	sortRows(fewer, "key")
	if err := t.execRows(move, rows); err != nil {
		return err
	}
	return t.execRows(drop, fewer)
}

// fromRollups is the statement that counts an Aggregation from what is kept, "" if that does not
// answer it.
func fromRollups(a graph.Aggregation) (string, map[string]any, error) {
	distinct := a.Distinct
	a.Distinct = false
	c := newFilters()
	text := rollupCountText
	switch {
	case a.Monthly() && distinct:
		text = rollupEachText
	case a.Monthly():
	case !distinct && a.Class == graph.ClassEvent:
		actor, roles, rest := ofActor(a.Where)
		a.Where = rest
		if actor == "" || !a.Monthly() {
			return "", nil, nil
		}
		text = actorRollupCountText
		c.params["actor"], c.params["roles"] = string(actor), roles
	default:
		return "", nil, nil
	}
	where, err := c.compile(graph.ClassEvent, "n", a.Matching())
	if err != nil {
		return "", nil, err
	}
	keys, err := c.keysOf(a)
	return fill(text, where, "FIRST", keys[0], "SECOND", keys[1]), c.with(map[string]any{}), err
}

// ofActor takes from a condition the one that an actor takes part, with the numbers of the roles
// in which it may; "" if there is none.
func ofActor(f graph.Filter) (actor graph.ID, roles []any, rest graph.Filter) {
	flat, ok := f.(graph.And)
	if !ok {
		flat = graph.And{f}
	}
	for i, g := range flat {
		actor, link, ok := graph.OneActor(g)
		if !ok {
			continue
		}
		for bits := int64(1); bits <= 3; bits++ {
			if link == graph.LinkActor || link == graph.LinkSource && bits&1 != 0 || link == graph.LinkTarget && bits&2 != 0 {
				roles = append(roles, bits)
			}
		}
		return actor, roles, slices.Delete(slices.Clone(flat), i, i+1)
	}
	return "", nil, nil
}
