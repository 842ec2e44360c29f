package article

import (
	"strings"
)

// settingNames are the settings of a text file that are read, and their other names. They
// stand in lines "key: value" at its head: between two lines "---", or alone before an empty
// line.
var settingNames = map[string]string{
	"id": "id", "url": "url", "link": "url", "canonical_url": "url", "title": "title", "headline": "title",
	"publisher": "publisher", "source": "publisher", "outlet": "publisher", "author": "author", "authors": "author", "byline": "author",
	"published": "published", "date": "published", "published_at": "published", "modified": "modified", "updated": "modified",
	"language": "language", "lang": "language",
}

// longestSettings is how far into a text its settings are looked for, in characters.
const longestSettings = 10_000

// settings finds the settings at the head of a text and their end in characters, 0 when
// there are none.
func settings(rs []rune) (values map[string]string, end int) {
	s := string(rs[:min(len(rs), longestSettings)])
	if end := frontMatter(rs); end > 0 {
		return readSettings(string(rs[:end])), end
	}
	rest := s
	count := 0
	for rest != "" {
		line, after, found := strings.Cut(rest, "\n")
		line = strings.TrimRight(line, " \t\r")
		if line == "" {
			break
		}
		key, _, isSetting := strings.Cut(line, ":")
		if !isSetting || settingNames[strings.ToLower(key)] == "" || !found {
			return nil, 0
		}
		count++
		rest = after
	}
	if count == 0 || rest == "" {
		return nil, 0
	}
	end = len([]rune(s[:len(s)-len(rest)]))
	return readSettings(string(rs[:end])), end
}

// readSettings are the known settings in lines, the first of each, without quotes.
func readSettings(s string) map[string]string {
	values := map[string]string{}
	for line := range strings.Lines(s) {
		key, value, found := strings.Cut(line, ":")
		name := settingNames[strings.ToLower(key)]
		if !found || name == "" || values[name] != "" {
			continue
		}
		value = strings.TrimSpace(value)
		if n := len(value); n >= 2 && (value[0] == '"' || value[0] == '\'') && value[n-1] == value[0] {
			value = value[1 : n-1]
		}
		if inner, ok := strings.CutPrefix(value, "["); ok { // a list in one line
			value = strings.TrimSuffix(inner, "]")
		}
		values[name] = value
	}
	return values
}

// fillFromSettings takes from the settings of a text what is not known yet. A date that is
// no date is an error, as in JSON.
func (a *Article) fillFromSettings() error {
	head := a.Text
	if len(head) > 4*longestSettings {
		head = strings.ToValidUTF8(head[:4*longestSettings], "")
	}
	values, _ := settings([]rune(head))
	for _, f := range []struct {
		to   *string
		name string
	}{
		{&a.ID, "id"}, {&a.URL, "url"}, {&a.Title, "title"}, {&a.Publisher, "publisher"}, {&a.Author, "author"}, {&a.Language, "language"},
	} {
		if *f.to == "" {
			*f.to = oneLine(values[f.name])
		}
	}
	r := record{published: values["published"], modified: values["modified"]}
	if a.Published.Known() {
		r.published = ""
	}
	return a.setDates(r)
}

// settingsEnd is where the settings at the head of a text end, 0 when there are none.
func settingsEnd(rs []rune) int {
	_, end := settings(rs)
	return end
}
