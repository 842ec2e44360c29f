package neo4j

import (
	"fmt"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

var (
	driveText     = statement("drive")
	driveLinkText = statement("drive_link")
	driveSizeText = statement("drive_size")
)

// choose decides from what to drive to the nodes of a query, nil to walk.
func (s *Store) choose(r *reader, q graph.Query) (*graph.Drive, error) {
	return graph.ChooseDrive(q, s.form, func(drives []graph.Drive) ([]int, error) {
		text, params, err := sizes(drives)
		if err != nil {
			return nil, err
		}
		out := make([]int, len(drives))
		return out, r.each(text, params, func(row *row) error {
			out[row.int("i")] = int(row.int("size"))
			return nil
		})
	})
}

// chooseAll decides from what to drive to all nodes that match, nil to read the whole class or the
// events of some days. Nothing ends early here, as a page does, so that an index is worth it however
// much it finds.
func (s *Store) chooseAll(r *reader, class graph.Class, f graph.Filter) (*graph.Drive, error) {
	drive, err := s.choose(r, graph.Query{Class: class, Where: f})
	if err != nil || s.form != graph.FormAuto {
		return drive, err
	}
	if drive == nil {
		return graph.ChooseDrive(graph.Query{Class: class, Where: widest(f)}, graph.FormDrive, nil)
	}
	if when, ok := drive.Where.(*graph.Compare); ok && when.Property == graph.PropWhen {
		return nil, nil // the events of those days are found by the index that has all
	}
	return drive, nil
}

// widest is what of a condition is worth driving from even if it finds many nodes: an actor or a
// place, else days of articles, else types of events, unless days of events are asked for. The others may
// find nearly all there are.
func widest(f graph.Filter) graph.Filter {
	flat, _ := f.(graph.And)
	if flat == nil {
		flat = graph.And{f}
	}
	var found graph.And
	for _, g := range flat {
		switch g := g.(type) {
		case *graph.Has:
			if one, ok := g.Where.(*graph.Compare); ok && one.Property == graph.PropID {
				return g
			}
		case *graph.Compare:
			if g.Property == graph.PropType || g.Property == graph.PropPublished && g.Numbers[0] != 0 {
				found = append(found, g)
			}
		}
	}
	if daysWithin(f).bounded() {
		return nil
	}
	return found
}

// sizes is one statement that counts the nodes of each Drive as far as it matters.
func sizes(drives []graph.Drive) (string, map[string]any, error) {
	c := newFilters()
	var counts []string
	for i := range drives {
		found, err := c.found(&drives[i], "n")
		if err != nil {
			return "", nil, err
		}
		counts = append(counts, fill(driveSizeText, "", "FOUND", found, "NUMBER", fmt.Sprint(i)))
	}
	return strings.Join(counts, "\nUNION ALL\n"), c.with(map[string]any{"probe": int64(graph.ProbeLimit) + 1}), nil
}

// found gives the clauses that find the nodes of a Drive, as n, some of them perhaps several
// times.
func (c *filters) found(d *graph.Drive, n string) (string, error) {
	switch {
	case d.Search != "":
		return c.words(d.Class, n, graph.Words(d.Search)), nil
	case d.Where != nil:
		return c.sought(d.Class, n, d.Where)
	case d.Far != nil:
		return c.foundFrom(d, n)
	}
	if len(d.Any) == 0 {
		return c.byID(n, nil), nil
	}
	var branches []string
	for i := range d.Any {
		text, err := c.found(&d.Any[i], n)
		if err != nil {
			return "", err
		}
		branches = append(branches, text)
	}
	return union(n, branches), nil
}

// foundFrom finds nodes from the far ends of a link.
func (c *filters) foundFrom(d *graph.Drive, n string) (string, error) {
	far, between := c.name(), c.name()
	found, err := c.found(d.Far, far)
	if err != nil {
		return "", err
	}
	where, err := c.compile(d.Far.Class, far, rest(d.Far, d.FarWhere))
	if err != nil {
		return "", err
	}
	pattern, err := link(d.Class, d.Link)
	if err != nil {
		return "", err
	}
	pattern = strings.NewReplacer("{n}", n, "{f}", far, "{b}", between).Replace(pattern)
	return found + "\n" + fill(driveLinkText, where, "FAR", far, "LABEL", labels[d.Far.Class], "LINK", pattern), nil
}

// rest is what is to be tested on what a Drive finds. What is found from far ends matches; what
// an index finds may be more than the condition holds for.
func rest(d *graph.Drive, where graph.Filter) graph.Filter {
	if d == nil || d.Far == nil {
		return where
	}
	return d.Rest(where)
}

// union finds what any of several texts finds.
func union(n string, texts []string) string {
	if len(texts) == 1 {
		return texts[0]
	}
	end := "\nRETURN " + n
	return "CALL () {\n" + strings.Join(texts, end+"\nUNION ALL\n") + end + "\n}"
}
