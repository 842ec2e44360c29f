package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/actorgraph/actorgraph/loader/language/internal/classes"
)

// wordClasses writes what WordNet knows of words: the folder holds its files
// index.noun, data.noun, noun.exc and the like.
func (o *options) wordClasses() error {
	w := wordnet{folder: o.wordnet}
	for _, step := range []func() error{w.nouns, w.verbs, w.others} {
		if err := step(); err != nil {
			return fmt.Errorf("WordNet (on Debian, the package wordnet-base): %w", err)
		}
	}
	return write(o.out, "classes.bin", w.Bytes())
}

type wordnet struct {
	classes.Builder
	folder string
}

// eachLine calls f with the fields of every line that is no comment.
func (w *wordnet) eachLine(name string, f func(fields []string)) error {
	file, err := os.Open(filepath.Join(w.folder, name))
	if err != nil {
		return err
	}
	defer file.Close()
	sc := bufio.NewScanner(file)
	for sc.Buffer(nil, 1<<20); sc.Scan(); {
		if l := sc.Text(); !strings.HasPrefix(l, " ") {
			if fields := strings.Fields(l); len(fields) > 1 {
				f(fields)
			}
		}
	}
	return sc.Err()
}

// lemmas calls f with every plain word of an index and the place of its first
// meaning.
func (w *wordnet) lemmas(name string, f func(word, place string)) error {
	return w.eachLine("index."+name, func(fields []string) {
		if isPlain(fields[0]) && len(fields) > 4 {
			if pointers, err := strconv.Atoi(fields[3]); err == nil && len(fields) > 6+pointers {
				f(fields[0], fields[6+pointers])
			}
		}
	})
}

// isPlain leaves out phrases, numbers and abbreviations with marks.
func isPlain(word string) bool {
	return len(word) > 1 && strings.Trim(word, "abcdefghijklmnopqrstuvwxyz-") == "" && word[0] != '-'
}

// nouns enters the common nouns with the kind of their first meaning.
func (w *wordnet) nouns() error {
	senses, common := map[string]uint32{}, map[string]bool{}
	err := w.eachLine("data.noun", func(fields []string) {
		if n, err := strconv.Atoi(fields[1]); err == nil {
			senses[fields[0]] = uint32(n) + 1
		}
		n, _ := strconv.ParseUint(fields[3], 16, 32)
		for i := 4; i < 4+2*int(n) && i < len(fields); i += 2 {
			if fields[i] == strings.ToLower(fields[i]) {
				common[fields[i]] = true
			}
		}
	})
	if err != nil {
		return err
	}
	err = w.lemmas("noun", func(word, place string) {
		if common[word] {
			w.Add(word, classes.Noun, senses[place])
			w.Add(plural(word), classes.Noun|classes.Plural, senses[place])
		}
	})
	if err != nil {
		return err
	}
	return w.eachLine("noun.exc", func(fields []string) {
		if isPlain(fields[0]) && common[fields[1]] {
			w.Add(fields[0], classes.Noun|classes.Plural, 0)
		}
	})
}

// verbs enters the verbs and their forms.
func (w *wordnet) verbs() error {
	irregular := map[string]bool{}
	err := w.eachLine("verb.exc", func(fields []string) {
		form := fields[0]
		if !isPlain(form) {
			return
		}
		switch {
		case strings.HasSuffix(form, "ing"):
			w.Add(form, classes.Gerund, 0)
		case strings.HasSuffix(form, "s"):
			w.Add(form, classes.Third, 0)
		default:
			irregular[fields[1]] = true
			w.Add(form, classes.Past|classes.Participle, 0)
		}
	})
	if err != nil {
		return err
	}
	return w.lemmas("verb", func(word, _ string) {
		w.Add(word, classes.Verb, 0)
		w.Add(plural(word), classes.Third, 0)
		stem := strings.TrimSuffix(word, "e")
		w.Add(stem+"ing", classes.Gerund, 0)
		switch {
		case irregular[word]:
		case strings.HasSuffix(word, "y") && !strings.ContainsAny(word[max(len(word)-2, 0):len(word)-1], "aeou"):
			w.Add(word[:len(word)-1]+"ied", classes.Past|classes.Participle, 0)
		default:
			w.Add(stem+"ed", classes.Past|classes.Participle, 0)
		}
	})
}

// others enters adjectives and adverbs.
func (w *wordnet) others() error {
	if err := w.lemmas("adj", func(word, _ string) {
		w.Add(word, classes.Adjective, 0)
		if len(word) > 6 || strings.Contains(word, "-") {
			return
		}
		stem := strings.TrimSuffix(word, "e")
		if s, ok := strings.CutSuffix(word, "y"); ok {
			stem = s + "i"
		}
		w.Add(stem+"er", classes.Adjective|classes.Compared, 0)
		w.Add(stem+"est", classes.Adjective|classes.Compared, 0)
	}); err != nil {
		return err
	}
	if err := w.eachLine("adj.exc", func(fields []string) {
		if isPlain(fields[0]) {
			w.Add(fields[0], classes.Adjective|classes.Compared, 0)
		}
	}); err != nil {
		return err
	}
	return w.lemmas("adv", func(word, _ string) { w.Add(word, classes.Adverb, 0) })
}

// plural adds the s of nouns and of verbs.
func plural(word string) string {
	switch {
	case strings.HasSuffix(word, "y") && len(word) > 1 && !strings.ContainsAny(word[len(word)-2:len(word)-1], "aeou"):
		return word[:len(word)-1] + "ies"
	case strings.HasSuffix(word, "s"), strings.HasSuffix(word, "x"), strings.HasSuffix(word, "z"), strings.HasSuffix(word, "ch"), strings.HasSuffix(word, "sh"), strings.HasSuffix(word, "o"):
		return word + "es"
	}
	return word + "s"
}
