package sqlite

import (
	"time"

	"github.com/actorgraph/actorgraph/graph"
)

// The parts of a passage, read quickly.

func (c *cursor) assertion(dst *graph.Assertion) {
	c.quick(dst, func(q *quick) { *dst = q.assertion() })
}

func (q *quick) assertion() graph.Assertion {
	var a graph.Assertion
	q.record(func(name string) {
		switch name {
		case "eventType":
			a.EventType = graph.EventType(q.text())
		case "modes":
			a.Modes = textList[graph.Mode](q)
		case "contexts":
			a.Contexts = textList[graph.Context](q)
		case "relation":
			a.Relation = graph.Relation(q.text())
		case "role":
			a.Role = graph.Text(q.text())
		case "since":
			a.Since = q.period()
		case "until":
			a.Until = q.period()
		case "status":
			a.Status = graph.Status(q.text())
		case "negated":
			a.Negated = q.flag()
		case "when":
			a.When = q.period()
		case "wordings":
			q.list(func() { a.Wordings = append(a.Wordings, q.wording()) })
		case "numbers":
			q.value(&a.Numbers)
		case "attribution":
			q.list(func() { a.Attribution = append(a.Attribution, q.attribution()) })
		case "about":
			a.About = textList[graph.ID](q)
		default:
			q.failed = true
		}
	})
	return a
}

func (q *quick) wording() graph.Wording {
	var w graph.Wording
	q.record(func(name string) {
		switch name {
		case "part":
			w.Part = graph.Part(q.text())
		case "party":
			w.Party = graph.ID(q.text())
		case "inferred":
			w.Inferred = q.flag()
		case "absent":
			w.Absent = q.flag()
		case "number":
			q.value(&w.Number)
		case "text":
			w.Text = q.text()
		default:
			q.span(name, &w.Span)
		}
	})
	return w
}

func (q *quick) attribution() graph.Attribution {
	var a graph.Attribution
	q.record(func(name string) {
		switch name {
		case "speaker":
			a.Speaker = graph.ID(q.text())
		case "outlet":
			a.Outlet = q.text()
		case "text":
			a.Text = q.text()
		case "verb":
			a.Verb = graph.Text(q.text())
		case "hedged":
			a.Hedged = q.flag()
		default:
			q.span(name, &a.Span)
		}
	})
	return a
}

// span reads a field of a span, which stands among those of what has it.
func (q *quick) span(name string, s *graph.Span) {
	switch name {
	case "start":
		s.Start = q.int()
	case "end":
		s.End = q.int()
	default:
		q.failed = true
	}
}

func (c *cursor) steps(dst *[]graph.Step) {
	c.quick(dst, func(q *quick) {
		var out []graph.Step
		q.list(func() {
			var s graph.Step
			q.record(func(name string) {
				switch name {
				case "rule":
					s.Rule = q.text()
				case "says":
					s.Says = q.text()
				case "text":
					s.Text = q.text()
				default:
					q.span(name, &s.Span)
				}
			})
			out = append(out, s)
		})
		*dst = out
	})
}

func (c *cursor) intervals(dst *[]graph.Interval) {
	c.quick(dst, func(q *quick) {
		var out []graph.Interval
		q.list(func() {
			var i graph.Interval
			q.record(func(name string) {
				switch name {
				case "from":
					i.From = q.moment()
				case "to":
					i.To = q.moment()
				default:
					q.failed = true
				}
			})
			out = append(out, i)
		})
		*dst = out
	})
}

func (c *cursor) revisions(dst *[]graph.Revision) {
	c.quick(dst, func(q *quick) {
		var out []graph.Revision
		q.list(func() {
			var r graph.Revision
			q.record(func(name string) {
				switch name {
				case "number":
					r.Number = q.int()
				case "textHash":
					r.TextHash = q.text()
				case "recordedAt":
					r.RecordedAt = q.moment()
				case "replacedAt":
					r.ReplacedAt = q.moment()
				case "reason":
					r.Reason = q.text()
				default:
					q.failed = true
				}
			})
			out = append(out, r)
		})
		*dst = out
	})
}

// moment is a moment of the store's clock, in UTC.
func (q *quick) moment() time.Time {
	s := q.text()
	t, err := time.Parse(time.RFC3339Nano, s)
	if err != nil || len(s) == 0 || s[len(s)-1] != 'Z' {
		q.failed = true
	}
	return t
}
