package neo4j

import (
	"maps"
	"slices"

	"github.com/actorgraph/actorgraph/graph"
)

// known is what the database holds of all that a batch speaks of. The batch's articles are
// compared with it one after another; what one changes, the next finds changed.
type known struct {
	articles map[graph.ID]*knownArticle
	mentions map[graph.ID]map[graph.ID]props // by article and id, open and closed
	evidence map[graph.ID]map[graph.ID]props
	actors   map[graph.ID]*knownActor
	places   map[graph.ID]*placeNode
}

type knownArticle struct {
	props props
	*articleNode
}

// knownActor is an actor as the database has it, and its record as the batch tells it.
type knownActor struct {
	record graph.ActorRecord
	*actorNode
	props props // nil if it is not there
}

func newKnown() *known {
	return &known{
		articles: map[graph.ID]*knownArticle{},
		mentions: map[graph.ID]map[graph.ID]props{},
		evidence: map[graph.ID]map[graph.ID]props{},
		actors:   map[graph.ID]*knownActor{},
		places:   map[graph.ID]*placeNode{},
	}
}

var (
	knownText      = statement("known")
	passagesText   = statement("passages")
	evidenceOfText = statement("evidence_of")
)

// load reads what is known.
func (w *writing) load(xs []graph.Extraction) error {
	var articles, actors, places []graph.ID
	for i := range xs {
		x := &xs[i]
		articles = append(articles, x.Article.ID)
		for j := range x.Actors {
			actors = append(actors, x.Actors[j].ID)
		}
		for j := range x.Places {
			places = append(places, x.Places[j].ID)
		}
	}
	if err := w.loadArticles(articles); err != nil {
		return err
	}
	if err := w.loadActors(actors); err != nil {
		return err
	}
	return w.loadPlaces(places)
}

func (w *writing) loadArticles(ids []graph.ID) error {
	var there []graph.ID
	err := w.lookUp(ids, func(id graph.ID, p props, open bool) error {
		a, err := decodeArticle(p, open)
		w.known.articles[id] = &knownArticle{p, a}
		there = append(there, id)
		return err
	})
	if err != nil || len(there) == 0 {
		return err
	}
	return w.each(passagesText, map[string]any{"ids": idList(there)}, func(r *row) error {
		p := r.props("node")
		of := w.known.mentions
		if p.id().Class() == graph.ClassEvidence {
			of = w.known.evidence
		}
		f := &fields{props: p}
		article := f.id("articleId")
		if of[article] == nil {
			of[article] = map[graph.ID]props{}
		}
		of[article][p.id()] = p
		return f.end()
	})
}

// loadActors reads the actors that are not known yet.
func (w *writing) loadActors(ids []graph.ID) error {
	return w.lookUp(without(ids, w.known.actors), func(id graph.ID, p props, open bool) error {
		a, err := decodeActorNode(p, open)
		w.known.actors[id] = &knownActor{a.ActorRecord, a, p}
		return err
	})
}

// loadPlaces reads the places that are not known yet. Ids of other classes are left out.
func (w *writing) loadPlaces(ids []graph.ID) error {
	ids = slices.DeleteFunc(slices.Clone(ids), func(id graph.ID) bool { return id.Class() != graph.ClassPlace })
	return w.lookUp(without(ids, w.known.places), func(id graph.ID, p props, open bool) error {
		place, err := decodePlace(p, open)
		w.known.places[id] = place
		return err
	})
}

// lookUp reads nodes by id, each once.
func (w *writing) lookUp(ids []graph.ID, each func(id graph.ID, p props, open bool) error) error {
	if len(ids) == 0 {
		return nil
	}
	return w.each(knownText, map[string]any{"ids": idList(ids)}, func(r *row) error {
		p := r.props("node")
		return each(p.id(), p, !r.flag("closed"))
	})
}

// without are the ids that m does not hold.
func without[V any](ids []graph.ID, m map[graph.ID]V) []graph.ID {
	return slices.DeleteFunc(slices.Clone(ids), func(id graph.ID) bool {
		_, known := m[id]
		return known
	})
}

// idList are ids as a parameter: sorted, each once.
func idList(ids []graph.ID) []any {
	ids = slices.Clone(ids)
	slices.Sort(ids)
	ids = slices.Compact(ids)
	out := make([]any, len(ids))
	for i, id := range ids {
		out[i] = string(id)
	}
	return out
}

// sortedKeys are the keys of m in order.
func sortedKeys[V any](m map[graph.ID]V) []graph.ID {
	return slices.Sorted(maps.Keys(m))
}
