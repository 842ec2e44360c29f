// Package findings shows what the loader finds in texts, without a store: as lines of JSON
// for programs that measure or reuse it, and as pages for people who want to know why.
//
//	for d := range findings.Documents(os.Stdin, "stdin", article.Options{}) {
//		x := loader.Extract(d.Article, register)
//		err := json.NewEncoder(os.Stdout).Encode(findings.Of(x, d.Pairs))
//	}
//
// A Line says everything in the terms of the input: its offsets are code points of the
// text as it was given, not of the cleaned text that the graph keeps.
package findings
