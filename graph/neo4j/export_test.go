package neo4j

import (
	"context"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/actorgraph/actorgraph/graph"
)

// FindPlan says how the server goes about the page of a query, one step a line.
func (s *Store) FindPlan(ctx context.Context, q graph.Query) (string, error) {
	if q.Order == "" {
		q.Order = graph.DefaultOrder(q.Class, q.Search)
	}
	l, err := findList(q)
	if err != nil {
		return "", err
	}
	if q.Page.Total {
		return s.Explain(ctx, l.count, l.params)
	}
	return s.Explain(ctx, l.page, l.params)
}

// ExpandPlan does so for an expansion; of several lists it gives one plan after another.
func (s *Store) ExpandPlan(ctx context.Context, e graph.Expansion) (string, error) {
	if e.Order == "" {
		e.Order = e.Edge.Orders()[0]
	}
	w, err := wayOf(e)
	if err != nil {
		return "", err
	}
	w.params["from"] = []any{"a"}
	texts := w.pages
	if e.Page.Total {
		texts = []string{w.count}
	}
	var plans strings.Builder
	for _, text := range texts {
		plan, err := s.Explain(ctx, text, w.params)
		if err != nil {
			return "", err
		}
		plans.WriteString(plan)
	}
	return plans.String(), nil
}

// WritePlans explains every statement that stands in a file by itself, by name.
func (s *Store) WritePlans(ctx context.Context) (map[string]string, error) {
	names, err := fs.Glob(files, "cypher/*.cypher")
	if err != nil {
		return nil, err
	}
	plans := map[string]string{}
	for _, name := range names {
		name = strings.TrimSuffix(path.Base(name), ".cypher")
		text := statement(name)
		if strings.Contains(text, filterPlace) || strings.HasPrefix(name, "gathered_") || strings.HasPrefix(name, "page_") {
			continue // part of the questions, which have plans of their own
		}
		plan, err := s.Explain(ctx, fill(text, "", "EDGE", "HOLDS_OFFICE"), nil)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		plans[name] = plan
	}
	return plans, nil
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

// readPlan takes the columns Operator and Details out of the server's table.
func readPlan(table string) string {
	var b strings.Builder
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
		details := strings.TrimRight(string(cells[columns[2]+2:columns[3]]), " ")
		switch {
		case operator == "Operator", strings.HasSuffix(operator, `\`), strings.HasPrefix(details, "---"):
		case strings.Contains(operator, "+"):
			b.WriteString("\n  " + strings.TrimRight(operator+"  "+details, " "))
		default: // the details go on
			b.WriteString(strings.TrimLeft(details, " "))
		}
	}
	return strings.TrimPrefix(b.String(), "\n") + "\n"
}

// Exec runs a statement of a test in a transaction of the store.
func (s *Store) Exec(ctx context.Context, text string, params map[string]any) error {
	return s.writing(ctx, "exec", func(t *transaction) error { return t.exec(text, params) })
}

// Try runs do in a transaction of the store.
func (s *Store) Try(ctx context.Context, do func() error) error {
	return s.writing(ctx, "try", func(*transaction) error { return do() })
}

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
