// Command train learns the weights of the scorer of ties and writes them beside it:
//
//	go run ./loader/coding/relation/train DATA
//
// DATA holds the folder relations with the documents of KnowledgeNet and Re-DocRED. Documents
// that are measured with, and those that share eight words in a row with one that is, are left
// out. The sentences are read by the language engine and the register as an article is, so
// that the scorer learns from what it will see. The same data, engine and register give the
// same file, byte for byte.
package main

import (
	"flag"
	"fmt"
	"log/slog"
	"os"
)

func main() {
	var o options
	flag.StringVar(&o.out, "out", "loader/coding/relation/weights.bin", "file to write")
	flag.IntVar(&o.epochs, "epochs", 12, "passes over the examples")
	flag.IntVar(&o.folds, "folds", 5, "parts of the documents that thresholds and confidences are measured on in turn")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "usage: train [flags] DATA")
		os.Exit(2)
	}
	if err := o.run(flag.Arg(0)); err != nil {
		slog.Error("train", "error", err)
		os.Exit(1)
	}
}

type options struct {
	out           string
	epochs, folds int
}

func (o *options) run(data string) error {
	docs, err := readFree(data)
	if err != nil {
		return err
	}
	examples := exampleList(docs)
	slog.Info("read", "documents", len(docs), "examples", len(examples))
	prune(examples)
	scored := make([]scores, len(examples))
	for fold := range o.folds {
		held := func(e *example) bool { return e.document%o.folds == fold }
		w := learn(examples, o.epochs, func(e *example) bool { return !held(e) })
		for i := range examples {
			if held(&examples[i]) {
				scored[i] = w.score(&examples[i])
			}
		}
	}
	limits := calibrate(examples, scored)
	w := learn(examples, o.epochs, func(*example) bool { return true })
	file := encode(w, limits)
	slog.Info("write", "file", o.out, "bytes", len(file))
	return os.WriteFile(o.out, file, 0o644)
}
