// Package sentences reads the project's own corpus of marked sentences: news-like sentences,
// each with the events that it tells, from which the coder learns and by which it is measured.
//
// A file training/sentences/NNN-name.txt has one sentence a line: header, TAB, marked text.
// Empty lines and lines that begin with # say nothing.
//
//	ASSAULT.aerial H	[1S Government jets] [1 bombed] [1T a market] in [1P Idlib] on [1D Tuesday], [1Q a rescue worker] said.
//	THREATEN.relations H >2 | SANCTION T	[1S2S The bloc] [1 threatened] to [2 cut off] [1T2T Minsk] unless it frees the pilot.
//	NONE	Shares in the airline took a beating after the storm battered its hub.
//
// The header lists the events in order, "TYPE[.mode] STATUS[-] [>n]", separated by " | ".
// STATUS is H happened, O ongoing, P planned, T threatened, A alleged, D denied, Y
// hypothetical; "-" says that it is negated, ">n" that it speaks of event n. NONE is for
// sentences that tell no event, hard ones best.
//
// The marks are "[codes words]": 1 the trigger of event 1, 1S its source, 1T target, 1P place,
// 1D date, 1Q speaker. Codes may be joined and marks nested: "[1S2S the [1P French] army]".
//
// [Parse] reads a file, [Check] looks for what a person got wrong in several of them.
package sentences

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/actorgraph/actorgraph/graph"
)

// Sentence is one line of the corpus.
type Sentence struct {
	File   string // base name
	Line   int    // from 1
	Text   string // without marks
	Events []Event
}

// Event is one event of a sentence, as its marks say.
type Event struct {
	Type    graph.EventType
	Modes   []graph.Mode
	Status  graph.Status
	Negated bool
	About   int // index in Sentence.Events of the event that it speaks of, -1 for none
	// Spans are code points of Text, in the order of their ends; a trigger may have several
	// ("called … off").
	Trigger, Sources, Targets, Places, Dates, Speakers []graph.Span
}

var statuses = map[string]graph.Status{
	"H": graph.Happened, "O": graph.Ongoing, "P": graph.Planned, "T": graph.Threatened,
	"A": graph.Alleged, "D": graph.Denied, "Y": graph.Hypothetical,
}

// Parse reads the lines of a file. Lines that cannot be read are left out and come back as
// errors, each with file and line.
func Parse(file, text string) ([]Sentence, []error) {
	var out []Sentence
	var bad []error
	for n, line := range strings.Split(text, "\n") {
		line = strings.TrimSuffix(line, "\r")
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") {
			continue
		}
		s, err := parseLine(line)
		if err != nil {
			bad = append(bad, fmt.Errorf("%s:%d: %w", file, n+1, err))
			continue
		}
		s.File, s.Line = file, n+1
		out = append(out, s)
	}
	return out, bad
}

func parseLine(line string) (Sentence, error) {
	if !utf8.ValidString(line) {
		return Sentence{}, fmt.Errorf("the line is not UTF-8")
	}
	header, marked, ok := strings.Cut(line, "\t")
	if !ok {
		return Sentence{}, fmt.Errorf("no TAB between header and text")
	}
	var s Sentence
	if strings.TrimSpace(header) != "NONE" {
		for i, h := range strings.Split(header, "|") {
			e, err := parseHeader(strings.TrimSpace(h))
			if err != nil {
				return s, fmt.Errorf("event %d: %w", i+1, err)
			}
			s.Events = append(s.Events, e)
		}
	}
	for i, e := range s.Events {
		if e.About >= len(s.Events) || e.About == i {
			return s, fmt.Errorf("event %d is about event %d, of %d", i+1, e.About+1, len(s.Events))
		}
	}
	if err := s.readMarks(marked); err != nil {
		return s, err
	}
	for i, e := range s.Events {
		if len(e.Trigger) == 0 {
			return s, fmt.Errorf("event %d has no trigger: mark it with [%d …]", i+1, i+1)
		}
	}
	return s, nil
}

func parseHeader(text string) (Event, error) {
	e := Event{About: -1}
	fields := strings.Fields(text)
	if len(fields) < 2 || len(fields) > 3 {
		return e, fmt.Errorf("%q is not TYPE[.mode] STATUS[-] [>n]", text)
	}
	typ := strings.Split(fields[0], ".")
	e.Type = graph.EventType(typ[0])
	for _, m := range typ[1:] {
		e.Modes = append(e.Modes, graph.Mode(strings.ToUpper(strings.ReplaceAll(m, "-", "_"))))
	}
	if err := graph.ValidateEventType(e.Type, e.Modes, nil); err != nil {
		return e, err
	}
	letter, negated := strings.CutSuffix(fields[1], "-")
	e.Negated = negated
	if e.Status, negated = statuses[letter]; !negated {
		return e, fmt.Errorf("status %q is none of H O P T A D Y", fields[1])
	}
	if len(fields) == 3 {
		n, err := strconv.Atoi(strings.TrimPrefix(fields[2], ">"))
		if err != nil || n < 1 || !strings.HasPrefix(fields[2], ">") {
			return e, fmt.Errorf("%q is not >n", fields[2])
		}
		e.About = n - 1
	}
	return e, nil
}

var (
	codesForm = regexp.MustCompile(`^(?:[1-9][0-9]?[STPDQ]?)+$`)
	codeForm  = regexp.MustCompile(`([1-9][0-9]?)([STPDQ]?)`)
)

// readMarks takes the marks out of a text and enters them.
func (s *Sentence) readMarks(marked string) error {
	type open struct {
		codes string
		start int
	}
	var stack []open
	var text strings.Builder
	at := 0 // code points written
	for i := 0; i < len(marked); {
		r, size := utf8.DecodeRuneInString(marked[i:])
		switch r {
		case '[':
			codes, _, ok := strings.Cut(marked[i+1:], " ")
			if !ok || !codesForm.MatchString(codes) {
				return fmt.Errorf("a mark begins %.12q, not with codes and a blank, such as [1S the army]", marked[i:])
			}
			stack = append(stack, open{codes, at})
			i += size + len(codes) + 1
		case ']':
			if len(stack) == 0 {
				return fmt.Errorf("a bracket closes that was not opened, after %.20q", text.String()[max(0, text.Len()-20):])
			}
			m := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			if err := s.enter(m.codes, graph.Span{Start: m.start, End: at}); err != nil {
				return err
			}
			i += size
		default:
			text.WriteRune(r)
			at++
			i += size
		}
	}
	if len(stack) > 0 {
		return fmt.Errorf("the mark [%s is not closed", stack[0].codes)
	}
	s.Text = text.String()
	return nil
}

func (s *Sentence) enter(codes string, span graph.Span) error {
	if span.Start == span.End {
		return fmt.Errorf("the mark [%s is empty", codes)
	}
	for _, m := range codeForm.FindAllStringSubmatch(codes, -1) {
		n, err := strconv.Atoi(m[1])
		if err != nil || n > len(s.Events) {
			return fmt.Errorf("the mark [%s names event %s of %d", codes, m[1], len(s.Events))
		}
		e := &s.Events[n-1]
		list := map[string]*[]graph.Span{"": &e.Trigger, "S": &e.Sources, "T": &e.Targets, "P": &e.Places, "D": &e.Dates, "Q": &e.Speakers}[m[2]]
		*list = append(*list, span)
	}
	return nil
}
