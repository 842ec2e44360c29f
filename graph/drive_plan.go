package graph

import "slices"

// option is a Drive whose parts are still to be chosen.
type option struct {
	Drive
	level int         // of links below it
	far   []*option   // one of which is to be Far
	any   [][]*option // one of each of which is to be in Any
	size  int         // if not a union
}

// planner collects the options of a query that have a size of their own.
type planner struct{ measured []*option }

const tooMany = ProbeLimit + 1

func (p *planner) add(o *option) []*option {
	if len(p.measured) == maxOptions {
		return nil
	}
	o.size = tooMany
	p.measured = append(p.measured, o)
	return []*option{o}
}

// options are the ways to drive to the nodes of a class that a search and a filter ask for.
func (p *planner) options(c Class, search string, f Filter) []*option {
	var out []*option
	if search != "" {
		out = p.add(&option{Drive: Drive{Class: c, Search: search}})
	}
	return append(out, p.filter(c, f)...)
}

func (p *planner) filter(c Class, f Filter) []*option {
	switch f := f.(type) {
	case And:
		return p.and(c, f)
	case Or:
		return p.or(c, f)
	case *Has:
		far := p.options(f.Link.To(), "", f.Where)
		if len(far) == 0 {
			return nil
		}
		return p.add(&option{
			Drive: Drive{Class: c, Link: f.Link, FarWhere: f.Where, has: f},
			far:   far, level: 1 + highest(far),
		})
	case *Compare:
		if slices.Contains(indexed[c], f.Property) || f.Property == PropID {
			return p.add(&option{Drive: Drive{Class: c, Where: f}})
		}
	}
	return nil
}

// and joins the options of all conditions, with a type and a range of days as one.
func (p *planner) and(c Class, f And) []*option {
	flat := flatten(nil, f)
	kind, when := compareOf(flat, PropType), compareOf(flat, PropWhen)
	var out []*option
	for _, g := range flat {
		switch {
		case kind != nil && when != nil && g == Filter(kind):
			out = append(out, p.add(&option{Drive: Drive{Class: c, Where: And{kind, when}}})...)
		case kind != nil && when != nil && g == Filter(when):
		default:
			out = append(out, p.filter(c, g)...)
		}
	}
	return out
}

func flatten(out []Filter, f And) []Filter {
	for _, g := range f {
		if inner, ok := g.(And); ok {
			out = flatten(out, inner)
		} else {
			out = append(out, g)
		}
	}
	return out
}

func compareOf(fs []Filter, p Property) *Compare {
	for _, f := range fs {
		if c, ok := f.(*Compare); ok && c.Property == p {
			return c
		}
	}
	return nil
}

func (p *planner) or(c Class, f Or) []*option {
	union := &option{Drive: Drive{Class: c}, any: [][]*option{}}
	before := len(p.measured)
	for _, g := range f {
		branch := p.filter(c, g)
		if len(branch) == 0 {
			p.measured = p.measured[:before] // nobody needs the size of the others
			return nil
		}
		union.any = append(union.any, branch)
		union.level = max(union.level, highest(branch))
	}
	return []*option{union}
}

func highest(options []*option) int {
	level := 0
	for _, o := range options {
		level = max(level, o.level)
	}
	return level
}

// measure sizes the options of one level; those of the levels below have their sizes.
func (p *planner) measure(level int, sizes func([]Drive) ([]int, error)) error {
	var asked []*option
	var drives []Drive
	for _, o := range p.measured {
		if o.level != level || o.far != nil && smallest(o.far) == nil {
			continue
		}
		if c, ok := o.Where.(*Compare); ok && c.Property == PropID {
			o.size = len(c.Texts) // at most
			continue
		}
		asked = append(asked, o)
		drives = append(drives, o.drive())
	}
	if len(asked) == 0 {
		return nil
	}
	counted, err := sizes(drives)
	if err != nil {
		return err
	}
	for i, o := range asked {
		o.size = counted[i]
	}
	return nil
}

// drive is the option with the smallest of its parts.
func (o *option) drive() Drive { return o.with(smallest) }

// with is the option with those of its parts that choose chooses.
func (o *option) with(choose func([]*option) *option) Drive {
	d := o.Drive
	if o.far != nil {
		far := choose(o.far).with(choose)
		d.Far = &far
	}
	if o.any != nil {
		d.Any = make([]Drive, len(o.any))
		for i, branch := range o.any {
			d.Any[i] = choose(branch).with(choose)
		}
	}
	return d
}

// total is the size of the option, that of a union the sum of its branches.
func (o *option) total() int {
	if o.any == nil {
		return o.size
	}
	sum := 0
	for _, branch := range o.any {
		least := tooMany
		for _, b := range branch {
			least = min(least, b.total())
		}
		sum += least
	}
	return sum
}

// smallest is the first of the smallest options that are small enough, nil if none is.
func smallest(options []*option) *option {
	var best *option
	for _, o := range options {
		if size := o.total(); size <= ProbeLimit && (best == nil || size < best.total()) {
			best = o
		}
	}
	return best
}

func firstDrive(options []*option) *Drive {
	if len(options) == 0 {
		return nil
	}
	d := options[0].with(func(options []*option) *option { return options[0] })
	return &d
}
