package sqlite

import (
	"context"
	"fmt"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// choose decides from what to drive to the nodes of a query, nil to walk.
func (s *Store) choose(ctx context.Context, c *conn, q graph.Query) (*graph.Drive, error) {
	return s.chooseOf(ctx, c, q, 1)
}

// chooseOf is choose for a question that pays for driving from so many times as many nodes.
func (s *Store) chooseOf(ctx context.Context, c *conn, q graph.Query, times int) (*graph.Drive, error) {
	drive, err := graph.ChooseDrive(q, s.form, func(drives []graph.Drive) ([]int, error) {
		text, err := sizes(drives, graph.ProbeLimit*times+1)
		if err != nil {
			return nil, err
		}
		var out []int
		err = c.query(ctx, func(row []any) error {
			for _, n := range row {
				out = append(out, (int(n.(int64))+times-1)/times)
			}
			return nil
		}, text.text, text.args...)
		return out, err
	})
	if drive != nil && s.form == graph.FormAuto && (q.Order == graph.ByNewest || q.Order == graph.ByOldest) {
		// The index of the order begins with the day, so that a walk of those days reads what driving
		// from them would, and need not sort; and it has all that is counted beside them.
		if days, ok := drive.Where.(*graph.Compare); ok && days.Property == graph.PropWhen {
			return nil, err
		}
	}
	return drive, err
}

// sizes counts the nodes of each Drive up to a limit.
func sizes(drives []graph.Drive, limit int) (fragment, error) {
	var counts []string
	var args []any
	f := &filters{}
	for _, d := range drives {
		keys, err := f.driven(d)
		if err != nil {
			return never, err
		}
		counts = append(counts, "(SELECT count(*) FROM (SELECT 1 FROM ("+keys.text+") LIMIT ?))")
		args = append(append(args, keys.args...), int64(limit))
	}
	return fragment{"SELECT " + strings.Join(counts, ", "), args}, nil
}

// driven selects the keys of the nodes of a Drive, in no order, some perhaps twice.
func (c *filters) driven(d graph.Drive) (fragment, error) {
	switch {
	case d.Search != "":
		return found(d.Class, d.Search), nil
	case d.Where != nil:
		return c.indexed(d.Class, d.Where)
	case d.Far != nil:
		return c.near(d)
	}
	var texts []string
	var args []any
	for _, branch := range d.Any {
		keys, err := c.driven(branch)
		if err != nil {
			return never, err
		}
		texts = append(texts, "SELECT key FROM ("+keys.text+")")
		args = append(args, keys.args...)
	}
	if len(texts) == 0 {
		return fragment{text: "SELECT NULL AS key WHERE 0"}, nil
	}
	return fragment{strings.Join(texts, " UNION ALL "), args}, nil
}

// indexed selects the keys of the nodes for which a condition holds that an index answers.
func (c *filters) indexed(class graph.Class, f graph.Filter) (fragment, error) {
	n := c.alias()
	if f, ok := f.(*graph.Compare); ok {
		switch f.Property {
		case graph.PropID:
			return build("SELECT value AS key FROM json_each(?)", encode(keysOf(f.Texts))), nil
		case graph.PropName:
			return build("SELECT actor AS key FROM actor_name WHERE fold = ?", graph.Fold(f.Texts[0])), nil
		case graph.PropMinNumber:
			return build("SELECT event AS key FROM event_number WHERE what = ? AND low >= ?", f.Texts[0], f.Numbers[0]), nil
		case graph.PropWithin:
			return within(in("key", keysOf(f.Texts))), nil
		}
	}
	where, err := c.compile(class, n, f)
	if err != nil {
		return never, err
	}
	var parts []string
	var args []any
	for _, part := range narrowed(class, n, f) {
		part = all(fragment{text: n + ".open = 1"}, part, where)
		parts = append(parts, "SELECT "+n+".key AS key FROM "+sources[class].name+" AS "+n+" WHERE "+part.text)
		args = append(args, part.args...)
	}
	return fragment{strings.Join(parts, " UNION ALL "), args}, nil
}

// narrowed are conditions that follow from a condition, so that an index can bound it. Where
// there are several, each node that matches is in exactly one of them.
func narrowed(class graph.Class, n string, f graph.Filter) []fragment {
	switch c := leading(f); {
	case c == nil:
	case c.Property == graph.PropWhen && c.Texts[0] == string(graph.Within) && c.Numbers[1] != 0:
		return []fragment{build("{}.start <= ?", n, c.Numbers[1])}
	case c.Property == graph.PropWhen:
		return spans(n, c)
	case c.Property == graph.PropWikidata:
		return []fragment{{text: n + ".wikidata <> ''"}}
	case c.Property == graph.PropNear:
		reach := 9*c.Numbers[2] + 1000 // millionths of a degree of latitude; a metre is 8.99
		return []fragment{build("{}.located = 1 AND {}.latitude >= ? AND {}.latitude <= ?", n, n, c.Numbers[0]-reach, n, c.Numbers[0]+reach)}
	}
	return []fragment{always}
}

// leading is the comparison by which a condition can be bounded: it itself, or that of the
// days among several.
func leading(f graph.Filter) *graph.Compare {
	switch f := f.(type) {
	case *graph.Compare:
		return f
	case graph.And:
		for _, g := range f {
			if c := leading(g); c != nil && c.Property == graph.PropWhen {
				return c
			}
		}
	}
	return nil
}

// yearOfDates is a year in dates, which are yyyymmdd.
const yearOfDates = 10_000

// spans bounds the start of the events that overlap some days: hardly any lasts longer than a
// year, and those have an index of their own (event_long).
func spans(n string, c *graph.Compare) []fragment {
	since := c.Numbers[0]
	if graph.Match(c.Texts[0]) != graph.Overlaps || since <= yearOfDates {
		return []fragment{always}
	}
	return []fragment{
		build("{}.start >= ?", n, since-yearOfDates),
		build("{}.start < ? AND {}.stop - {}.start > 10000", n, since-yearOfDates, n, n),
	}
}

// near selects the keys of the nodes from which a link leads to what drives.
func (c *filters) near(d graph.Drive) (fragment, error) {
	switch d.Link {
	case graph.LinkTies:
		return c.either(d, graph.LinkTiesFrom, graph.LinkTiesTo)
	case graph.LinkParty:
		return c.either(d, graph.LinkFrom, graph.LinkTo)
	}
	keys, err := c.driven(*d.Far)
	if err != nil {
		return never, err
	}
	far, between := c.alias(), c.alias()
	where, err := c.compile(d.Far.Class, far, d.FarWhere)
	if err != nil {
		return never, err
	}
	key, join := linkBack(d.Class, d.Link)
	if key == "" {
		return never, fmt.Errorf("link %q: %w", d.Link, graph.ErrNotYet)
	}
	text := "SELECT " + key + " AS key FROM ({}) AS {} CROSS JOIN " + sources[d.Far.Class].name + " AS {f} ON {f}.key = {}.key " + join + " WHERE {f}.open = 1 AND {}"
	text = strings.NewReplacer("{f}", far, "{b}", between).Replace(text)
	found := "keys_" + far
	return build(text, keys, found, found, where), nil
}

// either selects what two links lead from.
func (c *filters) either(d graph.Drive, a, b graph.Link) (fragment, error) {
	one, other := d, d
	one.Link, other.Link = a, b
	return c.driven(graph.Drive{Class: d.Class, Any: []graph.Drive{one, other}})
}

// linkBack is link the other way round: from the far end {f} to what it is the far end of, with
// the key of that.
func linkBack(near graph.Class, l graph.Link) (key, join string) {
	switch l {
	case graph.LinkEvents, graph.LinkSourceOf, graph.LinkTargetOf:
		return "{b}.actor", "CROSS JOIN part AS {b} ON {b}.event = {f}.key AND " + counts(l, "{b}")
	case graph.LinkActor, graph.LinkSource, graph.LinkTarget:
		return "{b}.event", "CROSS JOIN part AS {b} ON {b}.actor = {f}.key AND " + counts(l, "{b}")
	case graph.LinkTiesFrom:
		return "{f}.from_actor", ""
	case graph.LinkTiesTo:
		return "{f}.to_node", ""
	case graph.LinkFrom:
		return "{b}.key", "CROSS JOIN tie AS {b} ON {b}.from_actor = {f}.key AND {b}.open = 1"
	case graph.LinkTo:
		return "{b}.key", "CROSS JOIN tie AS {b} ON {b}.to_node = {f}.key AND {b}.open = 1"
	case graph.LinkEvidence:
		return "{f}.fact", ""
	case graph.LinkPlace:
		if near == graph.ClassEvent {
			return "{b}.event", "CROSS JOIN event_place AS {b} ON {b}.place = {f}.key"
		}
		return "{b}.key", "CROSS JOIN tie AS {b} ON {b}.to_node = {f}.key AND {b}.open = 1"
	case graph.LinkAbout:
		return "{b}.event", "CROSS JOIN event_about AS {b} ON {b}.about = {f}.key"
	case graph.LinkArticle:
		return "{b}.key", "CROSS JOIN evidence AS {b} ON {b}.article = {f}.key AND {b}.open = 1"
	case graph.LinkSpeaker:
		return "{b}.key", "CROSS JOIN evidence AS {b} ON {b}.speaker = {f}.key AND {b}.open = 1"
	}
	return "", ""
}
