package identity

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/actorgraph/actorgraph/graph"
)

// Own is one actor of a user's register: a new one, or what is to be changed of one that the
// register has under the same Key. Fields left empty say nothing.
type Own struct {
	graph.RegisterEntry
	Offices []Office
	At      string // where it stands, for messages: "actors.jsonl:3"
}

// Office is the time of an official in an office of his state.
type Office struct {
	Role  string     // folded: "foreign minister"
	Since graph.Date // always known
	Until graph.Date // the last day; 0 where it has not ended
}

// The limits of a user's register.
const (
	MaxOwn     = 200_000 // actors
	MaxOwnLine = 1 << 20 // bytes
	maxAliases = 500
	maxName    = 200 // bytes
	maxWords   = 12  // of a name; see addSense
	maxErrors  = 5   // told at once
)

// ReadOwn reads a user's register: JSON lines, one actor a line, empty lines between them.
// Every line is checked by itself. The error names each faulty line, the first few of many,
// and wraps graph.ErrInvalid unless reading itself failed; With checks what lines mean together.
func ReadOwn(r io.Reader, origin string) ([]Own, error) {
	var out []Own
	var faults faults
	s := bufio.NewScanner(r)
	s.Buffer(nil, MaxOwnLine)
	n := 0
	for s.Scan() {
		n++
		line := s.Bytes()
		if n == 1 {
			line = bytes.TrimPrefix(line, []byte("\ufeff"))
		}
		if line = bytes.TrimSpace(line); len(line) == 0 {
			continue
		}
		own, err := parseOwn(line)
		own.At = fmt.Sprintf("%s:%d", origin, n)
		if err != nil {
			faults.add(own.At, err)
			continue
		}
		if out = append(out, own); len(out) > MaxOwn {
			faults.add(own.At, fmt.Errorf("more than %d actors", MaxOwn))
			break
		}
	}
	switch err := s.Err(); {
	case errors.Is(err, bufio.ErrTooLong):
		faults.add(fmt.Sprintf("%s:%d", origin, n+1), fmt.Errorf("the line has more than %d KiB; write one actor a line", MaxOwnLine>>10))
	case err != nil:
		return nil, fmt.Errorf("%s: %w", origin, err)
	case len(out) == 0 && faults.n == 0:
		faults.add(origin, errors.New(`there is no actor in it; write lines such as {"key": "acme/harbour-guard", "name": "Harbour Guard", "kind": "AGENCY", "country": "FJI"}`))
	}
	return out, faults.err()
}

// faults collects what is wrong with lines.
type faults struct {
	list []error
	n    int
}

func (f *faults) add(at string, err error) {
	if f.n++; f.n <= maxErrors {
		f.list = append(f.list, fmt.Errorf("%s: %w", at, err))
	}
}

func (f *faults) err() error {
	if f.n == 0 {
		return nil
	}
	err := errors.Join(f.list...)
	if more := f.n - len(f.list); more > 0 {
		err = fmt.Errorf("%w\nand %d more", err, more)
	}
	return &ownError{err}
}

// ownError is graph.ErrInvalid in the words of its lines alone.
type ownError struct{ err error }

func (e *ownError) Error() string   { return e.err.Error() }
func (e *ownError) Unwrap() []error { return []error{e.err, graph.ErrInvalid} }

// ownFields are the fields of a line, in the order in which they are told.
var ownFields = []string{"key", "name", "kind", "country", "aliases", "sectors", "description", "wikidata", "offices"}

// parseOwn reads one line. encoding/json alone would take fields that nobody knows, the last
// of two of one name, and "NAME" for "name".
func parseOwn(line []byte) (Own, error) {
	var o Own
	if !utf8.Valid(line) {
		return o, errors.New("it is not UTF-8; save the file as UTF-8")
	}
	var given map[string]json.RawMessage
	if err := json.Unmarshal(line, &given); err != nil || given == nil {
		return o, fmt.Errorf("it is no JSON object of one line: %s", sayOwnJSON(err))
	}
	if twice := repeatedKey(line); twice != "" {
		return o, fmt.Errorf("the field %q stands there twice", twice)
	}
	for field := range given {
		if !slices.Contains(ownFields, field) { // the smallest, whatever the order of the map
			unknown := make([]string, 0, len(given))
			for f := range given {
				if !slices.Contains(ownFields, f) {
					unknown = append(unknown, f)
				}
			}
			return o, fmt.Errorf("there is no field %q; there are %s", slices.Min(unknown), strings.Join(ownFields, ", "))
		}
	}
	var kind, country, description, wikidata string
	var sectors []string
	var offices []json.RawMessage
	for _, f := range []struct {
		name, want string
		to         any
	}{
		{"key", "a string", &o.Key},
		{"name", "a string", &o.Name},
		{"kind", "a string", &kind},
		{"country", "a string", &country},
		{"aliases", "a list of strings", &o.Aliases},
		{"sectors", "a list of strings", &sectors},
		{"description", "a string", &description},
		{"wikidata", "a string", &wikidata},
		{"offices", `a list of objects such as {"role": "foreign minister", "since": "2024-05-01"}`, &offices},
	} {
		if raw, ok := given[f.name]; ok {
			if err := json.Unmarshal(raw, f.to); err != nil || string(raw) == "null" {
				return o, fmt.Errorf("%s is %s", f.name, f.want)
			}
		}
	}
	o.Kind, o.Country, o.Description, o.Wikidata = graph.ActorKind(kind), graph.Text(country), graph.Text(description), graph.Text(wikidata)
	for _, s := range sectors {
		o.Sectors = append(o.Sectors, graph.Sector(s))
	}
	for i, raw := range offices {
		office, err := parseOffice(raw)
		if err != nil {
			return o, fmt.Errorf("offices[%d]: %w", i, err)
		}
		o.Offices = append(o.Offices, office)
	}
	return o, o.check()
}

