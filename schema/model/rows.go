package model

import (
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// row says how the read-ahead goes through one field: by ids that the parent holds, inside
// plain values of the parent, along an edge, or to the text of an article. One of these is
// set; none where the values below hold nothing to read.
type row struct {
	ids    func(out []graph.ID, parent any) []graph.ID // appends
	inside func(out []any, parent any) []any           // appends
	edge   graph.Edge
	text   func(parent any) graph.RevisionID
}

// rowOf finds the row of a field of a type, of one of its interfaces, or of all pages.
func (s *Source) rowOf(typ, field string) (row, bool) {
	for _, name := range s.names[typ] {
		if r, ok := rows[name+"."+field]; ok {
			return r, true
		}
	}
	for _, suffix := range []string{"Connection", "Edge"} {
		if strings.HasSuffix(typ, suffix) {
			r, ok := rows[suffix+"."+field]
			return r, ok
		}
	}
	return row{}, false
}

// rows has one row for every field outside Query that leads to an object, one for summary,
// which is made of names, and one for the texts of articles, which nodes do not hold.
var rows = map[string]row{
	"Actor.country":      id(func(a Actor) graph.ID { return a.record().CountryID }),
	"Actor.events":       {edge: graph.EdgeEvents},
	"Actor.ties":         {edge: graph.EdgeTies},
	"Actor.counterparts": {edge: edgeCounterparts},
	"Actor.statements":   {edge: graph.EdgeStatements},
	"Actor.mentions":     {edge: graph.EdgeMentions},

	"Agency.officials":     {edge: graph.EdgeOfficials},
	"Agency.units":         {edge: graph.EdgeUnits},
	"Agency.parent":        id(func(a Agency) graph.ID { return a.ParentID }),
	"Official.offices":     {edge: graph.EdgeOffices},
	"Group.members":        {edge: graph.EdgeMembers},
	"Organization.members": {edge: graph.EdgeMembers},
	"Country.territory":    id(func(c Country) graph.ID { return c.TerritoryID }),
	"Country.agencies":     {edge: graph.EdgeCountryAgencies},
	"Country.officials":    {edge: graph.EdgeCountryOfficials},
	"Country.groups":       {edge: graph.EdgeCountryGroups},

	"Mention.article": id(func(m Mention) graph.ID { return m.ArticleID }),
	"Mention.actor":   id(func(m Mention) graph.ID { return m.ActorID }),

	"Fact.summary":       ids(func(f Fact) []graph.ID { return namesIn(f) }),
	"Fact.stages":        inside(func(f Fact) []Stage { return stages(f.stated().Stages) }),
	"Fact.corroboration": plain,
	"Fact.disagreements": inside(func(f Fact) []Disagreement { return wrapDisagreements(f.stated().Disagreements) }),
	"Fact.evidence":      {edge: graph.EdgeEvidence},

	"Event.when":         plain,
	"Event.places":       ids(func(e Event) []graph.ID { return e.PlaceIDs }),
	"Event.sources":      ids(func(e Event) []graph.ID { return e.Actors(graph.Source) }),
	"Event.targets":      ids(func(e Event) []graph.ID { return e.Actors(graph.Target) }),
	"Event.participants": {edge: graph.EdgeParticipants},
	"Event.numbers":      inside(func(e Event) []Quantity { return quantities(e.Event.Numbers, "") }),
	"Event.about":        ids(func(e Event) []graph.ID { return e.AboutIDs }),

	"Tie.from":   id(func(t Tie) graph.ID { return t.FromID }),
	"Tie.to":     id(func(t Tie) graph.ID { return t.ToID }),
	"Tie.since":  plain,
	"Tie.until":  plain,
	"Tie.stated": plain,

	"Stage.when":                 plain,
	"Stage.evidence":             id(func(s Stage) graph.ID { return s.EvidenceID }),
	"Disagreement.values":        inside(func(d Disagreement) []DisagreementValue { return d.Values }),
	"DisagreementValue.evidence": ids(func(v DisagreementValue) []graph.ID { return v.EvidenceIDs }),
	"Quantity.evidence":          id(func(q Quantity) graph.ID { return q.EvidenceID }),

	"Evidence.fact":        id(func(e Evidence) graph.ID { return e.FactID }),
	"Evidence.article":     id(func(e Evidence) graph.ID { return e.ArticleID }),
	"Evidence.since":       plain,
	"Evidence.until":       plain,
	"Evidence.when":        plain,
	"Evidence.wordings":    inside(func(e Evidence) []Wording { return e.Wordings() }),
	"Evidence.numbers":     inside(func(e Evidence) []Quantity { return e.Numbers() }),
	"Evidence.attribution": inside(func(e Evidence) []Attribution { return e.Attribution() }),
	"Evidence.speaker":     id(func(e Evidence) graph.ID { return e.Evidence.Speaker() }),
	"Evidence.steps":       plain,
	"Wording.party":        id(func(w Wording) graph.ID { return w.Wording.Party }),
	"Wording.number":       inside(func(w Wording) []Quantity { return present(w.Number()) }),
	"Attribution.speaker":  id(func(a Attribution) graph.ID { return a.Attribution.Speaker }),

	"Article.text":      {text: func(parent any) graph.RevisionID { return parent.(Article).present() }},
	"Article.revisions": plain,
	"Article.copyOf":    id(func(a Article) graph.ID { return a.CopyOfID }),
	"Article.mentions":  {edge: graph.EdgeArticleMentions},
	"Article.events":    {edge: graph.EdgeArticleEvents},
	"Article.ties":      {edge: graph.EdgeArticleTies},
	"Article.evidence":  {edge: graph.EdgeArticleEvidence},

	"Place.country": id(func(p Place) graph.ID { return p.CountryID }),
	"Place.within":  id(func(p Place) graph.ID { return p.WithinID }),
	"Place.events":  {edge: graph.EdgePlaceEvents},

	"Change.node":     id(func(c Change) graph.ID { return c.entry.Change.Node }),
	"Change.causedBy": id(func(c Change) graph.ID { return c.entry.CausedBy }),

	"EventStats.buckets":   inside(func(s EventStats) []EventBucket { return s.Buckets() }),
	"EventBucket.keys":     inside(func(b EventBucket) []BucketKey { return b.Keys() }),
	"ArticleStats.buckets": inside(func(s ArticleStats) []ArticleBucket { return s.Buckets() }),
	"ArticleBucket.keys":   inside(func(b ArticleBucket) []BucketKey { return b.Keys() }),
	"BucketKey.actor":      id(func(k BucketKey) graph.ID { return k.Key.Actor }),
	"BucketKey.place":      id(func(k BucketKey) graph.ID { return k.Key.Place }),

	"Network.actors": ids(func(n Network) []graph.ID { return n.ends() }),
	"Network.links":  inside(func(n Network) []Link { return n.Links() }),
	"Link.source":    id(func(l Link) graph.ID { return l.PairLink.Source }),
	"Link.target":    id(func(l Link) graph.ID { return l.PairLink.Target }),

	"Connection.edges":    {inside: hopsOf},
	"Connection.pageInfo": plain,
	"Edge.node":           {inside: func(out []any, h any) []any { return append(out, wrap(h.(*graph.Hop).Node)) }},
	"Edge.tie":            inside(func(h *graph.Hop) []Tie { return wrapTie(h.Tie) }),
	"Edge.other":          id(func(h *graph.Hop) graph.ID { return farEnd(h) }),
	"Edge.number":         inside(func(h *graph.Hop) []Quantity { return present(quantity(h.Number, "")) }),
}

var plain = row{}

func id[T any](of func(T) graph.ID) row {
	return row{ids: func(out []graph.ID, parent any) []graph.ID { return append(out, of(parent.(T))) }}
}

func ids[T any](of func(T) []graph.ID) row {
	return row{ids: func(out []graph.ID, parent any) []graph.ID { return append(out, of(parent.(T))...) }}
}

func inside[T, V any](of func(T) []V) row {
	return row{inside: func(out []any, parent any) []any {
		for _, v := range of(parent.(T)) {
			out = append(out, v)
		}
		return out
	}}
}

// hopsOf are pointers into a page, which spare the walk a copy of each hop.
func hopsOf(out []any, page any) []any {
	items := page.(graph.Page[graph.Hop]).Items
	for i := range items {
		out = append(out, &items[i])
	}
	return out
}

func present[T any](v *T) []T {
	if v == nil {
		return nil
	}
	return []T{*v}
}

func wrapTie(t *graph.Tie) []Tie {
	if t == nil {
		return nil
	}
	return []Tie{{t}}
}
