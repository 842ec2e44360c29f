package neo4j

import (
	"context"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/actorgraph/actorgraph/graph"
)

// Statement is a text with the parameters that are given with it, nil where they are not known.
type Statement struct {
	Text   string
	Params map[string]any
}

// FindStatements are those of a query in a form, which is not FormAuto: of its page, or, where
// it asks for the total, of that.
func FindStatements(q graph.Query, form graph.Form) ([]Statement, error) {
	if q.Order == "" {
		q.Order = graph.DefaultOrder(q.Class, q.Search)
	}
	drive, err := graph.ChooseDrive(q, form, nil)
	if err != nil {
		return nil, err
	}
	l, err := findList(q, drive)
	if err != nil {
		return nil, err
	}
	if q.Page.Total {
		return []Statement{{l.count, l.params}}, nil
	}
	return []Statement{{l.page, l.params}}, nil
}

// SizeStatement is the one that sizes some Drives.
func SizeStatement(drives []graph.Drive) (Statement, error) {
	text, params, err := sizes(drives)
	return Statement{text, params}, err
}

// ExpandStatements are those of an expansion.
func ExpandStatements(e graph.Expansion) ([]Statement, error) {
	if e.Order == "" {
		e.Order = e.Edge.Orders()[0]
	}
	w, err := wayOf(e)
	if err != nil {
		return nil, err
	}
	w.params["from"] = []any{"a"}
	if e.Page.Total {
		return []Statement{{w.count, w.params}}, nil
	}
	var out []Statement
	for _, text := range w.pages {
		out = append(out, Statement{text, w.params})
	}
	return out, nil
}

// AggregateStatements are those of an aggregation in a form: from the numbers that are kept, or
// from the nodes.
func AggregateStatements(a graph.Aggregation, form graph.Form) ([]Statement, error) {
	text, params, err := fromRollups(a)
	if form != graph.FormAuto || text == "" {
		drive, chosen := graph.ChooseDrive(graph.Query{Class: a.Class, Where: a.Matching()}, form, nil)
		if chosen != nil {
			return nil, chosen
		}
		text, params, err = fromNodes(a, drive)
	}
	return []Statement{{text, params}}, err
}

// LinkStatements are those of links in a form, which is not FormAuto: of events, of all ties, of those
// between two actors, and of who these are.
func LinkStatements(q graph.LinkQuery, form graph.Form) ([]Statement, error) {
	var out []Statement
	for _, side := range []struct {
		class     graph.Class
		where     graph.Filter
		statement func(graph.LinkQuery, *graph.Drive) (string, map[string]any, error)
	}{{graph.ClassEvent, q.EventFilter(), linkStatement}, {graph.ClassTie, q.TieFilter(), tieStatement}} {
		drive, err := graph.ChooseDrive(graph.Query{Class: side.class, Where: side.where}, form, nil)
		if err != nil {
			return nil, err
		}
		text, params, err := side.statement(q, drive)
		if err != nil {
			return nil, err
		}
		out = append(out, Statement{text, params})
	}
	m := newRoster(q.ActorFilter())
	between, params, err := tiesBetween(q, m, [][2]uint32{{m.number("a"), m.number("b")}})
	if err != nil {
		return nil, err
	}
	who, ids, err := m.admission([]uint32{0, 1})
	return append(out, Statement{between, params}, Statement{who, ids}), err
}

// CounterpartStatements is the one of counterparts.
func CounterpartStatements(q graph.CounterpartQuery) ([]Statement, error) {
	text, params, err := counterparts([]graph.ID{"a"}, q)
	return []Statement{{text, params}}, err
}

// ShowNodes gives the items of a page their nodes.
var ShowNodes = showNodes

// WholeFiles names the statements that stand in a file by themselves, in order. The others
// are parts of questions.
func WholeFiles() []string {
	names, err := fs.Glob(files, "cypher/*.cypher")
	if err != nil {
		panic(err) // the pattern is wrong
	}
	var out []string
	for _, name := range names {
		name = strings.TrimSuffix(path.Base(name), ".cypher")
		if !strings.Contains(statement(name), filterPlace) && !part.MatchString(name) {
			out = append(out, name)
		}
	}
	return out
}

