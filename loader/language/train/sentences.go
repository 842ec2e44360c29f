package main

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"unicode"

	"github.com/actorgraph/actorgraph/loader/language/internal/annotated"
	"github.com/actorgraph/actorgraph/loader/language/internal/perceptron"
)

//go:embed sentences/*.txt
var sentences embed.FS

// timesFilled is how often each of our sentences is filled with other names.
const timesFilled = 12

// grammar says what the slots of our sentences stand for.
type grammar struct {
	rules  map[string][]string
	random perceptron.Random
}

// ownSentences returns our sentences with their slots filled and their names
// marked. lists are slots whose alternatives come from tables.
func ownSentences(lists map[string][]string) ([]annotated.Document, error) {
	g := &grammar{rules: map[string][]string{}}
	for slot, names := range lists {
		g.rules[slot] = names
	}
	names, err := fs.Glob(sentences, "sentences/*.txt")
	if err != nil {
		return nil, err
	}
	slices.Sort(names)
	var lines []string
	for _, name := range names {
		data, err := sentences.ReadFile(name)
		if err != nil {
			return nil, err
		}
		for n, l := range strings.Split(string(data), "\n") {
			l = strings.TrimSpace(l)
			switch slot, values, ok := strings.Cut(l, " = "); {
			case l == "" || l[0] == '#':
			case name == "sentences/grammar.txt" && !ok:
				return nil, fmt.Errorf("%s, line %d: no rule", name, n+1)
			case name == "sentences/grammar.txt":
				g.rules[slot] = strings.Split(values, " | ")
			default:
				lines = append(lines, l)
			}
		}
	}
	var out []annotated.Document
	for range timesFilled {
		for n, l := range lines {
			d, err := g.document(l)
			if err != nil {
				return nil, fmt.Errorf("sentence %d, %q: %w", n+1, l, err)
			}
			out = append(out, d)
		}
	}
	return out, nil
}

// document fills one line and finds its marks.
func (g *grammar) document(line string) (annotated.Document, error) {
	filled, err := g.fill(line, map[string]string{}, 0)
	if err != nil {
		return annotated.Document{}, err
	}
	var d annotated.Document
	var text []rune
	start, typ := -1, ""
	for rest := filled; rest != ""; {
		switch {
		case rest[0] == '[' && start < 0:
			var ok bool
			if typ, rest, ok = strings.Cut(rest[1:], " "); !ok || types[typ] == "" {
				return d, fmt.Errorf("a mark without a type, in %q", filled)
			}
			start = len(text)
			continue
		case rest[0] == ']':
			if start < 0 {
				return d, fmt.Errorf("a mark that closes nothing, in %q", filled)
			}
			d.Entities = append(d.Entities, annotated.Entity{Start: start, End: len(text), Type: typ})
			start = -1
			rest = rest[1:]
			continue
		}
		r := []rune(rest[:min(len(rest), 4)])[0]
		text = append(text, r)
		rest = rest[len(string(r)):]
	}
	if start >= 0 {
		return d, fmt.Errorf("a mark stays open, in %q", filled)
	}
	d.Text = string(text)
	return d, nil
}

// deepest is how far slots may stand for each other.
const deepest = 8

// fill replaces the slots of a line. kept has those with a name of their own.
func (g *grammar) fill(line string, kept map[string]string, depth int) (string, error) {
	if depth > deepest {
		return "", fmt.Errorf("slots go round in circles")
	}
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(line, "{")
		b.WriteString(before)
		if !ok {
			return b.String(), nil
		}
		slot, rest, ok := strings.Cut(rest, "}")
		if !ok {
			return "", fmt.Errorf("slot %q stays open", slot)
		}
		line = rest
		value, err := g.value(slot, kept, depth)
		if err != nil {
			return "", err
		}
		b.WriteString(value)
	}
}

// value returns what one slot stands for.
func (g *grammar) value(slot string, kept map[string]string, depth int) (string, error) {
	if name, part, _ := strings.Cut(slot, "."); kept[name] != "" {
		switch part {
		case "last":
			words := strings.Fields(kept[name])
			return words[len(words)-1], nil
		case "short":
			return initials(kept[name]), nil
		}
		return kept[name], nil
	}
	name, rule, keep := strings.Cut(slot, ":")
	if !keep {
		rule = slot
	}
	values := g.rules[rule]
	if len(values) == 0 {
		return "", fmt.Errorf("no rule for the slot %q", rule)
	}
	value, err := g.fill(values[g.random.Below(len(values))], kept, depth+1)
	if keep {
		kept[name] = value
	}
	return value, err
}

// initials makes an abbreviation of a name.
func initials(name string) string {
	var b strings.Builder
	for _, w := range strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' }) {
		if r := []rune(w)[0]; unicode.IsUpper(r) {
			b.WriteRune(r)
		}
	}
	if b.Len() < 2 {
		return strings.ToUpper(name[:min(len(name), 3)])
	}
	return b.String()
}
