package article_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/actorgraph/actorgraph/loader/article"
)

// TestSourceCode: programs and queries are refused, whatever they are called, and articles are not,
// be they lists, resolutions or full of figures.
func TestSourceCode(t *testing.T) {
	resolution := "The Council,\n\nRecalling its earlier resolutions on the matter;\nDeeply concerned by the fighting in the north;\n" +
		"1. Demands that all parties lay down their arms;\n2. Decides to send observers to the border (see annex);\n3. Decides to remain seized of the matter.\n"
	for _, c := range []struct {
		name, text string
		source     bool
	}{
		{"Go", "package main\n\nimport \"fmt\"\n\nfunc main() {\n\tfor i := range 3 {\n\t\tfmt.Println(i)\n\t}\n}\n", true},
		{"comments of Go", "// Package grain counts sacks. The minister met nobody in it.\n//\n// It is small.\n// It has one function.\npackage grain\n", true},
		{"Python", "import csv\nfrom os import path\n\ndef rows(name):\n    with open(name) as f:\n        return list(csv.reader(f))\n\nprint(len(rows('a')))\n", true},
		{"a query", "{\n  events(first: 3) {\n    edges {\n      node {\n        summary\n        type\n      }\n    }\n  }\n}\n", true},
		{"style sheet", "body {\n  color: red;\n}\n.note {\n  margin: 0;\n}\n", true},
		{"shell", "#!/bin/sh\nset -e\nname=$1\nif [ -z \"$name\" ]; then\n  echo no name\nfi\ncat \"${name}\" && rm \"${name}\"\nlist=${name}.txt\n", true},

		{"prose", "The envoy of Norway left Suva on Friday, the foreign ministry said.\n\nHe will return (if the talks succeed) in May.\n", false},
		{"one line", "France condemned Germany on Monday.", false},
		{"resolution", resolution, false},
		{"list", "The ministers who met:\n\n* Anna Berg (Norway)\n* Jon Dahl (Iceland)\n* Eva Lund (Denmark)\n* Ulf Holm (Sweden)\n\nThey agreed on nothing.\n", false},
		{"settings", "url: https://gazette.example/1\npublisher: The Harbour Gazette\npublished: 2016-04-25\n\nThe envoy left Suva.\n", false},
		{"broken lines", "return to the capital is planned for\nMonday, the ministry said, and the envoy\nfrom Oslo will use the road that leads\nfrom the border to the port\n", false},
		{"article with code", "The ministry published the program on Monday and apologised for it.\n\nx := 1\ny := 2\nz := 3\nw := 4\n\nThe opposition demanded that the minister resign over the mistake.\nA court in the capital will hear the case on Friday, officials said.\nThe company that wrote the program denied the accusations on Tuesday.\n", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			var refused *article.Error
			for _, err := range article.Read(strings.NewReader(c.text), "a", article.Options{}) {
				errors.As(err, &refused)
			}
			if got := refused != nil && refused.Reason == article.UnsupportedFormat; got != c.source {
				t.Errorf("refused: %v", refused)
			}
		})
	}
}

// TestOwnSource reads this repository: its programs and queries are refused, but for a few that are
// mostly comment or lists of words; its example articles are read.
func TestOwnSource(t *testing.T) {
	for pattern, source := range map[string]bool{
		"*.go": true, "../../graph/*.go": true, "../../examples/queries/*.graphql": true, "../../docs/*.py": true,
		"../../examples/*.txt": false, "../../examples/*.md": false, "../../examples/*.html": false,
	} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatal(pattern, err)
		}
		read := 0
		for _, file := range files {
			f, err := os.Open(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, err := range article.Read(f, file, article.Options{}) {
				if err == nil {
					read++
				} else if !source {
					t.Error(err)
				}
			}
			f.Close()
		}
		if source && read*10 > len(files) {
			t.Errorf("%d of %d files %s are taken for articles", read, len(files), pattern)
		}
	}
}
