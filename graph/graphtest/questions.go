package graphtest

import (
	"fmt"
	"slices"

	"github.com/actorgraph/actorgraph/graph"
)

// listed are the classes that can be listed.
var listed = []graph.Class{graph.ClassActor, graph.ClassEvent, graph.ClassTie, graph.ClassEvidence, graph.ClassArticle, graph.ClassPlace}

var ordersOf = map[graph.Class][]graph.Order{
	graph.ClassActor:    {graph.ByRelevance, graph.ByName, graph.ByMostEvents, graph.ByMostMentions, graph.ByLastSeen},
	graph.ClassEvent:    {graph.ByRelevance, graph.ByNewest, graph.ByOldest, graph.ByMostSources},
	graph.ClassTie:      {graph.ByNewest},
	graph.ClassEvidence: {graph.ByRelevance, graph.ByNewest, graph.ByOldest, graph.ByConfidence},
	graph.ClassArticle:  {graph.ByRelevance, graph.ByNewest, graph.ByOldest},
	graph.ClassPlace:    {graph.ByName},
}

// firstCount is the first of a hundred numbers that stand for counts and relations.
const firstCount = 80

// ask puts one random question to both.
func (s *session) ask() {
	s.t.Helper()
	n := s.d.IntN(100)
	if s.counts {
		n = firstCount + n*(100-firstCount)/100
	}
	switch {
	case n < 10:
		s.compareNodes(s.ids(s.d.between(0, 20)))
	case n < 50:
		s.find()
	case n < firstCount:
		s.expand()
	case n < 92:
		s.aggregate()
	case n < 96:
		s.links()
	default:
		s.counterparts()
	}
}

var details = []graph.Detail{graph.Whole, graph.Brief, graph.Bare}

func (s *session) compareNodes(ids []graph.ID) {
	s.t.Helper()
	d := pick(s.d, details)
	want, _ := s.want.Nodes(s.t.Context(), graph.View{}, ids, d)
	got, err := s.store.Nodes(s.t.Context(), graph.View{}, ids, d)
	if err != nil || len(got) != len(ids) {
		s.fail(fmt.Sprintf("Nodes(%q)%s", ids, describeDetail(d)), fmt.Sprintf("%d nodes for %d ids, error %v", len(got), len(ids), err))
	}
	for i, id := range ids { // one by one, for a report that can be read
		if got[i] != nil {
			got[i] = d.Of(got[i])
		}
		s.equal(fmt.Sprintf("Nodes, %d of %d%s: %s", i+1, len(ids), describeDetail(d), id), ordinal(want[i], s.wantTimes), ordinal(got[i], s.storeTimes))
	}
}

// ids are random ids of any class: of what is there, of what was, and of nothing.
func (s *session) ids(n int) []graph.ID {
	all := s.allIDs()
	out := make([]graph.ID, n)
	for i := range out {
		out[i] = pick(s.d, all)
		if s.d.chance(10) {
			out[i] = graph.PlaceID("", fmt.Sprintf("nowhere %d", s.d.IntN(5)), "")
		}
	}
	return out
}

// of are the nodes of a class that are there now, by id.
func (s *session) of(c graph.Class) []graph.Node {
	var out []graph.Node
	for _, id := range s.allIDs() {
		if n := s.want.now.nodes[id]; n != nil && id.Class() == c {
			out = append(out, n)
		}
	}
	return out
}

