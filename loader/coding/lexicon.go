package coding

import (
	"bufio"
	"embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/actorgraph/actorgraph/graph"
)

//go:embed frames/*.tsv
var tables embed.FS

// lexicon is what the tables in frames/ say. It is not changed once it is read.
type lexicon struct {
	frames    map[string][]*frame // by lemma and "/v" or "/n", senses in order
	operators map[string]operator // by lemma and "/v", "/n" or "/a"
	reports   map[string]reporting
	classes   map[string]map[string]bool
	lemmas    map[string]bool
	things    map[string]string // class of a common noun
}

// frame is one sense of a predicate.
type frame struct {
	lemma     string
	noun      bool
	typ       graph.EventType
	modes     []graph.Mode
	campaign  bool // takes the type of the act that it repeats
	eventless bool // tells no event: "declined to comment"
	sources   role
	targets   role
	when      []condition
	example   string // "" for none
}

// role says in which slots the participants of one side stand: the alternatives in order, of
// which the first that names an actor counts, or all together.
type role struct {
	slots []slot
	all   bool
}

type slot struct {
	name  string
	actor bool // only what is itself an actor, not what belongs to one
}

// condition restricts a sense: a flag (slot "") or the head in a slot.
type condition struct {
	flag    string
	slot    string
	words   []string
	classes []string
}

// operator is a word that says how real the act is which it governs.
type operator struct {
	effect  string
	control string // subj, obj, none
}

// reporting is the kind of a verb of saying.
type reporting string

const (
	plainReport  reporting = "plain"
	denyReport   reporting = "deny"
	hedgedReport reporting = "hedge"
)

// words is the shipped lexicon. The tables are checked by a test, so that a bad line cannot
// ship; it panics on one all the same rather than code by half a table.
var words = sync.OnceValue(func() *lexicon {
	lex, err := readLexicon(func(name string) (string, error) {
		b, err := tables.ReadFile("frames/" + name)
		return string(b), err
	})
	if err != nil {
		panic(fmt.Sprintf("coding: %v", err))
	}
	return lex
})

// readLexicon reads the tables through open. Its error names table and line.
func readLexicon(open func(name string) (string, error)) (*lexicon, error) {
	lex := &lexicon{
		frames: map[string][]*frame{}, operators: map[string]operator{},
		reports: map[string]reporting{}, classes: map[string]map[string]bool{}, things: map[string]string{},
	}
	read := func(name string, columns int, row func(f []string) error) error {
		text, err := open(name)
		if err != nil {
			return err
		}
		lines := bufio.NewScanner(strings.NewReader(text))
		for n := 1; lines.Scan(); n++ {
			line := lines.Text()
			if line == "" || strings.HasPrefix(line, "#") {
				continue
			}
			f := strings.Split(line, "\t")
			if len(f) != columns {
				return fmt.Errorf("%s:%d: %d columns, not %d", name, n, len(f), columns)
			}
			if err := row(f); err != nil {
				return fmt.Errorf("%s:%d: %w", name, n, err)
			}
		}
		return lines.Err()
	}
	if err := read("classes.tsv", 2, lex.addClass); err != nil {
		return nil, err
	}
	if err := read("verbs.tsv", 7, lex.addFrame); err != nil {
		return nil, err
	}
	if err := read("nouns.tsv", 7, lex.addFrame); err != nil {
		return nil, err
	}
	if err := read("operators.tsv", 4, lex.addOperator); err != nil {
		return nil, err
	}
	if err := read("reports.tsv", 2, lex.addReport); err != nil {
		return nil, err
	}
	if err := read("things.tsv", 2, lex.addThing); err != nil {
		return nil, err
	}
	for _, class := range thingClasses { // our own tables know better
		for w := range lex.classes[class] {
			lex.things[w] = class
		}
	}
	lex.lemmas = map[string]bool{}
	for _, words := range lex.classes {
		for w := range words {
			lex.lemmas[w] = true
		}
	}
	for key := range lex.frames {
		lex.lemmas[key[:len(key)-2]] = true
	}
	for key := range lex.operators {
		lex.lemmas[key[:len(key)-2]] = true
	}
	return lex, nil
}

// known reports whether any table but that of reports has the lemma.
func (lex *lexicon) known(lemma string) bool { return lex.lemmas[lemma] }

func (lex *lexicon) addClass(f []string) error {
	if lex.classes[f[0]] == nil {
		lex.classes[f[0]] = map[string]bool{}
	}
	lex.classes[f[0]][f[1]] = true
	return nil
}

// thingClasses are the classes of things.tsv.
var thingClasses = []string{"person", "group", "weapon", "vehicle", "building", "land"}

