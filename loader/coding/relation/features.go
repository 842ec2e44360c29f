package relation

import (
	"strings"

	"github.com/actorgraph/actorgraph/loader/language"
)

const (
	maxWords = 12 // more words between two ends are not looked at one by one
	maxPath  = 9  // longer ways through the tree are not spelled out
)

// features collects the hashed features of one pair.
type features struct {
	s    *language.Sentence
	low  []string
	out  []uint32
	pair string
}

// Reader turns pairs of one sentence after the other into features. It keeps buffers and
// serves one goroutine at a time.
type Reader struct{ f features }

// Sentence begins a sentence.
func (r *Reader) Sentence(s *language.Sentence) {
	r.f.s = s
	r.f.low = r.f.low[:0]
	for i := range s.Tokens {
		r.f.low = append(r.f.low, strings.ToLower(s.Tokens[i].Text))
	}
}

// Features are the features of two ends of the sentence, a before b, none inside the other.
// between is the number of other ends that stand between them. The list is valid until the
// next call.
func (r *Reader) Features(a, b *End, between int) []uint32 {
	f := &r.f
	f.out = f.out[:0]
	ca, cb := a.coarse(), b.coarse()
	f.pair = ca + ">" + cb
	f.add("k", "")
	f.plain("kk", a.Kind+" "+b.Kind)
	f.plain("forms", a.Form+" "+b.Form)
	f.plain("sectors", cb+" "+a.Sector+" "+b.Sector)
	f.add("sa", a.Sector)
	f.add("sb", b.Sector)
	switch {
	case a.State == "" || b.State == "":
		f.add("state", "unknown")
	case a.State == b.State:
		f.add("state", "same")
	default:
		f.add("state", "other")
	}
	f.add("between", small(between))
	f.words(a, b)
	f.around(a, b)
	f.path(a, b)
	return f.out
}

// add takes a feature alone and together with the coarse kinds.
func (f *features) add(name, value string) {
	h := hash(hash(offset, name), value)
	f.out = append(f.out, h, hash(hash(h, "|"), f.pair))
}

// plain takes a feature alone.
func (f *features) plain(name, value string) {
	f.out = append(f.out, hash(hash(offset, name), value))
}

// words are those between the two ends.
func (f *features) words(a, b *End) {
	first, last := a.Last+1, b.First-1
	n := last - first + 1
	f.add("n", small(n))
	if n <= 0 {
		return
	}
	if n <= 5 {
		f.add("all", strings.Join(f.low[first:last+1], " "))
	}
	if n > maxWords {
		first, last = a.Last+1, a.Last+maxWords/2
		f.row("wb", first, last)
		f.row("wb", b.First-maxWords/2, b.First-1)
		return
	}
	f.row("wb", first, last)
	f.add("first", f.low[first])
	f.add("last", f.low[last])
}

// row takes words, lemmas and neighbours of a stretch.
func (f *features) row(name string, first, last int) {
	for i := first; i <= last; i++ {
		f.add(name, f.lemma(i))
		if i < last {
			f.add(name+"2", f.low[i]+" "+f.low[i+1])
		}
	}
}

// around are the words before the first end and behind the second, and the last words inside.
func (f *features) around(a, b *End) {
	f.add("-1", f.at(a.First-1))
	f.add("-2", f.at(a.First-2)+" "+f.at(a.First-1))
	f.add("+1", f.at(b.Last+1))
	f.add("+2", f.at(b.Last+1)+" "+f.at(b.Last+2))
	f.add("b-1", f.at(b.First-1))
	f.add("b-2", f.at(b.First-2)+" "+f.at(b.First-1))
	f.add("a+1", f.at(a.Last+1))
	f.add("a+2", f.at(a.Last+1)+" "+f.at(a.Last+2))
	if a.Form != "NAME" {
		f.add("ha", f.lemma(a.Token))
	}
	if b.Form != "NAME" {
		f.add("hb", f.lemma(b.Token))
	}
	f.add("ea", f.at(a.Last))
	f.add("eb", f.at(b.Last))
}

// path is the way through the tree from one end to the other.
func (f *features) path(a, b *End) {
	path, apex := f.s.Path(a.Token, b.Token)
	if path == nil {
		f.add("path", "none")
		return
	}
	if len(path) > maxPath {
		f.add("path", "long")
		f.node("top", path[apex])
		return
	}
	var bare, worded strings.Builder
	for i, t := range path {
		if i > 0 && i < len(path)-1 {
			worded.WriteByte(' ')
			worded.WriteString(f.lemma(t))
			f.node("pw", t)
			f.hang(t, path)
		}
		switch {
		case i < apex:
			bare.WriteString("<" + string(f.s.Tokens[t].Relation))
			worded.WriteString("<" + string(f.s.Tokens[t].Relation))
		case i > apex:
			bare.WriteString(">" + string(f.s.Tokens[t].Relation))
			worded.WriteString(">" + string(f.s.Tokens[t].Relation))
		}
	}
	f.add("path", bare.String())
	f.add("way", worded.String())
	f.node("top", path[apex])
	for _, t := range []int{path[0], path[len(path)-1]} {
		for c := range f.s.Children(t) {
			switch r := f.s.Tokens[c].Relation; {
			case r.Is(language.Case), r.Is(language.Cop), r.Is(language.Appos):
				f.add("end"+string(r), f.lemma(c))
			}
		}
	}
}

// hang are the small words that hang on the way: prepositions, particles, copulas, negations.
func (f *features) hang(t int, path []int) {
	for c := range f.s.Children(t) {
		switch r := f.s.Tokens[c].Relation; {
		case r.Is(language.Case), r.Is(language.CompoundPrt), r.Is(language.Cop), r.Is(language.AuxPass), r.Is(language.Mark):
			f.add("h"+string(r), f.lemma(c))
		case r.Is(language.Obj), r.Is(language.Compound), r.Is(language.AMod), r.Is(language.Obl), r.Is(language.NMod):
			f.add("h"+string(r), f.lemma(c))
		}
	}
}

func (f *features) node(name string, t int) {
	f.add(name, f.lemma(t)+"/"+string(f.s.Tokens[t].POS))
}

func (f *features) at(i int) string {
	if i < 0 || i >= len(f.low) {
		return "-"
	}
	return f.low[i]
}

func (f *features) lemma(i int) string {
	if l := f.s.Tokens[i].Lemma; l != "" {
		return strings.ToLower(l)
	}
	return f.low[i]
}

// small counts exactly up to four, then roughly.
func small(n int) string {
	switch {
	case n <= 0:
		return "0"
	case n <= 4:
		return string(rune('0' + n))
	case n <= 7:
		return "7"
	case n <= 12:
		return "12"
	case n <= 20:
		return "20"
	}
	return "far"
}

const offset = 2166136261

// hash goes on with FNV-1a.
func hash(h uint32, s string) uint32 {
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return (h ^ 0x1f) * 16777619
}
