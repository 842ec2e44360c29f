package article

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// field is one field of a JSON object as it stands there.
type field struct {
	name  string
	value json.RawMessage
}

// fields are those of one object, in order.
type fields []field

// record is an article as a JSON object gives it.
type record struct {
	id, url, title, publisher, author, language string
	published, publishedAt, modified            string
	text, textName                              string // textName is empty where there is none

	names map[string]string // what the fields of dates are called in the object
}

// name is what the object calls a field.
func (r record) name(field string) string {
	if n := r.names[field]; n != "" {
		return n
	}
	return field
}

// known are the fields of an article: the name of the format first, then what other formats
// call them, folded, the best first.
var known = []struct {
	name    string
	aliases []string
	to      func(*record) *string
	list    string // what joins the values of a list; empty where none may stand
	number  bool   // digits may stand without quotes
}{
	{"id", strings.Fields(`guid uuid articleid docid documentid`), func(r *record) *string { return &r.id }, "", true},
	{"url", strings.Fields(`link weburl canonicalurl articleurl sourceurl permalink href`), func(r *record) *string { return &r.url }, "", false},
	{"title", strings.Fields(`headline webtitle heading articletitle`), func(r *record) *string { return &r.title }, "", false},
	{"publisher", strings.Fields(`source sourcename publishername outlet newspaper publication publicationname sitename site provider`),
		func(r *record) *string { return &r.publisher }, ", ", false},
	{"author", strings.Fields(`authors byline creator writer authorname`), func(r *record) *string { return &r.author }, ", ", false},
	{"language", strings.Fields(`lang inlanguage`), func(r *record) *string { return &r.language }, "", false},
	{"published", strings.Fields(`date datepublished publicationdate pubdate publishdate publisheddate webpublicationdate`),
		func(r *record) *string { return &r.published }, "", true},
	{"publishedAt", strings.Fields(`publishedtime publishedon firstpublishedat firstpublicationdate datetime timestamp`),
		func(r *record) *string { return &r.publishedAt }, "", true},
	{"modified", strings.Fields(`modifiedat datemodified modificationdate updated updatedat dateupdated lastmodified webmodifieddate`),
		func(r *record) *string { return &r.modified }, "", true},
	{"text", textAliases, func(r *record) *string { return &r.text }, "\n\n", false},
}

// textAliases are what others call the text of an article, the whole of it first.
var textAliases = strings.Fields(`fulltext articlebody bodytext maintext plaintext body articletext content contenttext paragraphs
	contenthtml bodyhtml html story articlecontent`)

func isTextName(name string) bool {
	return name == "text" || slices.Contains(textAliases, foldKey(name)) || foldKey(name) == "text"
}

// wrappers are the names, folded, of objects within an article that hold fields of it.
var wrappers = wordSet(`source fields article attributes document doc item story`)

// foldKey makes "published_at", "publishedAt" and "Published-At" one name.
func foldKey(s string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		if r == '_' || r == '-' || r == ' ' || r == '.' {
			return -1
		}
		return r
	}, s))
}

var errRepeated = errors.New("stands there twice, and only one can be meant")

// parseFields reads a JSON object. encoding/json itself would take the last of two fields
// of one name for the one that is meant.
func parseFields(object []byte) (fields, error) {
	var whole json.RawMessage
	if err := json.Unmarshal(object, &whole); err != nil {
		return nil, err
	}
	if object = bytes.TrimSpace(object); object[0] != '{' {
		return nil, json.Unmarshal(object, &struct{}{})
	}
	var fs fields
	d := json.NewDecoder(bytes.NewReader(object))
	_, err := d.Token()
	for err == nil && d.More() {
		var name json.Token
		if name, err = d.Token(); err != nil {
			break
		}
		key, _ := name.(string)
		var value json.RawMessage
		if err = d.Decode(&value); err != nil {
			break
		}
		fs = append(fs, field{key, value})
	}
	return fs, err // it was found to be well formed above
}

// holdText: one of the fields is the text of an article.
func (fs fields) holdText() bool {
	return slices.ContainsFunc(fs, func(f field) bool { return isTextName(f.name) })
}

