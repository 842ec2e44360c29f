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
	"slices"
	"strings"

	"github.com/actorgraph/actorgraph/loader/language/internal/classes"
	"github.com/actorgraph/actorgraph/loader/language/internal/naming"
	"github.com/actorgraph/actorgraph/loader/language/internal/parsing"
	"github.com/actorgraph/actorgraph/loader/language/internal/perceptron"
	"github.com/actorgraph/actorgraph/loader/language/internal/tagging"
	"github.com/actorgraph/actorgraph/loader/language/internal/treebank"
)

func main() {
	var o options
	flag.StringVar(&o.out, "out", "loader/language/weights", "folder to write to")
	flag.StringVar(&o.register, "register", "loader/identity/register", "folder with the tables of the register")
	flag.StringVar(&o.wordnet, "wordnet", "/usr/share/wordnet", "folder with the files of WordNet 3.0")
	flag.StringVar(&o.parts, "parts", "classes,words,sentences,tags,trees,names", "what to train, in this order")
	flag.IntVar(&o.splitEpochs, "split-epochs", 8, "epochs of the splitter of sentences")
	flag.IntVar(&o.splitMargin, "split-margin", 40, "margin of the splitter of sentences")
	flag.IntVar(&o.tagEpochs, "tag-epochs", 5, "epochs of a tagger")
	flag.IntVar(&o.tagSeeds, "tag-seeds", 4, "taggers that are added up")
	flag.IntVar(&o.treeEpochs, "tree-epochs", 7, "epochs of a parser")
	flag.IntVar(&o.treeSeeds, "tree-seeds", 1, "parsers that are added up")
	flag.IntVar(&o.guideEpochs, "guide-epochs", 4, "epochs of the parser from right to left")
	flag.IntVar(&o.nameEpochs, "name-epochs", 8, "epochs of the finder of names")
	flag.IntVar(&o.nameMargin, "name-margin", 10, "margin of the finder of names")
	flag.IntVar(&o.timesMade, "times-made", 25, "how often each pattern of our own trees is filled")
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
	data, out, register, wordnet, parts                                                                                           string
	splitEpochs, splitMargin, tagEpochs, tagSeeds, treeEpochs, treeSeeds, guideEpochs, nameEpochs, nameMargin, timesMade, explore int
}

// What is kept of each model: the smallest weight, and how many.
const (
	splitLeast, splitMost = 1, 150_000
	tagLeast, tagMost     = 1, 1_000_000
	treeLeast, treeMost   = 1, 2_000_000
	guideMost             = 1_000_000
	nameLeast, nameMost   = 1, 1_000_000
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
		case "sentences":
			err = o.splits(bank)
		case "classes":
			err = o.wordClasses()
		case "words":
			err = o.words(bank)
		case "tags":
			err = o.tags(bank)
		case "trees":
			err = o.trees(bank)
		case "names":
			err = o.names()
		default:
			err = fmt.Errorf("no part %q: classes, words, sentences, tags, trees, names", part)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", part, err)
		}
	}
	return nil
}

// words writes the lexicon and the gazetteer.
func (o *options) words(bank []treebank.Sentence) error {
	lexicon, err := o.buildLexicon(bank)
	if err != nil {
		return err
	}
	if err := write(o.out, "lemmas.txt", lexicon); err != nil {
		return err
	}
	places, err := buildGazetteer(o.data, o.register, bank)
	if err != nil {
		return err
	}
	return write(o.out, "gazetteer.txt", places)
}

// gazetteer reads the gazetteer from the folder.
func (o *options) gazetteer() (*naming.Gazetteer, error) {
	data, err := os.ReadFile(filepath.Join(o.out, "gazetteer.txt"))
	if err != nil {
		return nil, err
	}
	return naming.ReadGazetteer(data)
}

// lexicon reads the classes of words from the folder.
func (o *options) lexicon() (*classes.Lexicon, error) {
	data, err := os.ReadFile(filepath.Join(o.out, "classes.bin"))
	if err != nil {
		return nil, err
	}
	return classes.Open(data)
}

// ownTrees makes the trees of our own.
func (o *options) ownTrees() ([]treebank.Sentence, error) {
	words, err := newVocabulary(o.wordnet)
	if err != nil {
		return nil, err
	}
	names, err := treeNames(o.data)
	if err != nil {
		return nil, err
	}
	return ownTrees(o.timesMade, words, names)
}

// corpus returns the training text with what the gazetteer knows of it.
func (o *options) corpus(bank []treebank.Sentence) (*corpus, error) {
	own, err := o.ownTrees()
	if err != nil {
		return nil, err
	}
	bank = slices.Concat(bank, own)
	places, err := o.gazetteer()
	if err != nil {
		return nil, err
	}
	words, err := o.lexicon()
	if err != nil {
		return nil, err
	}
	return newCorpus(bank, places, words), nil
}

func (o *options) tagging() tagging.Options {
	return tagging.Options{Epochs: o.tagEpochs, Margin: 40, Enough: 2, Slow: true}
}

func (o *options) tags(bank []treebank.Sentence) error {
	c, err := o.corpus(bank)
	if err != nil {
		return err
	}
	return writeModel(o.out, "tags.bin", trainTagger(c, o.tagSeeds, o.tagging()).Model(tagLeast, tagMost))
}

func (o *options) trees(bank []treebank.Sentence) error {
	c, err := o.corpus(bank)
	if err != nil {
		return err
	}
	tagger := o.tagging()
	tagger.Epochs--
	right, of := c.jackknife(tagParts, tagger)
	slog.Info("jack-knife", "right", right, "of", of)
	lexicon, err := os.ReadFile(filepath.Join(o.out, "lemmas.txt"))
	if err != nil {
		return err
	}
	examples, err := c.treeExamples(lexicon)
	if err != nil {
		return err
	}
	options := parsing.Options{Epochs: o.guideEpochs, Explore: o.explore, Enough: 2, Margin: 100, Progress: func(epoch, right, moves int) {
		slog.Info("parser", "epoch", epoch+1, "right", right, "moves", moves)
	}}
	guide, err := c.guide(examples, guideParts, options)
	if err != nil {
		return err
	}
	if err := writeModel(o.out, "guide.bin", guide.Model(treeLeast, guideMost)); err != nil {
		return err
	}
	options.Epochs = o.treeEpochs
	parser, err := trainParser(examples, o.treeSeeds, options)
	if err != nil {
		return err
	}
	return writeModel(o.out, "trees.bin", parser.Model(treeLeast, treeMost))
}

// How many taggers make the tags, and how many parsers the guides, that the
// parser learns from.
const (
	tagParts   = 5
	guideParts = 2
)

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
