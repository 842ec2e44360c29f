package evaluation

import (
	"io/fs"
	"strings"
	"unicode"

	"github.com/actorgraph/actorgraph/loader/language"
	"github.com/actorgraph/actorgraph/loader/language/internal/annotated"
)

// nameSet is a set of texts with names.
type nameSet struct {
	name, file string
	sample     int                          // 0: all documents
	genres     []string                     // nil: all
	types      map[string]language.NameType // the set's types that count
	free       string                       // a type whose spans are neither right nor wrong
	heads      bool                         // spans match by their head words
	counted    []language.NameType
}

var threeTypes = []language.NameType{language.PER, language.ORG, language.LOC}

var nameSets = []nameSet{
	{
		name: "crossner", file: "entities/crossner_politics_dev.jsonl", counted: threeTypes,
		types: map[string]language.NameType{
			"politician": language.PER, "person": language.PER, "organisation": language.ORG,
			"politicalparty": language.ORG, "location": language.LOC, "country": language.LOC,
		},
	},
	{
		name: "worldwide", file: "dev-only/worldwide_africa_latam.jsonl.gz", sample: 200, free: "Facility", counted: threeTypes,
		types: map[string]language.NameType{
			"Person": language.PER, "Organization": language.ORG, "Location": language.LOC, "NORP": language.NORP,
		},
	},
	{
		name: "gum", file: "coref-linking/gum_dev.jsonl.gz", heads: true, counted: threeTypes,
		genres: []string{"news", "interview", "speech", "bio", "court"},
		types: map[string]language.NameType{
			"person": language.PER, "organization": language.ORG, "place": language.LOC,
		},
	},
}

// span is a name as both sides of a comparison know it.
type span struct {
	language.Span
	typ language.NameType
}

// names compares the names that the models find in a set with the marked ones.
func (s *nameSet) names(m *language.Models, data fs.FS, capitals bool) (Names, error) {
	ds, err := annotated.Read(data, s.file)
	if err != nil {
		return Names{}, err
	}
	if s.sample > 0 {
		ds, _ = annotated.Sample(ds, s.sample)
	}
	out := Names{Set: s.name, Types: map[language.NameType]language.Match{}}
	for _, d := range ds {
		if s.genres != nil && !contains(s.genres, d.Genre) {
			continue
		}
		if capitals {
			d.Text = Capitals(d.Text)
		}
		s.compare(&out, m.Analyse(d.Text), d.Entities)
	}
	return out, nil
}

// Capitals puts a text into capitals, code point by code point, so that all
// offsets stay.
func Capitals(s string) string { return strings.Map(unicode.ToUpper, s) }

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// compare counts one document.
func (s *nameSet) compare(out *Names, d *language.Document, entities []annotated.Entity) {
	var want []span
	seen, free := map[span]bool{}, map[language.Span]bool{}
	for _, e := range entities {
		at := language.Span{Start: e.Start, End: e.End}
		if s.free != "" && e.Type == s.free {
			free[at] = true
		}
		w := span{at, s.types[e.Type]}
		if w.typ == "" || e.Level != "" && e.Level != "name" || seen[w] {
			continue
		}
		seen[w] = true
		want = append(want, w)
	}
	var found []span
	for i := range d.Sentences {
		sent := &d.Sentences[i]
		for _, n := range sent.Names {
			f := span{sent.SpanOf(n.First, n.Last), n.Type}
			if f.typ != language.MISC && !free[f.Span] {
				found = append(found, f)
			}
		}
	}
	for _, w := range want {
		out.count(w.typ, func(m *language.Match) { m.Wanted++ })
	}
	used := make([]bool, len(want))
	for _, f := range found {
		out.count(f.typ, func(m *language.Match) { m.Found++ })
		for k, w := range want {
			if !used[k] && w.typ == f.typ && (w.Span == f.Span || s.heads && headsMeet(d, w.Span, f.Span)) {
				used[k] = true
				out.count(f.typ, func(m *language.Match) { m.Right++ })
				break
			}
		}
	}
}

func (n *Names) count(t language.NameType, f func(*language.Match)) {
	m := n.Types[t]
	f(&m)
	n.Types[t] = m
}

// headsMeet: the head word of each span lies in the other.
func headsMeet(d *language.Document, a, b language.Span) bool {
	return a.Overlaps(b) && head(d, a).Overlaps(b) && head(d, b).Overlaps(a)
}

// cuts end a name before its complement: "Bank | of England".
var cuts = map[string]bool{}

func init() {
	for _, w := range strings.Fields("of in for from at on who which that with by near against to and whose under over between as during") {
		cuts[w] = true
	}
}

// head returns the last word of a span before its first preposition or comma.
func head(d *language.Document, s language.Span) language.Span {
	best := s
	found := false
	text := []rune(d.Slice(s))
	for i := 0; i < len(text); {
		j := i
		for j < len(text) && (unicode.IsLetter(text[j]) || unicode.IsDigit(text[j]) || j > i && strings.ContainsRune(".'’-", text[j])) {
			j++
		}
		if j == i {
			if found && strings.ContainsRune(",([-–—;:", text[i]) {
				break
			}
			i++
			continue
		}
		word := strings.ToLower(string(text[i:j]))
		if found && cuts[word] {
			break
		}
		if word != "the" && word != "a" && word != "an" {
			best, found = language.Span{Start: s.Start + i, End: s.Start + j}, true
		}
		i = j
	}
	return best
}
