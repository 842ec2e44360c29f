package graphtest

import (
	"slices"
	"strings"
	"time"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/actorgraph/actorgraph/graph"
)

// equal compares what the Reference and the store answer to one question.
func (s *session) equal(question string, want, got any) {
	s.t.Helper()
	if same(want, got) {
		return
	}
	if diff := gocmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		s.fail(question, "- reference, + store:\n"+diff)
	}
}

// fail ends the test with all that is needed to see the same again.
func (s *session) fail(question, difference string) {
	s.t.Helper()
	s.t.Fatalf("%s\n\n%s\n\nseed %d, world %v, writes so far (article, text, version of the extractor):\n  %s",
		question, difference, s.seed, s.world, strings.Join(s.history, "\n  "))
}

// moments are the times at which the nodes' rows came and went, in order, each once.
func moments(nodes []graph.Node) []time.Time {
	var out []time.Time
	for _, n := range nodes {
		eachTime(n, func(t *time.Time) {
			if !t.IsZero() {
				out = append(out, *t)
			}
		})
	}
	slices.SortFunc(out, time.Time.Compare)
	return slices.CompactFunc(out, time.Time.Equal)
}

// eachTime visits the recorded times of a node. The fields it leads to are the node's own.
func eachTime(n graph.Node, visit func(*time.Time)) {
	intervals := func(recorded []graph.Interval) {
		for i := range recorded {
			visit(&recorded[i].From)
			visit(&recorded[i].To)
		}
	}
	switch n := n.(type) {
	case *graph.Article:
		intervals(n.Recorded)
		for i := range n.Revisions {
			visit(&n.Revisions[i].RecordedAt)
			visit(&n.Revisions[i].ReplacedAt)
		}
	case *graph.Mention:
		intervals(n.Recorded)
	case *graph.Evidence:
		intervals(n.Recorded)
	case *graph.Event:
		visit(&n.RecordedAt)
	case *graph.Tie:
		visit(&n.RecordedAt)
	}
}

// copyNode copies a node and what eachTime visits of it.
func copyNode(n graph.Node) graph.Node {
	switch n := n.(type) {
	case *graph.Article:
		c := *n
		c.Recorded, c.Revisions = slices.Clone(n.Recorded), slices.Clone(n.Revisions)
		return &c
	case *graph.Mention:
		c := *n
		c.Recorded = slices.Clone(n.Recorded)
		return &c
	case *graph.Evidence:
		c := *n
		c.Recorded = slices.Clone(n.Recorded)
		return &c
	case *graph.Event:
		c := *n
		return &c
	case *graph.Tie:
		c := *n
		return &c
	}
	return n
}

// withoutTimes is a node without the times of its recording.
func withoutTimes(n graph.Node) graph.Node {
	n = copyNode(n)
	eachTime(n, func(t *time.Time) { *t = time.Time{} })
	return n
}

// ordinal is a node whose recorded times are numbered: the first moment of the store is
// second 1, and so on. What is none of the moments becomes second -1.
func ordinal(n graph.Node, moments []time.Time) graph.Node {
	n = copyNode(n)
	eachTime(n, func(t *time.Time) {
		if t.IsZero() {
			return
		}
		i := slices.IndexFunc(moments, t.Equal)
		if i < 0 {
			i = -2
		}
		*t = time.Unix(int64(i+1), 0).UTC()
	})
	return n
}

func ordinalNodes(nodes []graph.Node, moments []time.Time) []graph.Node {
	out := make([]graph.Node, len(nodes))
	for i, n := range nodes {
		out[i] = ordinal(n, moments)
	}
	return out
}

func ordinalPage(p graph.Page[graph.Node], moments []time.Time) graph.Page[graph.Node] {
	p.Items = ordinalNodes(p.Items, moments)
	return p
}

func ordinalHops(p graph.Page[graph.Hop], moments []time.Time) graph.Page[graph.Hop] {
	p.Items = slices.Clone(p.Items)
	for i := range p.Items {
		h := &p.Items[i]
		h.Node = ordinal(h.Node, moments)
		if h.Tie != nil {
			h.Tie = ordinal(h.Tie, moments).(*graph.Tie)
		}
	}
	return p
}

// reduced and reducedHops leave out what a store may leave out.
func reduced(p graph.Page[graph.Node], d graph.Detail) graph.Page[graph.Node] {
	p.Items = slices.Clone(p.Items)
	for i, n := range p.Items {
		p.Items[i] = d.Of(n)
	}
	return p
}

func reducedHops(p graph.Page[graph.Hop], d graph.Detail) graph.Page[graph.Hop] {
	p.Items = slices.Clone(p.Items)
	for i := range p.Items {
		h := &p.Items[i]
		h.Node = d.Of(h.Node)
		if h.Tie != nil {
			h.Tie = d.Of(h.Tie).(*graph.Tie)
		}
	}
	return p
}
