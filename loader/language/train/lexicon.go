package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/actorgraph/actorgraph/loader/language/internal/lemma"
	"github.com/actorgraph/actorgraph/loader/language/internal/treebank"
)

// buildLexicon makes the lemmatizer's table from the trees, from WordNet, and
// from the verbs of the CAMEO dictionary.
func (o *options) buildLexicon(bank []treebank.Sentence) ([]byte, error) {
	var entries []lemma.Entry
	for _, s := range bank {
		for _, w := range s.Words {
			entries = append(entries, lemma.Entry{Form: w.Form, Tag: w.XPOS, Lemma: w.Lemma})
		}
	}
	d, err := dictionary(o.wordnet)
	if err != nil {
		return nil, fmt.Errorf("WordNet: %w", err)
	}
	verbs, err := readVerbs(filepath.Join(o.data, "dictionaries", "CAMEO.2.0.txt"))
	if err != nil {
		return nil, err
	}
	d.Known["V"] = append(d.Known["V"], verbs...)
	return lemma.Build(entries, d)
}

// longestAdjective: longer ones have no forms in -er and -est.
const longestAdjective = 7

// dictionary reads WordNet's verbs and short adjectives, and its irregular forms.
func dictionary(folder string) (lemma.Dictionary, error) {
	w := wordnet{folder: folder}
	d := lemma.Dictionary{Known: map[string][]string{}}
	err := w.lemmas("verb", func(word, _ string) { d.Known["V"] = append(d.Known["V"], word) })
	if err != nil {
		return d, err
	}
	err = w.lemmas("adj", func(word, _ string) {
		if len(word) <= longestAdjective {
			d.Known["A"] = append(d.Known["A"], word)
		}
	})
	if err != nil {
		return d, err
	}
	irregular := func(file string, tags func(form string) []string) error {
		return w.eachLine(file, func(f []string) {
			if !isPlain(f[0]) {
				return
			}
			for _, tag := range tags(f[0]) {
				d.Irregular = append(d.Irregular, lemma.Entry{Form: f[0], Tag: tag, Lemma: f[1]})
			}
		})
	}
	err = irregular("verb.exc", func(form string) []string {
		switch {
		case strings.HasSuffix(form, "ing"):
			return []string{"VBG"}
		case strings.HasSuffix(form, "s"):
			return []string{"VBZ"}
		}
		return []string{"VBD", "VBN"}
	})
	if err != nil {
		return d, err
	}
	return d, irregular("noun.exc", func(string) []string { return []string{"NNS"} })
}

// readVerbs reads the head words of a PETRARCH verb dictionary: lines in
// capitals with forms in braces or a code behind.
func readVerbs(name string) ([]string, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var verbs []string
	for sc := bufio.NewScanner(f); sc.Scan(); {
		l := sc.Text()
		if l == "" || l[0] < 'A' || l[0] > 'Z' {
			continue
		}
		word, _, _ := strings.Cut(l, " ")
		word = strings.ToLower(strings.TrimSpace(word))
		if strings.Trim(word, "abcdefghijklmnopqrstuvwxyz") == "" && len(word) > 2 {
			verbs = append(verbs, word)
		}
	}
	return verbs, nil
}
