package graph

import "slices"

// Form is how a store goes about a list. Both forms give the same answer.
type Form string

const (
	// FormAuto drives from the smallest Drive of at most ProbeLimit nodes, and walks if there is
	// none.
	FormAuto Form = ""
	// FormWalk follows the index of the order, tests every condition on one node after another,
	// and stops at the end of the page: quick where answers are common.
	FormWalk Form = "WALK"
	// FormDrive finds the nodes of one Drive first, tests the other conditions on them, and then
	// sorts: quick where they are few. Where a query has no Drive, it walks.
	FormDrive Form = "DRIVE"
)

// ProbeLimit is how far a store counts the nodes of a Drive, and the most it drives from.
const ProbeLimit = 20_000

// Drive is a set of nodes of Class that holds every answer of a query, and that a store can
// list by its indexes alone. It may also hold closed nodes, and a node several times; the store
// still tests on each node what Rest leaves of the query.
//
// One of these is set:
//
//   - Search: the nodes that a search finds.
//   - Where: those for which a condition holds that an index answers. It is a *Compare of
//     PropID (any class); PropName, PropCountry, PropWikidata (actors); PropType, PropWhen,
//     PropMinNumber (events); PropRecorded (evidence); PropURL, PropPublisher, PropPublished
//     (articles); PropCountry, PropWithin, PropNameContains, PropNear (places: few enough to
//     look through); or an And of a PropType and a PropWhen, for one index of both.
//   - Far: the nodes from which Link leads to an open node of Far that matches FarWhere (nil
//     for all).
//   - Any: the union, of nothing if it is empty.
type Drive struct {
	Class    Class
	Search   string
	Where    Filter
	Link     Link
	Far      *Drive
	FarWhere Filter
	Any      []Drive

	has *Has // of Far
}

// Rest is what is left to be tested of the condition where, which the query of the Drive has, on
// the open nodes of the Drive: all of it but what its own And, if it is one, shares with the Drive.
func (d *Drive) Rest(where Filter) Filter {
	flat := And{where}
	if and, ok := where.(And); ok {
		flat = flatten(nil, and)
	}
	return And(slices.DeleteFunc(slices.Clone(flat), d.answers))
}

// answers reports whether a condition holds for all open nodes of the Drive.
func (d *Drive) answers(f Filter) bool {
	switch f := f.(type) {
	case nil:
		return true
	case *Has:
		return f == d.has
	case *Compare:
		if and, ok := d.Where.(And); ok {
			return slices.ContainsFunc(and, func(g Filter) bool { return g == Filter(f) })
		}
		return d.Where == Filter(f)
	}
	return false
}

// indexed are the properties of each class that an index answers, beside PropID.
var indexed = map[Class][]Property{
	ClassActor:    {PropName, PropCountry, PropWikidata},
	ClassEvent:    {PropType, PropWhen, PropMinNumber},
	ClassEvidence: {PropRecorded},
	ClassArticle:  {PropURL, PropPublisher, PropPublished},
	ClassPlace:    {PropCountry, PropWithin, PropNameContains, PropNear},
}

// maxOptions bounds what a store is asked to size for one query; the conditions beyond it are
// only tested.
const maxOptions = 100

// ChooseDrive says from what a store drives to answer q, nil to walk. q is valid. A search
// drives, as does a condition that an index answers or that leads through a link to what
// drives; an And where any of its conditions does, an Or where each does, a Not never.
//
// sizes is asked for the number of nodes of some Drives, each counted up to ProbeLimit+1;
// counting one node several times is allowed. It is called at most once for each level of links
// in q.Where and once for q itself, never with an empty list nor for ids. Under FormDrive the first Drive in
// the order of q is taken whatever its size, and nothing is asked.
func ChooseDrive(q Query, form Form, sizes func([]Drive) ([]int, error)) (*Drive, error) {
	if form == FormWalk {
		return nil, nil
	}
	p := &planner{}
	options := p.options(q.Class, q.Search, q.Where)
	if form == FormDrive {
		return firstDrive(options), nil
	}
	for level := range 1 + highest(p.measured) {
		if err := p.measure(level, sizes); err != nil {
			return nil, err
		}
	}
	if o := smallest(options); o != nil {
		d := o.drive()
		return &d, nil
	}
	return nil, nil
}
