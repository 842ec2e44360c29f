package identity

import (
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// numbers are the words for numbers that texts count people with.
var numbers = map[string]int64{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1000, "million": 1000000, "both": 2}

// vague are words that only bound a number from below.
var vague = map[string]int64{"dozens": 24, "hundreds": 200, "thousands": 2000, "scores": 40, "millions": 2000000, "several": 3, "tens": 20}

// quantity reads the number before a noun: "two", "1,200", "at least 30", "dozens of".
func (v *resolver) quantity(sc *scan, from, noun int) *graph.Quantity {
	if from >= 2 && sc.lower(from-1) == "of" && vague[sc.lower(from-2)] > 0 {
		return v.number(sc, from-2, from-2, vague[sc.lower(from-2)], true)
	}
	for t := from; t < noun; t++ {
		w := strings.ReplaceAll(sc.lower(t), ",", "")
		if n := vague[w]; n > 0 {
			return v.number(sc, t, t, n, true)
		}
		if sc.lower(t+1) == "-" || sc.lower(t+1) == "–" {
			continue // "27-year-old"
		}
		n, ok := int64(0), false
		if n, ok = numbers[w]; !ok {
			n, ok = digits(w)
		}
		if !ok {
			continue
		}
		end := t
		for end+1 < noun && (numbers[sc.lower(end+1)] >= 100) {
			end++
			n *= numbers[sc.lower(end)]
		}
		open := t >= 2 && (sc.lower(t-2)+" "+sc.lower(t-1) == "at least" || sc.lower(t-2)+" "+sc.lower(t-1) == "more than") || t >= 1 && sc.lower(t-1) == "over"
		return v.number(sc, t, end, n, open)
	}
	return nil
}

func digits(w string) (int64, bool) {
	if w == "" || len(w) > 12 {
		return 0, false
	}
	var n int64
	for _, c := range []byte(w) {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int64(c-'0')
	}
	return n, n < 1900 || n > 2100 || len(w) != 4
}

func (v *resolver) number(sc *scan, first, last int, n int64, open bool) *graph.Quantity {
	s := sc.SpanOf(first, last)
	q := &graph.Quantity{Of: graph.OtherNumber, Low: &n, Text: v.doc.Slice(s), Span: graph.Span{Start: s.Start, End: s.End}}
	if !open {
		high := n
		q.High = &high
	}
	return q
}
