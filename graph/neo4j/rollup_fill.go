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
	err := s.writing(ctx, "migrate: who tells of events by month", fillTold)
	for gone := int64(1); gone > 0 && err == nil; {
		err = s.writing(ctx, "migrate: numbers of actors", func(t *transaction) error {
			return t.each(actorRollupClearText, map[string]any{"limit": int64(batch)}, func(r *row) error {
				gone = r.int("gone")
				return nil
			})
		})
	}
	for after := ""; err == nil; {
		more := false
		err = s.writing(ctx, "migrate: numbers of actors", func(t *transaction) error {
			var ids []any
			err := t.each(actorIDsText, map[string]any{"after": after, "limit": int64(actorsFilledAtOnce)}, func(r *row) error {
				ids = append(ids, r.text("id"))
				return nil
			})
			if err != nil {
				return err
			}
			if more = len(ids) > 0; !more {
				return errNothing
			}
			after = ids[len(ids)-1].(string)
			return t.countActors(ids)
		})
		if !more {
			break
		}
	}
	return err
}

// actorsFilledAtOnce is of how many actors a transaction of a fill counts the events.
const actorsFilledAtOnce = 500

// fillTold packs who tells of all events there are.
func fillTold(t *transaction) error {
	told := tellings{}
	for after, more := "", true; more; {
		found := 0
		err := t.each(rollupTellersText, map[string]any{"after": after, "limit": int64(batch)}, func(r *row) error {
			found++
			after = r.text("id")
			told.add(eventOfRow(r), props{"articleIds": r.value("articles"), "origins": r.value("origins")}, 1)
			return nil
		})
		if err != nil {
			return err
		}
		more = found == batch
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
