package language

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"sync"

	"github.com/actorgraph/actorgraph/loader/language/internal/classes"
	"github.com/actorgraph/actorgraph/loader/language/internal/lemma"
	"github.com/actorgraph/actorgraph/loader/language/internal/naming"
	"github.com/actorgraph/actorgraph/loader/language/internal/perceptron"
	"github.com/actorgraph/actorgraph/loader/language/internal/tagging"
)

//go:embed weights/*.bin weights/*.txt
var embedded embed.FS

// Models are the trained parts of the engine. They are read-only and may be
// used from many goroutines.
type Models struct {
	splits, tags, guide, trees, names *perceptron.Model // names may be nil
	pairs                             []tagging.Tag     // of the labels of tags
	lexicon                           *lemma.Lexicon
	classes                           *classes.Lexicon
	gazetteer                         *naming.Gazetteer
	engines                           sync.Pool
}

// Load reads models from a folder that the trainer has written. Without the
// file names.bin no names are found.
func Load(folder fs.FS) (*Models, error) {
	m := &Models{}
	var err error
	if m.splits, err = openModel(folder, "sentences.bin"); err != nil {
		return nil, err
	}
	if m.tags, err = openModel(folder, "tags.bin"); err != nil {
		return nil, err
	}
	if m.guide, err = openModel(folder, "guide.bin"); err != nil {
		return nil, err
	}
	if m.trees, err = openModel(folder, "trees.bin"); err != nil {
		return nil, err
	}
	if m.names, err = openModel(folder, "names.bin"); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	if m.pairs, err = tagging.Tags(m.tags.Labels()); err != nil {
		return nil, fmt.Errorf("tags.bin: %w", err)
	}
	data, err := fs.ReadFile(folder, "lemmas.txt")
	if err != nil {
		return nil, err
	}
	if m.lexicon, err = lemma.Read(data); err != nil {
		return nil, fmt.Errorf("lemmas.txt: %w", err)
	}
	if data, err = fs.ReadFile(folder, "classes.bin"); err != nil {
		return nil, err
	}
	if m.classes, err = classes.Open(data); err != nil {
		return nil, fmt.Errorf("classes.bin: %w", err)
	}
	if data, err = fs.ReadFile(folder, "gazetteer.txt"); err != nil {
		return nil, err
	}
	if m.gazetteer, err = naming.ReadGazetteer(data); err != nil {
		return nil, fmt.Errorf("gazetteer.txt: %w", err)
	}
	if _, err := newEngine(m); err != nil {
		return nil, err
	}
	m.engines.New = func() any {
		e, err := newEngine(m)
		if err != nil {
			panic(err) // it went well a moment ago
		}
		return e
	}
	return m, nil
}

func openModel(folder fs.FS, name string) (*perceptron.Model, error) {
	data, err := fs.ReadFile(folder, name)
	if err != nil {
		return nil, err
	}
	m, err := perceptron.Open(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return m, nil
}

// shipped are the embedded models, read on first use. They are part of the
// binary, so an error is a fault of the build and panics.
var shipped = sync.OnceValue(func() *Models {
	folder, err := fs.Sub(embedded, "weights")
	if err != nil {
		panic(fmt.Sprintf("embedded weights: %v", err))
	}
	m, err := Load(folder)
	if err != nil {
		panic(fmt.Sprintf("embedded weights: %v", err))
	}
	return m
})

// Shipped returns the embedded models.
func Shipped() *Models { return shipped() }

// Ready reads the embedded models if that has not happened yet, so that a
// server can do it before the first request.
func Ready() { shipped() }
