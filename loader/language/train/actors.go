package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/actorgraph/actorgraph/loader/language"
	"github.com/actorgraph/actorgraph/loader/language/internal/form"
	"github.com/actorgraph/actorgraph/loader/language/internal/naming"
)

// actors reads the bodies from a PETRARCH dictionary of actors: blocks of a
// name, further names after "+", and codes in brackets. Blocks with dates or
// the code of an elite are people.
func (g *gazetteer) actors(name string) error {
	data, err := os.ReadFile(name)
	if err != nil {
		return fmt.Errorf("actors: %w", err)
	}
	var names []string
	person := false
	flush := func() {
		for _, n := range names {
			if !person && isBody(n) {
				g.add("body", n)
			}
		}
		names, person = nil, false
	}
	for _, line := range strings.Split(string(data), "\n") {
		line, _, _ = strings.Cut(line, "#")
		line = strings.TrimRight(line, "\r\t ")
		if line == "" {
			continue
		}
		text, codes, coded := strings.Cut(line, "[")
		if text = strings.TrimSpace(text); text != "" {
			if text[0] != '+' {
				flush()
			}
			names = append(names, clean(text))
		}
		if coded && (strings.ContainsAny(codes, "><0123456789") || strings.Contains(codes, "ELI")) {
			person = true
		}
	}
	flush()
	return nil
}

// clean turns "+ISLAMIC_ARMY_OF_ADEN_(IAA)_" into "ISLAMIC ARMY OF ADEN".
func clean(s string) string {
	s, _, _ = strings.Cut(strings.TrimPrefix(s, "+"), "(")
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == '_' || r == ' ' }), " ")
}

// isBody leaves out offices ("UN SECRETARY GENERAL") and single words that are
// ordinary or a creed.
func isBody(name string) bool {
	words := language.Tokenize(name)
	for _, w := range words {
		if c := naming.CuesOf(form.Lower(w)); c&(naming.Title|naming.Role|naming.Speech) != 0 {
			return false
		}
	}
	if len(words) != 1 {
		return len(words) > 0
	}
	return naming.CuesOf(form.Lower(name)) == 0 && len(name) > 2
}
