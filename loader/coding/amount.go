package coding

import (
	"strconv"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/language"
)

// amount is a number as a sentence words it, with what bounds it: "at least nine", "20 to 30",
// "tens of thousands", "$2.5 billion".
type amount struct {
	first, last int
	low, high   int64 // -1 for an open end
	unit        string
	bounded     bool // words around the numeral belong to it
}

// bounds are the words before a number that leave one of its ends open: -1 says that it is a
// highest number, 1 a lowest one, 0 that it is about right.
var bounds = map[string]int{
	"at least": 1, "more than": 1, "over": 1, "no fewer than": 1, "no less than": 1, "not fewer than": 1, "upwards of": 1,
	"in excess of": 1, "above": 1, "a minimum of": 1, "greater than": 1,
	"up to": -1, "as many as": -1, "as much as": -1, "fewer than": -1, "less than": -1, "at most": -1, "no more than": -1,
	"under": -1, "nearly": -1, "almost": -1, "close to": -1, "a maximum of": -1, "not more than": -1,
	"about": 0, "around": 0, "some": 0, "roughly": 0, "approximately": 0, "an estimated": 0, "exactly": 0,
}

// longestBound is the number of words of the longest bound.
const longestBound = 3

var scales = map[string]int64{"dozen": 12, "score": 20, "hundred": 100, "thousand": 1000, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6, "bn": 1e9}