// find compares one list, page by page to its end.
func (s *session) find() {
	s.t.Helper()
	d := s.d
	q := graph.Query{Class: pick(d, listed)}
	if d.chance(20) { // of actors there is most to ask
		q.Class = graph.ClassActor
	}
	if q.Class == graph.ClassActor && d.chance(60) || q.Class != graph.ClassTie && d.chance(35) {
		q.Search = s.search(q.Class)
	}
	if q.Search == "" && d.chance(80) || d.chance(25) {
		q.Where = s.filter(q.Class, d.IntN(4), 3)
	}
	if q.Class == graph.ClassActor && d.chance(30) {
		q.Kind = pick(d, graph.ActorKinds)
	}
	if d.chance(70) {
		if q.Order = pick(d, ordersOf[q.Class]); q.Order == graph.ByRelevance && q.Search == "" {
			q.Order = ""
		}
	}
	q.Detail, q.Page = pick(d, details), s.pageRequest()
	for range 40 { // pages
		want, err := s.want.Find(s.t.Context(), q)
		if err != nil {
			s.t.Fatalf("a random question is not valid: %s: %v", describeQuery(q), err)
		}
		for _, form := range s.forms() {
			got, err := form.reader.Find(s.t.Context(), q)
			if err != nil {
				s.fail(form.name+describeQuery(q), err.Error())
			}
			s.equal(form.name+describeQuery(q), ordinalPage(want, s.wantTimes), ordinalPage(reduced(got, q.Detail), s.storeTimes))
		}
		if !want.More || q.Page.First == 0 {
			return
		}
		q.Page.After = &want.Positions[len(want.Positions)-1]
	}
}

// form is the store, or a reader of it whose lists are forced into one form.
type form struct {
	name   string
	reader graph.Reader
}

func (s *session) forms() []form {
	return []form{{"", s.store}, {"walking: ", s.store.Walk}, {"driving: ", s.store.Drive}}
}

func (s *session) pageRequest() graph.PageRequest {
	return graph.PageRequest{First: pick(s.d, []int{0, 1, 2, 3, 5, 10, 20, graph.MaxPage}), Total: s.d.chance(50)}
}

// search is a word or two of something that is there, in part or whole.
func (s *session) search(c graph.Class) string {
	d := s.d
	nodes := s.of(c)
	if len(nodes) == 0 || d.chance(5) { // words that a search engine may take for its own
		return pick(d, []string{"nothing", "OR", "a AND", "NOT of", "NEAR(a b)", `"of`, "of*", "name:of", "{of}", "-of", "^of", "o'of"})
	}
	var text string
	switch n := pick(d, nodes).(type) {
	case *graph.Actor:
		names := append([]string{n.Name}, n.Aliases...)
		text = pick(d, names)
		if other := graph.Words(pick(d, names)); len(other) > 0 && d.chance(25) { // words of two names find nobody
			return pick(d, other) + " " + pick(d, append(graph.Words(text), ""))
		}
	case *graph.Event:
		text = s.want.now.passages[n.ID][0].Quote
		for _, e := range s.want.now.passages[n.ID] { // the same in every run
			text = min(text, e.Quote)
		}
	case *graph.Evidence:
		text = n.Quote
	case *graph.Article:
		text = n.Title + " " + string(n.Body)
	case *graph.Place:
		text = n.Name
	}
	if d.chance(40) && len(text) < 100 && len(graph.Words(text)) > 0 {
		return text
	}
	words := graph.Words(text)
	if len(words) == 0 {
		return "nothing"
	}
	out := ""
	for range d.between(1, 2) {
		word := []rune(pick(d, words))
		out += string(word[:d.between(1, len(word))]) + pick(d, []string{" ", "-", "  "})
	}
	return out
}

// expand compares one step from several parents, and the rest of the pages of one of them.
func (s *session) expand() {
	s.t.Helper()
	d := s.d
	edge := pick(d, allEdges)
	e := graph.Expansion{Edge: edge, Detail: pick(d, details), Page: s.pageRequest()}
	if d.chance(40) {
		e.Where = s.filter(edge.To(), d.IntN(3), 2)
	}
	if d.chance(60) {
		e.Order = pick(d, edge.Orders())
	}
	switch edge {
	case graph.EdgeEvents, graph.EdgeParticipants:
		e.Roles = some(d, graph.Roles, 2)
	case graph.EdgeTies:
		e.Relations = some(d, graph.Relations, 10)
		e.Direction = pick(d, []graph.Direction{"", graph.Out, graph.In, graph.Both})
	case graph.EdgeOfficials, graph.EdgeOffices, graph.EdgeMembers, graph.EdgeCountryOfficials:
		if d.chance(40) {
			e.At = s.dayOfTie()
		}
	}
	parents := s.parents(e)
	pages := s.compareExpansion(parents, e)
	i := d.IntN(len(pages))
	for range 40 { // pages
		if !pages[i].More || e.Page.First == 0 {
			return
		}
		e.Page.After = &pages[i].Positions[len(pages[i].Positions)-1]
		if d.chance(70) { // alone, or still beside the others
			parents, i = parents[i:i+1], 0
		}
		pages = s.compareExpansion(parents, e)
	}
}

