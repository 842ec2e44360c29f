package lemma

import (
	"slices"
	"strings"
)

// Entry is a word of the training trees.
type Entry struct{ Form, Tag, Lemma string }

// classes of the tags whose lemmas become known words.
var classes = map[string]string{
	"NN": "N", "NNS": "N", "JJ": "A", "JJR": "A", "JJS": "A", "RB": "A",
	"VB": "V", "VBD": "V", "VBG": "V", "VBN": "V", "VBP": "V", "VBZ": "V",
}

// votes is how often a form of the dictionary counts: slips of single trees are
// outvoted, habits of the trees are not.
const votes = 2

// Dictionary is what others know of words: their classes, V, N or A, by
// dictionary form, and irregular forms.
type Dictionary struct {
	Known     map[string][]string
	Irregular []Entry
}

// Build writes the lexicon of the words and of a dictionary. It is a pure
// function of its arguments.
func Build(entries []Entry, d Dictionary) ([]byte, error) {
	known := map[string]int{}
	counts := map[string]map[string]int{}
	for _, e := range entries {
		low := strings.ReplaceAll(strings.ToLower(e.Form), "’", "'")
		if strings.ContainsAny(e.Form+e.Lemma, "\t\n ") || e.Lemma == "_" {
			continue
		}
		if c := classes[e.Tag]; c != "" && e.Lemma == strings.ToLower(e.Lemma) {
			known[c+"\t"+e.Lemma]++
		}
		if e.Tag == "NNP" || e.Tag == "FW" || e.Tag == "ADD" || e.Tag == "GW" || e.Tag == "CD" {
			continue
		}
		k := e.Tag + "\t" + low
		if counts[k] == nil {
			counts[k] = map[string]int{}
		}
		counts[k][e.Lemma]++
	}
	var rows []string
	for k := range known {
		rows = append(rows, k)
	}
	for _, class := range []string{"A", "N", "V"} {
		for _, w := range d.Known[class] {
			if k := class + "\t" + w; known[k] == 0 {
				known[k] = 1
				rows = append(rows, k)
			}
		}
	}
	for _, e := range d.Irregular {
		k := e.Tag + "\t" + e.Form
		if counts[k] == nil {
			counts[k] = map[string]int{}
		}
		counts[k][e.Lemma] += votes
	}
	slices.Sort(rows)
	base, err := Read([]byte(strings.Join(rows, "\n")))
	if err != nil {
		return nil, err
	}
	var exceptions []string
	for k, lemmas := range counts {
		tag, low, _ := strings.Cut(k, "\t")
		best := ""
		for l, n := range lemmas {
			if best == "" || n > lemmas[best] || n == lemmas[best] && l < best {
				best = l
			}
		}
		guess := base.Lemma(low, tag)
		if best != guess && (tag != "NNPS" || !strings.EqualFold(best, guess)) {
			exceptions = append(exceptions, k+"\t"+best)
		}
	}
	slices.Sort(exceptions)
	return []byte(strings.Join(append(rows, exceptions...), "\n") + "\n"), nil
}
