package article

import (
	"regexp"
	"strings"
)

// A folder of articles may be a checkout with programs in it. Read as prose these would give events
// that nobody reported, so what is mostly lines of code is refused.

// codeLine finds what stands in programs, style sheets and queries, and hardly in prose: marks of
// comments, brackets and calls at the end of a line, operators, declarations and assignments.
var codeLine = regexp.MustCompile(`^\s*(//|/\*|\*/|#!|#include\b|@\w+$)` +
	`|([{}(\[]|\}[;,)]+|\)[;,]|\][;,]|\*/|=>)\s*$` +
	`|\S\s+// |:=|[=!]=|&&|\|\||\(\);|\$\{` +
	`|^\s*(import|from|package|def|class|func|fn|function|return|const|var|let|public|private|static|use|using|require|type|struct|elif|else)\b[^.?!]*[^.?!"”'’\s]\s*$` +
	`|^\s*[\w.\[\]"']+\s*[-+*/|&.]?=\s*\S` +
	`|^\s*[\w.]+\(.*\)\s*:?$`)

// sentenceLine finds a line that ends as a sentence does, and has the length of one.
var sentenceLine = regexp.MustCompile(`^\s*[^/#*\s].{30,}[.?!]["”'’)]*\s*$`)

const fewestCodeLines = 4

// isSource reports whether a text is a program, a style sheet or a query: half of its lines are of
// code at least, and few are sentences.
func isSource(s string) bool {
	lines, code, sentences := 0, 0, 0
	for line := range strings.Lines(s[:min(len(s), sniffed)]) {
		if isBlank(line) {
			continue
		}
		lines++
		switch {
		case codeLine.MatchString(line):
			code++
		case sentenceLine.MatchString(line):
			sentences++
		}
	}
	return code >= fewestCodeLines && code*2 >= lines && sentences*5 <= lines
}
