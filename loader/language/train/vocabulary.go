package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/actorgraph/actorgraph/loader/language/internal/perceptron"
)

// vocabulary holds the verbs and nouns of WordNet that our trees are made of.
// Those of each list that are frequent stand before the others.
type vocabulary struct {
	verbs map[string]*wordList // by what they want: verb, verbperson, verbalone
	nouns map[string]*wordList // by kind: object, person, group, act, speech
}

// wordList is a list whose first words are frequent.
type wordList struct {
	words    []string
	frequent int
}

// frames of WordNet's verbs, by our slots.
var verbFrames = map[string]string{"08": "verb", "09": "verbperson", "02": "verbalone"}

// The kinds of nouns and verbs by the numbers of WordNet's files.
var (
	nounFiles = map[string]string{"06": "object", "18": "person", "14": "group", "04": "act", "10": "speech"}
	// verbFiles are change, cognition, communication, competition, contact,
	// creation, motion, possession, social life.
	verbFiles = map[string]bool{"30": true, "31": true, "32": true, "33": true, "35": true, "36": true, "38": true, "40": true, "41": true}
)

// newVocabulary reads WordNet. Words keep the order of its index.
func newVocabulary(folder string) (*vocabulary, error) {
	w := wordnet{folder: folder}
	v := &vocabulary{verbs: map[string]*wordList{}, nouns: map[string]*wordList{}}
	frames := map[string][]string{} // by the place of the meaning
	if err := w.eachLine("data.verb", func(f []string) {
		if verbFiles[f[1]] {
			for i, x := range f {
				if x == "+" && i+2 < len(f) && len(f[i+1]) == 2 && f[i+2] == "00" && verbFrames[f[i+1]] != "" {
					frames[f[0]] = append(frames[f[0]], verbFrames[f[i+1]])
				}
			}
		}
	}); err != nil {
		return nil, err
	}
	irregular := map[string]bool{}
	if err := w.eachLine("verb.exc", func(f []string) {
		for _, base := range f[1:] {
			irregular[base] = true
		}
	}); err != nil {
		return nil, err
	}
	if err := w.indexed("verb", func(word, place string, frequent bool) {
		if !irregular[word] && !strings.Contains(word, "-") && len(word) > 3 && !strings.HasSuffix(word, "ie") {
			for _, slot := range frames[place] {
				add(v.verbs, slot, word, frequent)
			}
		}
	}); err != nil {
		return nil, err
	}
	kinds := map[string]string{}
	if err := w.eachLine("data.noun", func(f []string) {
		if k := nounFiles[f[1]]; k != "" && f[4] == strings.ToLower(f[4]) {
			kinds[f[0]] = k
		}
	}); err != nil {
		return nil, err
	}
	err := w.indexed("noun", func(word, place string, frequent bool) {
		if k := kinds[place]; k != "" && frequent && !strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "men") {
			add(v.nouns, k, word, true)
		}
	})
	if err == nil && (len(v.verbs) != len(verbFrames) || len(v.nouns) != len(nounFiles)) {
		err = fmt.Errorf("%s: lists are empty", folder)
	}
	return v, err
}

func add(lists map[string]*wordList, slot, word string, frequent bool) {
	l := lists[slot]
	if l == nil {
		l = &wordList{}
		lists[slot] = l
	}
	l.words = append(l.words, word)
	if frequent {
		n := len(l.words) - 1
		l.words[l.frequent], l.words[n] = l.words[n], l.words[l.frequent]
		l.frequent++
	}
}

// indexed calls f with the plain words of an index, the place of their first
// meaning, and whether it was met in the texts that WordNet counted.
func (w *wordnet) indexed(name string, f func(word, place string, frequent bool)) error {
	return w.eachLine("index."+name, func(fields []string) {
		if !isPlain(fields[0]) || len(fields) < 5 {
			return
		}
		if n, err := strconv.Atoi(fields[3]); err == nil && len(fields) > 6+n {
			f(fields[0], fields[6+n], fields[5+n] != "0")
		}
	})
}

// pick returns a word for a slot such as "verb:past" or "person:many".
func (v *vocabulary) pick(slot string, r *perceptron.Random) (form, tag string, ok bool) {
	kind, want, _ := strings.Cut(slot, ":")
	l, verb := v.verbs[kind], true
	if l == nil {
		l, verb = v.nouns[kind], false
	}
	if l == nil {
		return "", "", false
	}
	n := len(l.words)
	if r.Below(4) > 0 {
		n = l.frequent
	}
	word := l.words[r.Below(n)]
	switch {
	case !verb && want == "one":
		return word, "NN", true
	case !verb && want == "many":
		return plural(word), "NNS", true
	case !verb:
		return "", "", false
	}
	switch want {
	case "base":
		return word, "VB", true
	case "plain":
		return word, "VBP", true
	case "third":
		return plural(word), "VBZ", true
	case "past":
		return past(word), "VBD", true
	case "part":
		return past(word), "VBN", true
	case "ing":
		if strings.HasSuffix(word, "ee") {
			return word + "ing", "VBG", true
		}
		return strings.TrimSuffix(word, "e") + "ing", "VBG", true
	}
	return "", "", false
}

// past adds the -ed of a regular verb.
func past(verb string) string {
	switch {
	case strings.HasSuffix(verb, "e"):
		return verb + "d"
	case strings.HasSuffix(verb, "y") && !strings.ContainsAny(verb[len(verb)-2:len(verb)-1], "aeou"):
		return verb[:len(verb)-1] + "ied"
	}
	return verb + "ed"
}
