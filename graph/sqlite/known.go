package sqlite

import (
	"github.com/actorgraph/actorgraph/graph"
)

// known is what the file holds of all that a batch speaks of. The batch's articles are
// compared with it one after another; what one changes, the next finds changed.
type known struct {
	articles map[graph.ID]*knownArticle
	mentions map[graph.ID]map[graph.ID][]any // rows by article and id, open and closed
	evidence map[graph.ID]map[graph.ID][]any
	records  map[graph.ID][]any
	said     map[graph.ID]*graph.ActorRecord // the records that the batch itself gave last
	places   map[graph.ID]*placeRow
}

type knownArticle struct {
	number int64
	row    []any
	articleRow
}

func newKnown() *known {
	return &known{
		articles: map[graph.ID]*knownArticle{},
		mentions: map[graph.ID]map[graph.ID][]any{},
		evidence: map[graph.ID]map[graph.ID][]any{},
		records:  map[graph.ID][]any{},
		said:     map[graph.ID]*graph.ActorRecord{},
		places:   map[graph.ID]*placeRow{},
	}
}

// record is what was said last of an actor.
func (k *known) record(id graph.ID) (graph.ActorRecord, error) {
	if r := k.said[id]; r != nil {
		return *r, nil
	}
	return decodeActorRecord(k.records[id])
}

// load reads what is known.
func (w *writing) load(xs []graph.Extraction) error {
	var articleIDs, actorIDs, placeIDs []graph.ID
	for i := range xs {
		x := &xs[i]
		articleIDs = append(articleIDs, x.Article.ID)
		for j := range x.Actors {
			actorIDs = append(actorIDs, x.Actors[j].ID)
		}
		for j := range x.Places {
			placeIDs = append(placeIDs, x.Places[j].ID)
		}
	}
	if err := w.loadArticles(articleIDs); err != nil {
		return err
	}
	err := w.lookUpIDs(actorRecords, actorIDs, func(id graph.ID, _ int64, row []any) error {
		w.known.records[id] = row
		return nil
	})
	if err != nil {
		return err
	}
	return w.lookUpIDs(places, placeIDs, func(id graph.ID, _ int64, row []any) error {
		p, err := decodePlace(row)
		w.known.places[id] = p
		return err
	})
}

func (w *writing) loadArticles(ids []graph.ID) error {
	var keys []int64 // of those that are there
	err := w.lookUpIDs(articles, ids, func(id graph.ID, number int64, row []any) error {
		a, err := decodeArticle(row)
		if err != nil {
			return err
		}
		w.known.articles[id] = &knownArticle{number, row, *a}
		keys = append(keys, row[0].(int64))
		return nil
	})
	if err != nil {
		return err
	}
	for _, of := range []struct {
		table *table
		rows  map[graph.ID]map[graph.ID][]any
	}{{mentions, w.known.mentions}, {evidences, w.known.evidence}} {
		id, article := of.table.index("id"), of.table.index("article_id")
		err := w.lookUp(of.table, "article", keys, func(_ int64, row []any) error {
			a := graph.ID(row[article].(string))
			if of.rows[a] == nil {
				of.rows[a] = map[graph.ID][]any{}
			}
			of.rows[a][graph.ID(row[id].(string))] = row
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// lookUp reads the rows of a table in which a column is one of the keys.
func (w *writing) lookUp(t *table, column string, keys []int64, each func(number int64, row []any) error) error {
	if len(keys) == 0 {
		return nil
	}
	text := "SELECT n.row, " + t.list("n.") + " FROM json_each(?) AS k CROSS JOIN " + t.name + " AS n ON n." + column + " = k.value"
	return w.conn.query(w.ctx, func(row []any) error { return each(row[0].(int64), row[1:]) }, text, encode(keys))
}

// lookUpIDs reads the rows of some ids, each once.
func (w *writing) lookUpIDs(t *table, ids []graph.ID, each func(id graph.ID, number int64, row []any) error) error {
	byKey := make(map[int64]graph.ID, len(ids))
	keys := make([]int64, 0, len(ids))
	for _, id := range ids {
		key, ok := keyOf(id)
		if !ok {
			continue
		}
		if other, seen := byKey[key]; !seen {
			byKey[key] = id
			keys = append(keys, key)
		} else if err := checkID(id, string(other)); err != nil {
			return err
		}
	}
	return w.lookUp(t, "key", keys, func(number int64, row []any) error {
		id := byKey[row[0].(int64)]
		if err := checkID(id, row[1].(string)); err != nil {
			return err
		}
		return each(id, number, row)
	})
}
