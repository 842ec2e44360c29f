package graphtest

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/actorgraph/actorgraph/graph"
)

// session is one world on its way into a store and a Reference.
type session struct {
	t     testing.TB
	d     dice
	seed  uint64
	world *World
	store Subject
	want  Reference

	counts bool // asks for counts and relations alone

	history []string        // the writes so far, for the report
	last    []reading       // of the last write
	loaded  map[int]reading // what each article was last loaded as
	applied graph.Sequence  // of the store's change log
	at      time.Time       // of its last entry
	alive   map[graph.ID]bool
	// The times at which rows came and went, in order, in the store and in the Reference:
	// they differ, but not in their order.
	storeTimes, wantTimes []time.Time
}

// reading is one text of an article, as read by one version of the extractor.
type reading struct{ article, text, version int }

func (r reading) String() string {
	return fmt.Sprintf("Extraction(%d, %d, %d)", r.article, r.text, r.version)
}

// followLog reads what the store's change log says of a change that those articles may have
// caused, and checks that it says exactly what came, changed and went.
func (s *session) followLog(causes []graph.ID, want []graph.Change) {
	s.t.Helper()
	said := map[graph.ID]string{}
	var at time.Time
	for {
		limit := s.d.between(1, 50)
		changes, err := s.store.Changes(s.t.Context(), s.applied, limit)
		if err != nil || len(changes) > limit {
			s.fail("Changes", fmt.Sprintf("%d entries of at most %d, error %v", len(changes), limit, err))
		}
		for _, c := range changes {
			switch {
			case c.Sequence <= s.applied:
				s.fail("Changes", fmt.Sprintf("entry %d follows %d", c.Sequence, s.applied))
			case !c.At.After(s.at):
				s.fail("Changes", fmt.Sprintf("entry %d is of %v, and the write before it of %v", c.Sequence, c.At, s.at))
			case !at.IsZero() && !c.At.Equal(at):
				s.fail("Changes", fmt.Sprintf("one write, two times: %v and %v", at, c.At))
			case !slices.Contains(causes, c.CausedBy):
				s.fail("Changes", fmt.Sprintf("entry %d is caused by %q, which is none of %q", c.Sequence, c.CausedBy, causes))
			case said[c.Node] != "":
				s.fail("Changes", fmt.Sprintf("%s stands twice", c.Node))
			}
			at, s.applied, said[c.Node] = c.At, c.Sequence, says(c)
		}
		if len(changes) < limit {
			break
		}
	}
	if !at.IsZero() {
		s.at = at
	}
	should := map[graph.ID]string{}
	for _, c := range want {
		should[c.Node] = says(c)
	}
	s.equal("change log", should, said)
}

// says is what an entry of the log says of its node.
func says(c graph.Change) string {
	return fmt.Sprint(c.Kind, " ", strings.Join(c.Fields, " "), " ", c.Reason)
}

// allIDs are the ids of all that ever was in the Reference, closed rows included.
func (s *session) allIDs() []graph.ID {
	if s.alive == nil {
		s.alive = map[graph.ID]bool{}
	}
	for id := range s.want.now.nodes {
		s.alive[id] = true // from now on, even when it goes
	}
	return slices.SortedFunc(maps.Keys(s.alive), func(a, b graph.ID) int { return cmp.Compare(a, b) })
}

// learnTimes finds the moments at which rows came and went, on both sides.
func (s *session) learnTimes() {
	s.t.Helper()
	ids := s.allIDs()
	want, err := s.want.Nodes(s.t.Context(), graph.View{}, ids, graph.Whole)
	got, err2 := s.store.Nodes(s.t.Context(), graph.View{}, ids, graph.Whole)
	if err := errors.Join(err, err2); err != nil || len(got) != len(ids) {
		s.fail("Nodes", fmt.Sprintf("%d nodes for %d ids, error %v", len(got), len(ids), err))
	}
	s.wantTimes, s.storeTimes = moments(want), moments(got)
	if len(s.wantTimes) != len(s.storeTimes) {
		s.fail("recorded times", fmt.Sprintf("rows came and went at %d moments: %v\nin the store at %d: %v", len(s.wantTimes), s.wantTimes, len(s.storeTimes), s.storeTimes))
	}
}

// compareAll compares every node that ever was, by id, and the counts.
func (s *session) compareAll() {
	s.t.Helper()
	ids := s.allIDs()
	s.d.Shuffle(len(ids), func(i, j int) { ids[i], ids[j] = ids[j], ids[i] })
	for chunk := range slices.Chunk(ids, s.d.between(1, 100)) {
		s.compareNodes(chunk)
	}
	s.compareTexts(ids)
	s.compareInfo()
}

// compareTexts compares all texts that the articles among ids ever had.
func (s *session) compareTexts(ids []graph.ID) {
	s.t.Helper()
	var of []graph.RevisionID
	for _, id := range ids {
		if t := s.want.articles[id]; t != nil {
			for number := range len(t.article.Revisions) + 2 {
				of = append(of, graph.RevisionID{Article: id, Number: number})
			}
		}
	}
	want, _ := s.want.Texts(s.t.Context(), of)
	got, err := s.store.Texts(s.t.Context(), of)
	if err != nil {
		s.fail("Texts", err.Error())
	}
	s.equal(fmt.Sprintf("Texts %v", of), want, got)
}

func (s *session) compareInfo() {
	s.t.Helper()
	want, _ := s.want.Info(s.t.Context())
	got, err := s.store.Info(s.t.Context())
	if err != nil {
		s.fail("Info", err.Error())
	}
	if got.Store == "" || got.LastChange != s.applied || !got.LastChangeAt.Equal(s.at) {
		s.fail("Info", fmt.Sprintf("%+v, where the log ends with %d at %v", got, s.applied, s.at))
	}
	got.Store, want.Store = "", ""
	got.LastChange, want.LastChange = 0, 0
	got.LastChangeAt, want.LastChangeAt = time.Time{}, time.Time{}
	s.equal("Info", want, got)
}
