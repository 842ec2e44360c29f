package sqlite

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/actorgraph/actorgraph/graph"
)

// quick reads the few JSON shapes that most rows have, several times faster than
// encoding/json and without copying texts. What it does not expect (an escape, a space, an
// unknown name) it leaves to encoding/json: see cursor.quick.
type quick struct {
	s      string
	at     int
	failed bool
}

// quick reads a column by read; if that finds anything odd, by encoding/json into dst.
func (c *cursor) quick(dst any, read func(q *quick)) {
	s := c.text()
	if s == "" || c.err != nil {
		return
	}
	q := &quick{s: s}
	read(q)
	if q.failed || q.at != len(s) {
		c.at--
		c.json(dst)
	}
}

// peek is the next byte, 0 at the end.
func (q *quick) peek() byte {
	if q.at < len(q.s) {
		return q.s[q.at]
	}
	return 0
}

func (q *quick) take(b byte) bool {
	if q.peek() != b {
		return false
	}
	q.at++
	return true
}

func (q *quick) expect(b byte) {
	if !q.take(b) {
		q.failed = true
	}
}

// list calls each before every item.
func (q *quick) list(each func()) {
	q.expect('[')
	if q.take(']') {
		return
	}
	for !q.failed {
		each()
		if !q.take(',') {
			q.expect(']')
			return
		}
	}
}

// record calls each before the value of every field.
func (q *quick) record(each func(name string)) {
	q.expect('{')
	if q.take('}') {
		return
	}
	var seen [16]string
	for i := 0; !q.failed; i++ {
		name := q.text()
		q.expect(':')
		if i == len(seen) || slices.Contains(seen[:i], name) {
			q.failed = true
			return
		}
		seen[i] = name
		each(name)
		if !q.take(',') {
			q.expect('}')
			return
		}
	}
}

// text is a text without escapes.
func (q *quick) text() string {
	q.expect('"')
	n := strings.IndexByte(q.s[q.at:], '"')
	if q.failed || n < 0 {
		q.failed = true
		return ""
	}
	s := q.s[q.at : q.at+n]
	q.at += n + 1
	ascii := true
	for _, c := range []byte(s) {
		if c == '\\' || c < ' ' {
			q.failed = true
		}
		ascii = ascii && c < utf8.RuneSelf
	}
	if !ascii && !utf8.ValidString(s) {
		q.failed = true
	}
	return s
}

func (q *quick) int() int {
	start := q.at
	for c := q.peek(); c == '-' || '0' <= c && c <= '9'; c = q.peek() {
		q.at++
	}
	digits := q.s[start:q.at]
	n, err := strconv.Atoi(digits)
	q.failed = q.failed || err != nil || digits != strconv.Itoa(n)
	return n
}

func (q *quick) flag() bool {
	for _, v := range []string{"true", "false"} {
		if strings.HasPrefix(q.s[q.at:], v) {
			q.at += len(v)
			return v == "true"
		}
	}
	q.failed = true
	return false
}

// date is a day as graph.Date writes it.
func (q *quick) date() graph.Date {
	s := q.text()
	if len(s) == 10 && s[4] == '-' && s[7] == '-' {
		year, month, day := digits(s[:4]), digits(s[5:7]), digits(s[8:])
		if year > 0 && 1 <= month && month <= 12 && 1 <= day && day <= 28 { // surely a day
			return graph.Date(year*10000 + month*100 + day)
		}
	}
	d, err := graph.ParseDate(s)
	q.failed = q.failed || err != nil
	return d
}

// digits is a number of digits alone, else -1.
func digits(s string) int {
	n := 0
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return -1
		}
		n = n*10 + int(c-'0')
	}
	return n
}

// value reads what is seldom there with encoding/json.
func (q *quick) value(dst any) {
	d := json.NewDecoder(strings.NewReader(q.s[q.at:]))
	if err := d.Decode(dst); err != nil {
		q.failed = true
	}
	q.at += int(d.InputOffset())
}

// texts reads a list of texts of any kind.
func texts[T ~string](c *cursor, dst *[]T) {
	c.quick(dst, func(q *quick) { *dst = textList[T](q) })
}

func textList[T ~string](q *quick) []T {
	var out []T
	q.list(func() { out = append(out, T(q.text())) })
	return out
}

func (q *quick) period() *graph.Period {
	p := &graph.Period{}
	q.record(func(name string) {
		switch name {
		case "start":
			p.Start = q.date()
		case "end":
			p.End = q.date()
		case "exact":
			p.Exact = q.flag()
		case "precision":
			p.Precision = graph.Precision(q.text())
		case "text":
			p.Text = graph.Text(q.text())
		default:
			q.failed = true
		}
	})
	return p
}

func (c *cursor) period(dst **graph.Period) {
	c.quick(dst, func(q *quick) { *dst = q.period() })
}

func (c *cursor) stages(dst *[]graph.Stage) {
	c.quick(dst, func(q *quick) {
		var out []graph.Stage
		q.list(func() {
			var s graph.Stage
			q.record(func(name string) {
				switch name {
				case "status":
					s.Status = graph.Status(q.text())
				case "negated":
					s.Negated = q.flag()
				case "when":
					s.When = q.period()
				case "since":
					s.Since = q.date()
				case "evidence":
					s.EvidenceID = graph.ID(q.text())
				default:
					q.failed = true
				}
			})
			out = append(out, s)
		})
		*dst = out
	})
}

func (c *cursor) participants(dst *[]graph.Participant) {
	c.quick(dst, func(q *quick) {
		var out []graph.Participant
		q.list(func() {
			var p graph.Participant
			q.record(func(name string) {
				switch name {
				case "actor":
					p.ActorID = graph.ID(q.text())
				case "record":
					p.Record = graph.ID(q.text())
				case "roles":
					p.Roles = textList[graph.Role](q)
				case "standing":
					p.Standing = graph.Standing(q.text())
				case "passages":
					p.Passages = q.int()
				case "number":
					q.value(&p.Number)
				default:
					q.failed = true
				}
			})
			out = append(out, p)
		})
		*dst = out
	})
}
