package main

import (
	"os"

	"github.com/actorgraph/actorgraph/loader/language"
	"github.com/actorgraph/actorgraph/loader/language/internal/annotated"
)

// measured is the number of Re-DocRED's documents that are only measured with.
const measured = 200

// namedDocuments returns the documents with names that may be learned from:
// none that is measured, or shares eight words in a row with one that is.
func namedDocuments(m *language.Models, data string) ([]annotated.Document, error) {
	folder := os.DirFS(data)
	relations, err := annotated.Read(folder, "relations/redocred_dev.jsonl.gz")
	if err != nil {
		return nil, err
	}
	var held annotated.Held
	kept, all := annotated.Sample(relations, measured)
	held.Add(kept)
	for _, name := range []string{"entities/gum_dev.jsonl.gz", "entities/crossner_politics_dev.jsonl", "entities/re3d.jsonl.gz"} {
		ds, err := annotated.Read(folder, name)
		if err != nil {
			return nil, err
		}
		held.Add(ds)
	}
	for _, name := range []string{"entities/wikigold.jsonl.gz", "entities/crossner_politics_train.jsonl"} {
		ds, err := annotated.Read(folder, name)
		if err != nil {
			return nil, err
		}
		all = append(all, ds...)
	}
	gum, err := annotated.Read(folder, "coref-linking/gum_train.jsonl.gz")
	if err != nil {
		return nil, err
	}
	all = append(all, fromGUM(m, gum)...)
	var out []annotated.Document
	for _, d := range all {
		if !held.Shares(d.Text) {
			out = append(out, d)
		}
	}
	return out, nil
}