func (s *session) compareExpansion(parents []graph.ID, e graph.Expansion) []graph.Page[graph.Hop] {
	s.t.Helper()
	want, err := s.want.Expand(s.t.Context(), parents, e)
	if err != nil {
		s.t.Fatalf("a random question is not valid: %s: %v", describeExpansion(parents, e), err)
	}
	got, err := s.store.Expand(s.t.Context(), parents, e)
	if err != nil {
		s.fail(describeExpansion(parents, e), err.Error())
	}
	s.equal("number of pages of "+describeExpansion(parents, e), len(want), len(got))
	for i := range want {
		question := describeExpansion(parents, e)
		if len(parents) > 1 {
			question += fmt.Sprintf(", parent %d", i)
		}
		s.equal(question, ordinalHops(want[i], s.wantTimes), ordinalHops(reducedHops(got[i], e.Detail), s.storeTimes))
	}
	return want
}

var allEdges = []graph.Edge{
	graph.EdgeEvents, graph.EdgeTies, graph.EdgeStatements, graph.EdgeMentions, graph.EdgeOfficials, graph.EdgeUnits,
	graph.EdgeOffices, graph.EdgeMembers, graph.EdgeCountryAgencies, graph.EdgeCountryOfficials, graph.EdgeCountryGroups,
	graph.EdgeParticipants, graph.EdgeEvidence, graph.EdgeArticleMentions, graph.EdgeArticleEvents, graph.EdgeArticleTies,
	graph.EdgeArticleEvidence, graph.EdgePlaceEvents,
}

// kindsFrom are the kinds from which an edge of actors starts, where not from all.
var kindsFrom = map[graph.Edge][]graph.ActorKind{
	graph.EdgeOfficials:        {graph.Agency},
	graph.EdgeUnits:            {graph.Agency},
	graph.EdgeMembers:          {graph.Group, graph.Organization},
	graph.EdgeCountryAgencies:  {graph.Country},
	graph.EdgeCountryOfficials: {graph.Country},
	graph.EdgeCountryGroups:    {graph.Country},
}

// dayOfTie is a day on which some tie begins or ends, or one nearby.
func (s *session) dayOfTie() graph.Date {
	if ties := s.of(graph.ClassTie); len(ties) > 0 {
		from, to := pick(s.d, ties).(*graph.Tie).Bounds()
		if day := pick(s.d, []graph.Date{from, to}); day != 0 {
			return day.AddDays(s.d.between(-1, 1))
		}
	}
	return firstDay.AddDays(s.d.between(-200, 500))
}

// parents are some from which the edge starts, most of them such that it leads somewhere,
// one perhaps twice, and a few from which it does not start: of another class, or not there.
func (s *session) parents(e graph.Expansion) []graph.ID {
	var right, fertile []graph.ID
	for _, class := range e.Edge.From() {
		for _, n := range s.of(class) {
			a, ok := n.(*graph.Actor)
			if kinds := kindsFrom[e.Edge]; ok && kinds != nil && !slices.Contains(kinds, a.Kind) {
				continue
			}
			right = append(right, n.NodeID())
			if len(s.want.now.hops(n, e, e.Edge.Orders()[0])) > 0 {
				fertile = append(fertile, n.NodeID())
			}
		}
	}
	var out []graph.ID
	for range s.d.between(1, 8) {
		switch {
		case len(fertile) > 0 && s.d.chance(60):
			out = append(out, pick(s.d, fertile))
		case len(right) > 0 && s.d.chance(75):
			out = append(out, pick(s.d, right))
		default:
			id := s.ids(1)[0]
			if s.want.now.nodes[id] != nil && slices.Contains(e.Edge.From(), id.Class()) {
				id = graph.ArticleID("", "nothing", "", "")
			}
			out = append(out, id)
		}
	}
	return out
}