var part = regexp.MustCompile("^(gathered_|page_|drive_size$|aggregate|links)")

// WholeFile is the statement of such a file.
func WholeFile(name string) string { return fill(statement(name), "", "EDGE", "HOLDS_OFFICE") }

// MigrationStatements are those that make constraints and indexes.
func MigrationStatements() ([]string, error) {
	all, err := migrations(embedded)
	var out []string
	for _, m := range all {
		out = append(out, m.statements...)
	}
	return out, err
}

// Explain gives the plan of a statement. The server's own table is read, because the driver
// gives every step the same children.
func (s *Store) Explain(ctx context.Context, text string, params map[string]any) (string, error) {
	session := s.driver.NewSession(ctx, s.config(neo4j.AccessModeRead))
	defer session.Close(ctx)
	result, err := session.Run(ctx, "EXPLAIN "+text, params)
	if err != nil {
		return "", fmt.Errorf("%w\n%s", err, text)
	}
	summary, err := result.Consume(ctx)
	if err != nil {
		return "", fmt.Errorf("%w\n%s", err, text)
	}
	table, _ := summary.Plan().Arguments()["string-representation"].(string)
	return readPlan(table), nil
}

// readPlan takes the columns Operator and Details out of the server's table, which breaks long details
// wherever the column ends.
func readPlan(table string) string {
	var operators, details []string
	var columns []int // where they begin
	for line := range strings.Lines(table) {
		cells := []rune(strings.TrimRight(line, "\n"))
		if len(cells) == 0 || cells[0] != '|' && cells[0] != '+' {
			continue
		}
		if columns == nil {
			for i, r := range cells {
				if r == '+' {
					columns = append(columns, i)
				}
			}
			continue
		}
		if cells[0] == '+' || len(cells) <= columns[3] {
			continue
		}
		operator := strings.TrimRight(string(cells[2:columns[1]]), " ")
		detail := string(cells[columns[2]+2 : columns[3]-1])
		switch {
		case operator == "Operator", strings.HasSuffix(operator, `\`), strings.HasPrefix(detail, "---"):
		case strings.Contains(operator, "+"):
			operators, details = append(operators, operator), append(details, detail)
		default: // the details go on
			details[len(details)-1] += detail
		}
	}
	var b strings.Builder
	for i, operator := range operators {
		b.WriteString(strings.TrimRight("  "+operator+"  "+strings.Join(strings.Fields(details[i]), " "), " ") + "\n")
	}
	return b.String()
}

// Exec runs a statement of a test in a transaction of the store.
func (s *Store) Exec(ctx context.Context, text string, params map[string]any) error {
	return s.writing(ctx, "exec", func(t *transaction) error { return t.exec(text, params) })
}

// Try runs do in a transaction of the store.
func (s *Store) Try(ctx context.Context, do func() error) error {
	return s.writing(ctx, "try", func(*transaction) error { return do() })
}

// FillBy has Migrate fill an older database by so many rows a transaction, and each try of one end with tried.
func (s *Store) FillBy(rows int, tried func() error) { s.filling = filling{rows, tried} }

// Read runs a statement of a test as the store reads.
func (s *Store) Read(ctx context.Context, text string) error {
	return s.reading(ctx, "read", func(r *reader) error { return r.each(text, nil, func(*row) error { return nil }) })
}

// Meaning is what an error of the driver means.
func Meaning(err error) error { return meaningOf(err) }

// ParseAddress is what Open makes of an address.
func ParseAddress(address string, o Options) (string, Options, error) { return parse(address, o) }

// NewEnough is what Open asks of a server.
func NewEnough(agent string) bool { return newEnough(agent) }

// Agent is what the server calls itself.
func (s *Store) Agent(ctx context.Context) string {
	info, err := s.driver.GetServerInfo(ctx)
	if err != nil {
		return err.Error()
	}
	return info.Agent()
}

// Decode makes a node from the properties of one.
func Decode(p map[string]any) (graph.Node, error) { return decode(p) }
