// Command train learns the models of the language engine and writes them to
// the folder weights beside it:
//
//	go run ./loader/language/train DATA
//
// DATA holds the folders syntax (tree banks), entities and relations (texts
// with names), register, names and dictionaries (lists of names and verbs).
// The same data gives the same files, byte for byte. Parts can be trained
// alone; each needs the files of those before it in the folder.
package main

import (
	"flag"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"

	"github.com/actorgraph/actorgraph/loader/language/internal/naming"
	"github.com/actorgraph/actorgraph/loader/language/internal/parsing"
	"github.com/actorgraph/actorgraph/loader/language/internal/perceptron"
	"github.com/actorgraph/actorgraph/loader/language/internal/treebank"
)

func main() {
	var o options
	flag.StringVar(&o.out, "out", "loader/language/weights", "folder to write to")
	flag.StringVar(&o.parts, "parts", "words,tags,trees,names", "what to train, in this order")
	flag.IntVar(&o.tagEpochs, "tag-epochs", 6, "epochs of the tagger")
	flag.IntVar(&o.treeEpochs, "tree-epochs", 6, "epochs of the parser")
	flag.IntVar(&o.nameEpochs, "name-epochs", 8, "epochs of the finder of names")
	flag.IntVar(&o.explore, "explore", 1, "epoch from which the parser follows its own mistakes")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "usage: train [flags] DATA")
		os.Exit(2)
	}
	o.data = flag.Arg(0)
	if err := o.run(); err != nil {
		slog.Error("train", "error", err)
		os.Exit(1)
	}
}

type options struct {
	data, out, parts                           string
	tagEpochs, treeEpochs, nameEpochs, explore int
}

// What is kept of each model: the smallest weight, and how many.
const (
	tagLeast, tagMost   = 1, 560_000
	treeLeast, treeMost = 1, 1_000_000
	nameLeast, nameMost = 1, 330_000
)

func (o *options) run() error {
	var bank []treebank.Sentence
	for _, name := range []string{"ewt_train", "gum_train"} {
		s, err := treebank.ReadFile(filepath.Join(o.data, "syntax", name+".conllu.gz"))
		if err != nil {
			return err
		}
		bank = append(bank, s...)
	}
	slog.Info("read", "sentences", len(bank))
	for _, part := range strings.Split(o.parts, ",") {
		var err error
		switch part {
		case "words":
			err = o.words(bank)
		case "tags":
			err = o.tags(bank)
		case "trees":
			err = o.trees(bank)
		case "names":
			err = o.names()
		default:
			err = fmt.Errorf("no part %q: words, tags, trees, names", part)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", part, err)
		}
	}
	return nil
}

// words writes the lexicon and the gazetteer.
func (o *options) words(bank []treebank.Sentence) error {
	lexicon, err := buildLexicon(o.data, bank)
	if err != nil {
		return err
	}
	if err := write(o.out, "lemmas.txt", lexicon); err != nil {
		return err
	}
	places, err := buildGazetteer(o.data, bank)
	if err != nil {
		return err
	}
	return write(o.out, "gazetteer.txt", places)
}

// corpus returns the training text with what the gazetteer knows of it.
func (o *options) corpus(bank []treebank.Sentence) (*corpus, error) {
	data, err := os.ReadFile(filepath.Join(o.out, "gazetteer.txt"))
	if err != nil {
		return nil, err
	}
	places, err := naming.ReadGazetteer(data)
	if err != nil {
		return nil, err
	}
	return newCorpus(bank, places), nil
}

func (o *options) tags(bank []treebank.Sentence) error {
	c, err := o.corpus(bank)
	if err != nil {
		return err
	}
	return writeModel(o.out, "tags.bin", trainTagger(c, o.tagEpochs).Model(tagLeast, tagMost))
}

func (o *options) trees(bank []treebank.Sentence) error {
	c, err := o.corpus(bank)
	if err != nil {
		return err
	}
	right, of := c.jackknife(5, o.tagEpochs)
	slog.Info("jack-knife", "right", right, "of", of)
	lexicon, err := os.ReadFile(filepath.Join(o.out, "lemmas.txt"))
	if err != nil {
		return err
	}
	parser, err := trainParser(c, lexicon, parsing.Options{Epochs: o.treeEpochs, Explore: o.explore, Enough: 2, Margin: 100})
	if err != nil {
		return err
	}
	return writeModel(o.out, "trees.bin", parser.Model(treeLeast, treeMost))
}

func write(folder, name string, data []byte) error {
	slog.Info("write", "file", name, "bytes", len(data))
	return os.WriteFile(filepath.Join(folder, name), data, 0o644)
}

// writeModel checks that the model can be read back before it is written.
func writeModel(folder, name string, data []byte) error {
	if _, err := perceptron.Open(data); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return write(folder, name, data)
}
