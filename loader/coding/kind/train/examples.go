package main

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// sense is an example of a sense of the tables.
type sense struct {
	lemma string // with the particle, "take_over"
	typ   graph.EventType
	text  string
}

// senseExamples are those of the tables of predicates in a folder, verbs before nouns.
func senseExamples(dir string) ([]sense, error) {
	var out []sense
	for _, name := range []string{"verbs.tsv", "nouns.tsv"} {
		b, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			return nil, err
		}
		for _, line := range strings.Split(string(b), "\n") {
			f := strings.Split(line, "\t")
			if !strings.HasPrefix(line, "#") && len(f) == 7 && f[6] != "-" {
				out = append(out, sense{f[0], graph.EventType(f[2]), f[6]})
			}
		}
	}
	return out, nil
}