// isArticle: the field is an object around the whole article, such as "_source".
func (f field) isArticle() bool {
	if f.value[0] != '{' {
		return false
	}
	inner, err := parseFields(f.value)
	return err == nil && inner.holdText()
}

// say names fields, for somebody who wonders why none of them is the text.
func (fs fields) say() string {
	if len(fs) == 0 {
		return ""
	}
	var names []string
	for _, f := range fs[:min(len(fs), 6)] {
		names = append(names, fmt.Sprintf("%q", shorten(f.name)))
	}
	more := ""
	if len(fs) > 6 {
		more = " …"
	}
	return ", only " + strings.Join(names, ", ") + more
}

// record reads the known fields: the name of the format, exactly so, before any other, and
// what stands in the object before what stands in an object within it. Beside an error the
// record holds what could be read.
func (fs fields) record() (record, error) {
	r := record{names: map[string]string{}}
	err := fs.fill(&r)
	if r.textName != "" || err != nil {
		return r, err
	}
	for _, f := range fs {
		if wrappers[foldKey(f.name)] && f.isArticle() {
			inner, err := parseFields(f.value)
			if err != nil {
				return r, err
			}
			return r, inner.fill(&r)
		}
	}
	return r, nil
}

// fill reads into r what it lacks.
func (fs fields) fill(r *record) error {
	var failed error
	for _, k := range known {
		to := k.to(r)
		if *to != "" {
			continue
		}
		f, err := fs.find(k.name, k.aliases)
		if err == nil && f != nil {
			if k.name == "text" {
				r.textName = f.name
			}
			r.names[k.name] = f.name
			*to, err = words(f.value, k.list, k.number, 0)
			var wrong *json.UnmarshalTypeError
			if errors.As(err, &wrong) {
				wrong.Field = f.name
			}
		}
		if failed == nil {
			failed = err
		}
	}
	return failed
}

// find is the field of that name, or of the first of the aliases; nil where there is none,
// or where it is null.
func (fs fields) find(name string, aliases []string) (*field, error) {
	var found *field
	for i := range fs {
		if fs[i].name != name {
			continue
		}
		if found != nil {
			return nil, fmt.Errorf("the field %q %w", name, errRepeated)
		}
		found = &fs[i]
	}
	for _, alias := range append([]string{strings.ToLower(name)}, aliases...) {
		for i := range fs {
			if found == nil && foldKey(fs[i].name) == alias && string(fs[i].value) != "null" && (name == "text" || !fs[i].isArticle()) {
				found = &fs[i]
			}
		}
	}
	if found == nil || string(found.value) == "null" {
		return nil, nil
	}
	return found, nil
}

// nameFields are what a thing is called within an object: {"id": null, "name": "…"}.
var nameFields = strings.Fields(`name title main rendered original label text value plain content`)

// deepestWords is how deep a value may stand in lists and objects.
const deepestWords = 3

// words is a value as text: a string, digits where number is set, the name of an object, or
// those in a list, joined.
func words(value json.RawMessage, join string, number bool, depth int) (string, error) {
	switch {
	case depth > deepestWords:
	case value[0] == '"':
		var s string
		err := json.Unmarshal(value, &s)
		return s, err
	case value[0] == '{' && (join != "" || depth == 0 && !number):
		inner, err := parseFields(value)
		if err != nil {
			return "", err
		}
		for _, name := range nameFields {
			for _, f := range inner {
				if f.name == name && string(f.value) != "null" {
					return words(f.value, join, false, depth+1)
				}
			}
		}
	case value[0] == '[' && join != "":
		var list []json.RawMessage
		if err := json.Unmarshal(value, &list); err != nil {
			return "", err
		}
		var all []string
		for _, item := range list {
			s, err := words(item, join, false, depth+1)
			if err != nil {
				return "", err
			}
			if s != "" {
				all = append(all, s)
			}
		}
		return strings.Join(all, join), nil
	case number && value[0] != '[' && value[0] != '{' && value[0] != 't' && value[0] != 'f' && value[0] != 'n':
		return string(value), nil
	case string(value) == "null":
		return "", nil
	}
	var s string
	return "", json.Unmarshal(value, &s) // it says what stands there
}
