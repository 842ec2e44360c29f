package schema_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/actorgraph/actorgraph/schema"
)

// TestRecent: what is asked for stays, what is not goes, and the limit holds.
func TestRecent(t *testing.T) {
	r := schema.NewRecent(1_600)
	value := strings.Repeat("v", 90)
	held := func(key string) bool { v, ok := r.Get(t.Context(), key); return ok && v == value }
	r.Add(t.Context(), "poll", value)
	r.Add(t.Context(), "once", value)
	for i := range 100 {
		r.Add(t.Context(), fmt.Sprint(i), value)
		if !held("poll") {
			t.Fatalf("what is asked for all the time is gone after %d others", i)
		}
	}
	if held("once") {
		t.Error("what nobody asks for is still there")
	}
	kept := 0
	for i := range 100 {
		if held(fmt.Sprint(i)) {
			kept++
		}
	}
	if kept == 0 || kept > 17 {
		t.Errorf("%d values of 90 bytes are kept in 1600", kept)
	}
	r.Add(t.Context(), "huge", strings.Repeat("h", 1_000))
	if _, ok := r.Get(t.Context(), "huge"); ok || !held("poll") {
		t.Error("one huge value pushes others out")
	}
}
