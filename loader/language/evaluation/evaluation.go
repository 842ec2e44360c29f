// Package evaluation measures the language engine on development data: texts
// with sentences, tags, trees and names that people made, none of which the
// models have learned from.
package evaluation

import (
	"compress/gzip"
	"errors"
	"fmt"
	"io/fs"

	"github.com/actorgraph/actorgraph/loader/language"
)

// Trees says how well sentences, tags and trees of a set are found.
type Trees struct {
	Set string
	language.Accuracy
}

// Names says how well the names of a set are found.
type Names struct {
	Set   string
	Types map[language.NameType]language.Match
	// Capitals is the same with the text in capitals.
	Capitals map[language.NameType]language.Match
}

// Overall adds people, organisations and places up.
func Overall(types map[language.NameType]language.Match) language.Match {
	var sum language.Match
	for _, t := range threeTypes {
		sum.Right += types[t].Right
		sum.Found += types[t].Found
		sum.Wanted += types[t].Wanted
	}
	return sum
}

// Report holds what was measured. Sets that the data lack are left out.
type Report struct {
	Trees []Trees
	Names []Names
}

var treeSets = []struct{ name, file string }{
	{"EWT", "syntax/ewt_dev.conllu.gz"},
	{"GUM", "syntax/gum_dev.conllu.gz"},
}

// Run measures models on the sets in a folder of data.
func Run(m *language.Models, data fs.FS) (Report, error) {
	var r Report
	for _, s := range treeSets {
		a, err := measureTrees(m, data, s.file)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			continue
		case err != nil:
			return r, fmt.Errorf("%s: %w", s.file, err)
		}
		r.Trees = append(r.Trees, Trees{s.name, a})
	}
	for i := range nameSets {
		s := &nameSets[i]
		n, err := s.names(m, data, false)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			continue
		case err != nil:
			return r, fmt.Errorf("%s: %w", s.file, err)
		}
		shouted, err := s.names(m, data, true)
		if err != nil {
			return r, fmt.Errorf("%s: %w", s.file, err)
		}
		n.Capitals = shouted.Types
		r.Names = append(r.Names, n)
	}
	if len(r.Trees)+len(r.Names) == 0 {
		return r, fmt.Errorf("no set to measure with: the folder should hold syntax, entities, coref-linking or dev-only")
	}
	return r, nil
}

func measureTrees(m *language.Models, data fs.FS, name string) (language.Accuracy, error) {
	f, err := data.Open(name)
	if err != nil {
		return language.Accuracy{}, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return language.Accuracy{}, err
	}
	return m.Evaluate(z)
}
