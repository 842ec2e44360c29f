package sqlite

import (
	"strings"
)

// fragment is a piece of a statement with the values for its question marks. Text comes from
// this package alone; whatever anybody else says is a value.
type fragment struct {
	text string
	args []any
}

// build puts a fragment together: each {} in the text takes the next part, a fragment or a text
// of this package; each ? takes the next part as its value.
func build(text string, parts ...any) fragment {
	var b strings.Builder
	var args []any
	for {
		i := strings.IndexAny(text, "?{")
		if i < 0 {
			break
		}
		b.WriteString(text[:i])
		part := parts[0]
		parts = parts[1:]
		if text[i] == '?' {
			b.WriteByte('?')
			args = append(args, part)
			text = text[i+1:]
			continue
		}
		switch p := part.(type) {
		case fragment:
			b.WriteString(p.text)
			args = append(args, p.args...)
		case string:
			b.WriteString(p)
		default:
			panic("sqlite: a part of a statement is neither text nor fragment")
		}
		text = text[i+2:]
	}
	if len(parts) > 0 {
		panic("sqlite: more parts than places in " + b.String())
	}
	b.WriteString(text)
	return fragment{b.String(), args}
}

var (
	always = fragment{text: "1"}
	never  = fragment{text: "0"}
)

// all is true where every condition is; those that always are fall away, and one that never is
// is all that is left.
func all(conditions ...fragment) fragment { return join(" AND ", always, never, conditions) }

// some is true where any condition is.
func some(conditions ...fragment) fragment { return join(" OR ", never, always, conditions) }

// not is true where a condition is not: IS NOT TRUE, because a comparison with an unknown value
// is neither true nor false.
func not(condition fragment) fragment {
	switch condition.text {
	case always.text:
		return never
	case never.text:
		return always
	}
	return build("({}) IS NOT TRUE", condition)
}

func join(word string, neutral, deciding fragment, conditions []fragment) fragment {
	var texts []string
	var args []any
	for _, c := range conditions {
		switch c.text {
		case deciding.text:
			return deciding
		case neutral.text:
			continue
		}
		texts = append(texts, c.text)
		args = append(args, c.args...)
	}
	switch len(texts) {
	case 0:
		return neutral
	case 1:
		return fragment{texts[0], args}
	}
	return fragment{"(" + strings.Join(texts, word) + ")", args}
}

// in is true where a column holds one of the values, which go in as one JSON array.
func in[T any](column string, values []T) fragment {
	if len(values) == 0 {
		return never
	}
	return build("{} IN (SELECT value FROM json_each(?))", column, encode(values))
}

// named writes the names of rows into a text: {n} of the row at hand, {f} of the far end of a
// step, {b} of what lies between.
func named(text, n, far, between string) fragment {
	return fragment{text: strings.NewReplacer("{n}", n, "{f}", far, "{b}", between).Replace(text)}
}

// with gives the values for the question marks.
func (f fragment) with(args ...any) fragment {
	f.args = append(f.args, args...)
	return f
}