// crowds are plural scales that count nobody exactly: two at least.
var crowds = map[string]int64{"dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000, "millions": 1e6, "billions": 1e9}

var tensOf = map[string]int64{"tens": 10, "dozens": 12, "hundreds": 100, "thousands": 1000}

var currencies = map[string]string{
	"$": "USD", "us$": "USD", "dollar": "USD", "dollars": "USD", "€": "EUR", "euro": "EUR", "euros": "EUR", "£": "GBP",
	"¥": "JPY", "yen": "JPY", "yuan": "CNY", "rouble": "RUB", "roubles": "RUB", "ruble": "RUB", "rubles": "RUB", "rupees": "INR",
	"₹": "INR", "lira": "TRY", "shekels": "ILS", "won": "KRW", "pesos": "MXN", "francs": "CHF", "rand": "ZAR", "naira": "NGN",
}

// amounts finds the numbers of a sentence, in its order, none overlapping.
func amounts(toks []language.Token) []amount {
	var out []amount
	next := 0
	for i := 0; i < len(toks); i++ {
		a, ok := amountAt(toks, i, next)
		if !ok {
			continue
		}
		out = append(out, a)
		next, i = a.last+1, a.last
	}
	return out
}

func wordOf(toks []language.Token, i int) string {
	if i < 0 || i >= len(toks) {
		return ""
	}
	return strings.ToLower(toks[i].Text)
}

// amountAt reads the number whose numeral begins at a token; floor is the first token that may
// belong to it.
func amountAt(toks []language.Token, i, floor int) (amount, bool) {
	low, high, last, ok := numeralAt(toks, i)
	if !ok {
		return amount{}, false
	}
	a := amount{first: i, last: last, low: low, high: high}
	if a.first-1 >= floor && currencies[wordOf(toks, a.first-1)] != "" && toks[a.first-1].POS != language.VERB {
		a.first, a.unit = a.first-1, currencies[wordOf(toks, a.first-1)]
	}
	a.ranged(toks, floor)
	if unit := currencies[wordOf(toks, a.last+1)]; a.unit == "" && unit != "" {
		a.last, a.unit = a.last+1, unit
	}
	for n := longestBound; n > 0 && a.high >= 0 && a.low == a.high; n-- {
		if a.first-n < floor {
			continue
		}
		words := wordOf(toks, a.first-n)
		for k := a.first - n + 1; k < a.first; k++ {
			words += " " + wordOf(toks, k)
		}
		kind, ok := bounds[words]
		if !ok {
			continue
		}
		a.first, a.bounded = a.first-n, true
		switch kind {
		case 1:
			a.high = -1
		case -1:
			a.low = -1
		}
		break
	}
	if wordOf(toks, a.last+1) == "or" && a.low == a.high {
		switch wordOf(toks, a.last+2) {
		case "more":
			a.last, a.high, a.bounded = a.last+2, -1, true
		case "fewer", "less":
			a.last, a.low, a.bounded = a.last+2, -1, true
		}
	}
	return a, true
}

// ranged takes the second number of "20 to 30", "20-30", "between 20 and 30", "20 or 30".
func (a *amount) ranged(toks []language.Token, floor int) {
	word := wordOf(toks, a.last+1)
	between := word == "and" && a.first-1 >= floor && wordOf(toks, a.first-1) == "between"
	if word != "to" && word != "-" && word != "–" && word != "or" && !between {
		return
	}
	at := a.last + 2
	unit := currencies[wordOf(toks, at)]
	if unit != "" {
		at++
	}
	_, high, last, ok := numeralAt(toks, at)
	if !ok || a.low < 0 || high >= 0 && high <= a.low {
		return
	}
	if s := scales[wordOf(toks, last)]; s > 1 && a.low < 1000 && high >= s && a.low*s <= high { // "two to three million"
		a.low *= s
	}
	a.high, a.last, a.bounded = high, last, true
	if between {
		a.first--
	}
}

// numeralAt reads "1,200", "nine", "2.5 million", "two dozen", "a hundred", "dozens", "tens of
// thousands". An open end is -1.
func numeralAt(toks []language.Token, i int) (low, high int64, last int, ok bool) {
	w := wordOf(toks, i)
	if w == "" || strings.ContainsAny(w, "%") {
		return 0, 0, 0, false
	}
	if n, crowd := tensOf[w]; crowd && wordOf(toks, i+1) == "of" && crowds[wordOf(toks, i+2)] > 0 {
		return 2 * n * crowds[wordOf(toks, i+2)], -1, i + 2, true
	}
	if n, crowd := crowds[w]; crowd {
		return 2 * n, -1, i, true
	}
	if next := wordOf(toks, i+1); (w == "a" || w == "an" || w == "several" || w == "few") && scales[next] > 0 && len(next) > 2 {
		if w == "several" || w == "few" {
			return 2 * scales[next], -1, i + 1, true
		}
		return scales[next], scales[next], i + 1, true
	}
	value, whole := decimal(w)
	if !whole {
		return 0, 0, 0, false
	}
	last = i
	for scale := scales[wordOf(toks, last+1)]; scale > 0 && value < 1<<50/scale; scale = scales[wordOf(toks, last+1)] {
		value *= scale
		last++
	}
	value /= thousandth
	if toks[i].POS != language.NUM && last == i && !digits(w) {
		return 0, 0, 0, false // "one said", "nobody"
	}
	return value, value, last, true
}

func digits(w string) bool { return w[0] >= '0' && w[0] <= '9' }

// thousandth is the unit in which decimals are read.
const thousandth = 1000

// decimal reads "nine", "1,200", "2.5", in thousandths.
func decimal(w string) (int64, bool) {
	if n := counts[w]; n > 0 && w != "a" && w != "an" {
		return int64(n) * thousandth, true
	}
	if n := tens[w]; n > 0 {
		return n * thousandth, true
	}
	if s := scales[w]; s > 0 && len(w) > 2 {
		return s * thousandth, true
	}
	w = strings.ReplaceAll(w, ",", "")
	whole, part, point := strings.Cut(w, ".")
	n, err := strconv.ParseInt(whole, 10, 64)
	if err != nil || n < 0 || n >= 1<<40 || point && part == "" {
		return 0, false
	}
	n *= thousandth
	if point {
		f, err := strconv.ParseInt((part + "000")[:3], 10, 64)
		if err != nil || f < 0 {
			return 0, false
		}
		n += f
	}
	return n, true
}

var tens = map[string]int64{
	"thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
	"forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
	"twenty-one": 21, "twenty-two": 22, "twenty-three": 23, "twenty-four": 24, "twenty-five": 25,
}

// amountQuantity is an amount as evidence words it.
func (p *passage) amountQuantity(a amount, of graph.CountOf) graph.Quantity {
	s := p.span(a.first, a.last)
	q := graph.Quantity{Of: of, Unit: graph.Text(a.unit), Text: p.slice(s), Span: s}
	if low := a.low; low >= 0 {
		q.Low = &low
	}
	if high := a.high; high >= 0 {
		q.High = &high
	}
	return q
}

// amountOf is the number of a nominal: its own, the one before it, or the word for a number
// that it is.
func (p *passage) amountOf(tok int) (amount, bool) {
	best, found := amount{}, false
	for _, a := range p.amounts {
		switch {
		case a.first <= tok && tok <= a.last:
			return a, true
		case a.last < tok && (p.under(a, tok) || p.nextTo(a, tok)):
			best, found = a, true
		case a.first > tok:
			return best, found
		}
	}
	return best, found
}

// under reports whether an amount counts a noun in the tree.
func (p *passage) under(a amount, noun int) bool {
	for k := a.first; k <= a.last; k++ {
		if p.head(k) == noun && p.is(k, language.NumMod) {
			return true
		}
	}
	return false
}

// nextTo reports whether nothing but adjectives and nouns of the same phrase stand between an
// amount and a noun: "between 20 and 30 armed men".
func (p *passage) nextTo(a amount, noun int) bool {
	if noun-a.last > 4 {
		return false
	}
	for k := a.last + 1; k < noun; k++ {
		switch p.toks[k].POS {
		case language.ADJ, language.PROPN:
		case language.NOUN:
			if p.head(k) != noun {
				return false
			}
		default:
			if p.text(k) != "of" || k != a.last+1 {
				return false
			}
		}
	}
	return p.noun(noun)
}
