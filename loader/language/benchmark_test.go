package language_test

import (
	"os"
	"strings"
	"testing"

	"github.com/actorgraph/actorgraph/loader/language"
)

// BenchmarkAnalyse runs the whole chain over a text of ours, on one core.
func BenchmarkAnalyse(b *testing.B) {
	data, err := os.ReadFile("testdata/sentences.txt")
	if err != nil {
		b.Fatal(err)
	}
	text := strings.Repeat(string(data), 10)
	words := len(strings.Fields(text))
	language.Ready()
	for b.Loop() {
		language.Analyse(text)
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

// BenchmarkAnalyseAllCores analyses one text on every core at once.
func BenchmarkAnalyseAllCores(b *testing.B) {
	data, err := os.ReadFile("testdata/sentences.txt")
	if err != nil {
		b.Fatal(err)
	}
	text := strings.Repeat(string(data), 10)
	words := len(strings.Fields(text))
	language.Ready()
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			language.Analyse(text)
		}
	})
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

// BenchmarkLoad reads the models, as the first call of Analyse does.
func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := language.Load(os.DirFS("weights")); err != nil {
			b.Fatal(err)
		}
	}
}