func (lex *lexicon) addThing(f []string) error {
	if !slices.Contains(thingClasses, f[1]) {
		return fmt.Errorf("class %q is none of %v", f[1], thingClasses)
	}
	if lex.things[f[0]] != "" {
		return fmt.Errorf("%s stands twice", f[0])
	}
	lex.things[f[0]] = f[1]
	return nil
}

func (lex *lexicon) addFrame(f []string) error {
	if f[1] != "v" && f[1] != "n" {
		return fmt.Errorf("part of speech %q", f[1])
	}
	fr := &frame{lemma: f[0], noun: f[1] == "n"}
	switch f[2] {
	case "CAMPAIGN":
		fr.campaign = true
	case "NONE":
		fr.eventless = true
	default:
		fr.typ = graph.EventType(f[2])
		for _, m := range strings.Split(f[3], ",") {
			if m != "-" {
				fr.modes = append(fr.modes, graph.Mode(strings.ToUpper(strings.ReplaceAll(m, "-", "_"))))
			}
		}
		if err := graph.ValidateEventType(fr.typ, fr.modes, nil); err != nil {
			return err
		}
	}
	for _, r := range strings.Fields(f[4]) {
		side, text, ok := strings.Cut(r, "=")
		switch {
		case ok && side == "S":
			fr.sources = parseRole(text)
		case ok && side == "T":
			fr.targets = parseRole(text)
		default:
			return fmt.Errorf("role %q", r)
		}
	}
	for _, c := range strings.Fields(f[5]) {
		if c == "-" {
			continue
		}
		cond, err := lex.parseCondition(c)
		if err != nil {
			return err
		}
		fr.when = append(fr.when, cond)
	}
	if f[6] != "-" {
		fr.example = f[6]
	}
	key := f[0] + "/" + f[1]
	lex.frames[key] = append(lex.frames[key], fr)
	return nil
}

func parseRole(text string) role {
	var r role
	for _, part := range strings.FieldsFunc(text, func(c rune) bool { return c == '|' || c == '+' }) {
		name, actor := strings.CutSuffix(part, ":actor")
		if !actor {
			name, actor = strings.CutSuffix(part, ":person")
		}
		if name != "-" {
			r.slots = append(r.slots, slot{name, actor})
		}
	}
	r.all = strings.Contains(text, "+")
	return r
}

// flags are the conditions that look at no slot.
var flags = []string{"active", "passive", "light", "nolight", "two", "noobj", "noxcomp", "noof", "noagainst", "toinf", "alone", "hastarget", "notarget", "recipient", "blamed"}

func (lex *lexicon) parseCondition(text string) (condition, error) {
	name, values, ok := strings.Cut(text, "=")
	if !ok {
		if !slices.Contains(flags, text) {
			return condition{}, fmt.Errorf("condition %q is not one of %v", text, flags)
		}
		return condition{flag: text}, nil
	}
	c := condition{slot: name}
	for _, v := range strings.Split(values, "|") {
		if class, ok := strings.CutPrefix(v, ":"); ok {
			if lex.classes[class] == nil && class != "actor" && class != "any" && class != "state" {
				return c, fmt.Errorf("condition %q: class %q is not known", text, class)
			}
			c.classes = append(c.classes, class)
		} else {
			c.words = append(c.words, v)
		}
	}
	return c, nil
}

var effects = []string{"light", "pass", "begin", "continue", "stop", "plan", "threat", "hypo", "refuse", "cancel", "fail", "prevent", "deny", "allege", "react", "announce"}

func (lex *lexicon) addOperator(f []string) error {
	key := f[0] + "/" + f[1]
	if _, twice := lex.operators[key]; twice {
		return fmt.Errorf("%s stands twice", key)
	}
	if !slices.Contains(effects, f[2]) || !slices.Contains([]string{"subj", "obj", "none"}, f[3]) {
		return fmt.Errorf("effect %q with control %q", f[2], f[3])
	}
	lex.operators[key] = operator{f[2], f[3]}
	return nil
}

func (lex *lexicon) addReport(f []string) error {
	kind := reporting(f[1])
	if kind != plainReport && kind != denyReport && kind != hedgedReport {
		return fmt.Errorf("kind %q", f[1])
	}
	lex.reports[f[0]] = kind
	return nil
}

// is reports whether a lemma belongs to a class. What is compounded with "cyber" is cyber.
func (lex *lexicon) is(lemma, class string) bool {
	return lex.classes[class][lemma] || class == "cyber" && strings.HasPrefix(lemma, "cyber")
}
