package command_test

import (
	"net/http"
	"strings"
	"testing"
	"time"
)

// BenchmarkStart is the time from starting the program over a graph to its first answer, and
// what it then takes.
func BenchmarkStart(b *testing.B) {
	store := generatedGraph(b, 2000)
	b.ReportAllocs()
	for b.Loop() {
		s := startProcess(b, store)
		a := attacker{s, &http.Client{Timeout: time.Minute}}
		if o, err := a.post("application/json", strings.NewReader(queryBody(heavy, ""))); err != nil || len(o.codes) > 0 {
			b.Fatalf("%+v, %v", o, err)
		}
		now, _ := s.memory(b)
		b.ReportMetric(float64(now), "MiB")
	}
}