func sayOwnJSON(err error) string {
	if err == nil {
		return "it is null"
	}
	return strings.TrimPrefix(err.Error(), "json: ")
}

// repeatedKey is a key that a JSON object, known to be well formed, has twice; "" for none.
func repeatedKey(object []byte) string {
	d := json.NewDecoder(bytes.NewReader(object))
	seen := map[string]bool{}
	_, err := d.Token()
	for err == nil && d.More() {
		token, _ := d.Token()
		key, _ := token.(string)
		if seen[key] {
			return key
		}
		seen[key] = true
		var value json.RawMessage
		err = d.Decode(&value)
	}
	return ""
}

func parseOffice(raw json.RawMessage) (Office, error) {
	var given struct {
		Role  string `json:"role"`
		Since string `json:"since"`
		Until string `json:"until"`
	}
	d := json.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()
	if err := d.Decode(&given); err != nil {
		return Office{}, fmt.Errorf(`it is no object such as {"role": "foreign minister", "since": "2024-05-01", "until": "2025-03-31"}: %s`, sayOwnJSON(err))
	}
	o := Office{Role: graph.Fold(given.Role)}
	var err error
	if o.Since, err = graph.ParseDate(given.Since); err != nil || !o.Since.Known() {
		return o, fmt.Errorf("since is a day such as 2024-05-01, not %q", given.Since)
	}
	if o.Until, err = graph.ParseDate(given.Until); err != nil {
		return o, fmt.Errorf("until is a day such as 2025-03-31, not %q; leave it out while the office is held", given.Until)
	}
	if o.Until.Known() && o.Until < o.Since {
		return o, fmt.Errorf("until %s lies before since %s", given.Until, given.Since)
	}
	return o, nil
}

// check refuses what no line may say.
func (o *Own) check() error {
	if !isKey(o.Key) {
		return fmt.Errorf("key %q is no key; write a word of your own, a slash and small letters, digits or hyphens, such as %q, and keep it for ever", o.Key, suggestKey(o.Name))
	}
	if o.Name != "" {
		if err := checkName(o.Name); err != nil {
			return fmt.Errorf("name %q: %w", o.Name, err)
		}
	}
	if len(o.Aliases) > maxAliases {
		return fmt.Errorf("there are more than %d aliases", maxAliases)
	}
	for i, a := range o.Aliases {
		if err := checkName(a); err != nil {
			return fmt.Errorf("alias %q: %w", a, err)
		}
		if a == o.Name || slices.Contains(o.Aliases[:i], a) {
			return fmt.Errorf("alias %q stands there twice, or is the name", a)
		}
	}
	if o.Kind != "" && !slices.Contains(graph.ActorKinds, o.Kind) {
		return fmt.Errorf("kind is one of %v, not %q", graph.ActorKinds, o.Kind)
	}
	if err := graph.ValidateCountryCode(string(o.Country)); err != nil {
		return fmt.Errorf("country is a code such as FJI (ISO 3166 alpha-3) or one of %v, not %q", graph.SpecialCountryCodes, o.Country)
	}
	for i, s := range o.Sectors {
		if !slices.Contains(graph.Sectors, s) || slices.Contains(o.Sectors[:i], s) {
			return fmt.Errorf("sectors are some of %v, each once, not %q", graph.Sectors, s)
		}
	}
	if len(o.Description) > MaxOwnLine/4 {
		return errors.New("description is too long")
	}
	if w := string(o.Wikidata); w != "" && (w[0] != 'Q' || len(w) > 12 || strings.Trim(w[1:], "0123456789") != "" || len(w) < 2 || w[1] == '0') {
		return fmt.Errorf("wikidata is an item such as Q484652, not %q", w)
	}
	return nil
}

// isKey: "acme/harbour-guard", "country:FJI".
func isKey(key string) bool {
	if code, ok := strings.CutPrefix(key, "country:"); ok {
		return graph.IsState(code)
	}
	parts := strings.Split(key, "/")
	if len(key) > maxName || len(parts) < 2 || parts[0] == "" || parts[0][0] < 'a' || parts[0][0] > 'z' {
		return false
	}
	for _, p := range parts {
		if p == "" || strings.IndexFunc(p, func(r rune) bool {
			return r != '-' && !unicode.IsDigit(r) && (!unicode.IsLetter(r) || unicode.IsUpper(r))
		}) >= 0 {
			return false
		}
	}
	return true
}

// suggestKey is a key that would do for a name.
func suggestKey(name string) string {
	if k := "own/" + strings.ReplaceAll(graph.Fold(name), " ", "-"); isKey(k) {
		return k
	}
	return "own/harbour-guard"
}

// checkName refuses what cannot be found in a text, or is found where nobody is meant.
func checkName(s string) error {
	words := appendWords(nil, s)
	switch {
	case len(words) == 0:
		return errors.New("there is no letter in it")
	case len(s) > maxName || len(words) > maxWords:
		return fmt.Errorf("a name has at most %d words and %d bytes", maxWords, maxName)
	case strings.TrimSpace(s) != s || strings.IndexFunc(s, unicode.IsControl) >= 0:
		return errors.New("there is white space around it, or a control character in it")
	case strings.IndexFunc(s, func(r rune) bool { return unicode.IsUpper(r) || unicode.IsDigit(r) }) < 0:
		return errors.New("without a capital it is a word of the language; write it as texts do")
	}
	return nil
}
