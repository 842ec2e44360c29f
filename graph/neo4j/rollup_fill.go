package neo4j

import (
	"context"

	"github.com/actorgraph/actorgraph/graph"
)

var (
	rollupTellersText     = statement("rollup_tellers")
	actorIDsText          = statement("actor_ids")
	actorRollupEventsText = statement("actor_rollup_events")
	actorRollupClearText  = statement("actor_rollup_clear")
)

// fillRollups adds to what is kept of the events of an older program: who tells of them, and the
// numbers of actors. Begun again, it begins anew.
func (s *Store) fillRollups(ctx context.Context) error {
	if err := s.writing(ctx, "migrate: who tells of events by month", s.fillTold); err != nil {
		return err
	}
	const doing = "migrate: numbers of actors"
	err := s.inSteps(ctx, doing, "", func(t *transaction, _ string) (string, bool, error) {
		gone := int64(0)
		err := t.each(actorRollupClearText, map[string]any{"limit": int64(s.filling.rows)}, func(r *row) error {
			gone = r.int("gone")
			return nil
		})
		return "", gone > 0, err
	})
	if err != nil {
		return err
	}
	atOnce := min(s.filling.rows, actorsFilledAtOnce)
	return s.inSteps(ctx, doing, beforeActors, func(t *transaction, after string) (string, bool, error) {
		var ids []any
		err := t.each(actorIDsText, map[string]any{"after": after, "limit": int64(atOnce)}, func(r *row) error {
			after = r.text("id")
			ids = append(ids, after)
			return nil
		})
		if err != nil || len(ids) == 0 {
			return "", false, err
		}
		return after, len(ids) == atOnce, t.countActors(ids)
	})
}

// actorsFilledAtOnce is of how many actors at most a transaction of a fill counts the events.
const actorsFilledAtOnce = 500

// fillTold packs who tells of all events there are. All of it is one transaction, in which numbers
// of one kind are written once.
func (s *Store) fillTold(t *transaction) error {
	told := tellings{}
	for after, more := beforeEvents, true; more; {
		found := 0
		err := t.each(rollupTellersText, map[string]any{"after": after, "limit": int64(s.filling.rows)}, func(r *row) error {
			found++
			after = r.text("id")
			told.add(eventOfRow(r), props{"articleIds": r.value("articles"), "origins": r.value("origins")}, 1)
			return nil
		})
		if err != nil {
			return err
		}
		more = found == s.filling.rows
	}
	return t.moveRollups(graph.MonthlySums{}, told)
}

// countActors counts the events of some actors.
func (t *transaction) countActors(ids []any) error {
	sums := graph.MonthlySums{}
	err := t.each(actorRollupEventsText, map[string]any{"ids": ids}, func(r *row) error {
		e := eventOfRow(r)
		e.Score = int(r.int("score"))
		e.Participants = []graph.Participant{{ActorID: r.id("actor"), Roles: graph.RolesOf(r.int("roles")), Standing: graph.StandingStated}}
		sums.AddActors(e, 1)
		return nil
	})
	if err != nil {
		return err
	}
	return t.moveActorRollups(sums)
}

// eventOfRow is what counts by month look at of an event.
func eventOfRow(r *row) *graph.Event {
	e := &graph.Event{Type: graph.EventType(r.text("type"))}
	e.Status, e.Negated = graph.Status(r.text("status")), r.flag("negated")
	e.When = &graph.Period{Start: graph.Date(r.int("start")), End: graph.Date(r.int("end"))}
	return e
}
