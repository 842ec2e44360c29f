package graph_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/graph"
)

func TestRecordedIntervals(t *testing.T) {
	at := func(hour int) time.Time { return time.Date(2016, 4, 25, hour, 0, 0, 0, time.UTC) }
	past := []graph.Interval{{From: at(1), To: at(2)}}
	present := []graph.Interval{{From: at(1), To: at(2)}, {From: at(3)}}
	for _, test := range []struct {
		name                      string
		recorded, reopened, ended []graph.Interval
		open                      bool
		recordedAt, retractedAt   time.Time
	}{
		{name: "never held", reopened: []graph.Interval{{From: at(5)}}},
		{
			name: "held once", recorded: past, ended: past,
			reopened:   []graph.Interval{{From: at(1), To: at(2)}, {From: at(5)}},
			recordedAt: at(1), retractedAt: at(2),
		},
		{
			name: "held again", recorded: present, reopened: present, open: true,
			ended:      []graph.Interval{{From: at(1), To: at(2)}, {From: at(3), To: at(5)}},
			recordedAt: at(1),
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			if d := cmp.Diff(test.reopened, graph.Reopened(test.recorded, at(5))); d != "" {
				t.Errorf("Reopened (-want +got):\n%s", d)
			}
			if d := cmp.Diff(test.ended, graph.Ended(test.recorded, at(5))); d != "" {
				t.Errorf("Ended (-want +got):\n%s", d)
			}
			if graph.Open(test.recorded) != test.open {
				t.Errorf("Open is %t", !test.open)
			}
			if got := graph.RecordedAt(test.recorded); !got.Equal(test.recordedAt) {
				t.Errorf("RecordedAt %v, want %v", got, test.recordedAt)
			}
			if got := graph.RetractedAt(test.recorded); !got.Equal(test.retractedAt) {
				t.Errorf("RetractedAt %v, want %v", got, test.retractedAt)
			}
		})
	}
	if !present[1].To.IsZero() {
		t.Error("the list that was given has changed")
	}
}
