package main

import (
	"slices"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/coding"
	"github.com/actorgraph/actorgraph/loader/coding/relation"
	"github.com/actorgraph/actorgraph/loader/identity"
	"github.com/actorgraph/actorgraph/loader/language"
)

// example is one pair of ends with what is known of it.
type example struct {
	document int
	features []uint32
	right    [relation.Labels]bool
	known    [relation.Labels]bool // whether right says anything of the label
}

// meaning is what a relation of a set says in our classes; swap where its tail is our "from".
type meaning struct {
	class relation.Class
	swap  bool
}

// meanings of the properties of KnowledgeNet and of Wikidata in Re-DocRED.
var meanings = map[string]meaning{
	"EMPLOYEE_OR_MEMBER_OF": {relation.Member, false}, "POLITICAL_AFFILIATION": {relation.Member, false},
	"CEO": {relation.Leader, true}, "HEADQUARTERS": {relation.Located, false}, "PLACE_OF_RESIDENCE": {relation.Located, false},
	"NATIONALITY": {relation.Citizen, false}, "SUBSIDIARY_OF": {relation.Part, false}, "FOUNDED_BY": {relation.Founder, true},
	"SPOUSE": {relation.Family, false}, "CHILD_OF": {relation.Family, false},

	"P17": {relation.Located, false}, "P131": {relation.Located, false}, "P159": {relation.Located, false}, "P276": {relation.Located, false},
	"P27":  {relation.Citizen, false},
	"P463": {relation.Member, false}, "P102": {relation.Member, false}, "P241": {relation.Member, false}, "P108": {relation.Member, false},
	"P35": {relation.Leader, true}, "P6": {relation.Leader, true}, "P488": {relation.Leader, true}, "P169": {relation.Leader, true},
	"P749": {relation.Part, false}, "P355": {relation.Part, true}, "P361": {relation.Part, false}, "P194": {relation.Part, true}, "P1001": {relation.Part, false},
	"P127": {relation.Owner, true}, "P137": {relation.Owner, true}, "P112": {relation.Founder, true},
	"P22": {relation.Family, false}, "P25": {relation.Family, false}, "P26": {relation.Family, false}, "P40": {relation.Family, false}, "P3373": {relation.Family, false},
}

// exampleList reads the documents as articles are read and labels their pairs.
func exampleList(docs []document) []example {
	var out []example
	for n := range docs {
		d := &docs[n]
		doc := coding.Repair(language.Analyse(d.Text))
		id := graph.ArticleID("", d.ID, d.Set, d.Text)
		cast := identity.Resolve(doc, identity.Context{Article: id}, identity.Default())
		for p := range pairs(doc, cast, id) {
			s := &doc.Sentences[p.Sentence]
			a, b := s.SpanOf(p.A.First, p.A.Last), s.SpanOf(p.B.First, p.B.Last)
			e := example{document: n}
			if d.Set == "knet" {
				d.passage(&e, &p, a, b)
			} else if !d.clusters(&e, a, b) {
				continue
			}
			if slices.Contains(e.known[:], true) {
				e.features = slices.Clone(p.Features)
				out = append(out, e)
			}
		}
	}
	return out
}

func pairs(doc *language.Document, cast *identity.Cast, id graph.ID) func(func(coding.Pair) bool) {
	return func(yield func(coding.Pair) bool) {
		coding.Pairs(doc, cast, coding.Context{Article: id}, yield)
	}
}

// passage labels a pair of KnowledgeNet, where passages were searched for some properties only.
func (d *document) passage(e *example, p *coding.Pair, a, b language.Span) {
	for _, x := range d.Annotated {
		if a.Start < x.Span[0] || b.End > x.Span[1] {
			continue
		}
		for _, property := range x.Properties {
			m, ok := meanings[property]
			if !ok {
				continue
			}
			for _, forward := range []bool{true, false} {
				from := &p.A
				if !forward {
					from = &p.B
				}
				person := from.Kind == "PERSON" || from.Kind == "OFFICIAL"
				if property == "HEADQUARTERS" && person || property == "PLACE_OF_RESIDENCE" && !person {
					continue
				}
				e.known[relation.LabelOf(m.class, forward)] = true
			}
		}
	}
	for _, r := range d.Relations {
		if m, ok := meanings[r.Type]; ok {
			head, tail := span(r.Head), span(r.Tail)
			if meet(a, head) && meet(b, tail) {
				e.set(relation.LabelOf(m.class, !m.swap))
			}
			if meet(a, tail) && meet(b, head) {
				e.set(relation.LabelOf(m.class, m.swap))
			}
		}
	}
}

// clusters labels a pair of Re-DocRED, where every relation of the document's things is listed.
// It reports whether both ends are among them.
func (d *document) clusters(e *example, a, b language.Span) bool {
	x, y := d.cluster(a), d.cluster(b)
	if x < 0 || y < 0 || x == y {
		return false
	}
	for l := range e.known {
		e.known[l] = true
	}
	for _, r := range d.Relations {
		if m, ok := meanings[r.Type]; ok {
			if r.HeadCluster == x && r.TailCluster == y {
				e.set(relation.LabelOf(m.class, !m.swap))
			}
			if r.HeadCluster == y && r.TailCluster == x {
				e.set(relation.LabelOf(m.class, m.swap))
			}
		}
	}
	return true
}

func (e *example) set(l relation.Label) { e.right[l], e.known[l] = true, true }

func (d *document) cluster(s language.Span) int {
	for _, x := range d.Entities {
		if meet(s, language.Span{Start: x.Start, End: x.End}) {
			return x.Cluster
		}
	}
	return -1
}

func span(s [2]int) language.Span { return language.Span{Start: s[0], End: s[1]} }

// meet reports whether two spans mark the same thing: they overlap by more than half of the shorter.
func meet(a, b language.Span) bool {
	common := min(a.End, b.End) - max(a.Start, b.Start)
	return common > 0 && 2*common > min(a.End-a.Start, b.End-b.Start) && 3*common > max(a.End-a.Start, b.End-b.Start)
}
