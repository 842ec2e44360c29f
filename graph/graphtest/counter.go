package graphtest

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/actorgraph/actorgraph/graph"
)

// Counter is a graph.Reader that counts the calls that pass through it, by method. It is
// safe for concurrent use.
type Counter struct {
	reader graph.Reader
	mu     sync.Mutex
	calls  map[string]int
}

var _ graph.Reader = (*Counter)(nil)

// NewCounter counts the calls of r.
func NewCounter(r graph.Reader) *Counter { return &Counter{reader: r, calls: map[string]int{}} }

// Calls are the numbers of calls since the last Reset by the name of the method: "Nodes",
// "Find", and for each edge "Expand events". The map is the caller's.
func (c *Counter) Calls() map[string]int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return maps.Clone(c.calls)
}

// Total is the number of all calls since the last Reset.
func (c *Counter) Total() int {
	total := 0
	for _, n := range c.Calls() {
		total += n
	}
	return total
}

// Reset starts counting from zero.
func (c *Counter) Reset() {
	c.mu.Lock()
	defer c.mu.Unlock()
	clear(c.calls)
}

// String lists the calls by name: "Expand events 1, Find 1, Nodes 2".
func (c *Counter) String() string {
	calls := c.Calls()
	var out []string
	for _, name := range slices.Sorted(maps.Keys(calls)) {
		out = append(out, fmt.Sprintf("%s %d", name, calls[name]))
	}
	return strings.Join(out, ", ")
}

func (c *Counter) count(name string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.calls[name]++
}

// Nodes implements graph.Reader.
func (c *Counter) Nodes(ctx context.Context, v graph.View, ids []graph.ID, d graph.Detail) ([]graph.Node, error) {
	c.count("Nodes")
	return c.reader.Nodes(ctx, v, ids, d)
}

// Texts implements graph.Reader.
func (c *Counter) Texts(ctx context.Context, of []graph.RevisionID) ([]graph.Text, error) {
	c.count("Texts")
	return c.reader.Texts(ctx, of)
}

// Find implements graph.Reader.
func (c *Counter) Find(ctx context.Context, q graph.Query) (graph.Page[graph.Node], error) {
	c.count("Find")
	return c.reader.Find(ctx, q)
}

// Expand implements graph.Reader.
func (c *Counter) Expand(ctx context.Context, from []graph.ID, e graph.Expansion) ([]graph.Page[graph.Hop], error) {
	c.count("Expand " + string(e.Edge))
	return c.reader.Expand(ctx, from, e)
}

// Aggregate implements graph.Reader.
func (c *Counter) Aggregate(ctx context.Context, a graph.Aggregation) (graph.Buckets, error) {
	c.count("Aggregate")
	return c.reader.Aggregate(ctx, a)
}

// Links implements graph.Reader.
func (c *Counter) Links(ctx context.Context, q graph.LinkQuery) (graph.Links, error) {
	c.count("Links")
	return c.reader.Links(ctx, q)
}

// Counterparts implements graph.Reader.
func (c *Counter) Counterparts(ctx context.Context, of []graph.ID, q graph.CounterpartQuery) ([]graph.Page[graph.Counterpart], error) {
	c.count("Counterparts")
	return c.reader.Counterparts(ctx, of, q)
}

// Paths implements graph.Reader.
func (c *Counter) Paths(ctx context.Context, p graph.PathQuery) ([]graph.Path, error) {
	c.count("Paths")
	return c.reader.Paths(ctx, p)
}

// Changes implements graph.Reader.
func (c *Counter) Changes(ctx context.Context, after graph.Sequence, limit int) ([]graph.Change, error) {
	c.count("Changes")
	return c.reader.Changes(ctx, after, limit)
}

// Info implements graph.Reader.
func (c *Counter) Info(ctx context.Context) (graph.Info, error) {
	c.count("Info")
	return c.reader.Info(ctx)
}
