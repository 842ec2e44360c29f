package language

import (
	"os"
	"strings"
	"testing"
	"time"
)

// BenchmarkStages runs the chain over a text of ours, on one core, and says what
// share of the time each stage takes.
func BenchmarkStages(b *testing.B) {
	data, err := os.ReadFile("testdata/sentences.txt")
	if err != nil {
		b.Fatal(err)
	}
	text := strings.Repeat(string(data), 10)
	words := len(strings.Fields(text))
	m := shipped()
	e := m.engines.Get().(*engine)
	defer m.engines.Put(e)
	var spent [4]time.Duration
	b.ReportAllocs()
	for b.Loop() {
		at := time.Now()
		lap := func(stage int) {
			now := time.Now()
			spent[stage] += now.Sub(at)
			at = now
		}
		t := decode(text)
		d := &Document{Text: t.string, starts: t.starts}
		e.segment(d, t)
		lap(0)
		for i := range d.Sentences {
			s := &d.Sentences[i]
			e.tagger.Tag(e.read(s), e.tagged[:len(s.Tokens)])
		}
		lap(1)
		for i := range d.Sentences {
			e.sentence(&d.Sentences[i])
		}
		lap(2)
		e.name(d.Sentences)
		lap(3)
	}
	spent[2] -= spent[1] // trees need tags: they were made twice
	all := spent[0] + spent[1] + spent[2] + spent[3]
	for i, stage := range []string{"sentences", "tags", "trees", "names"} {
		b.ReportMetric(float64(100*spent[i])/float64(all), "%-"+stage)
	}
	b.ReportMetric(float64(words)*float64(b.N)/all.Seconds(), "words/s")
}
