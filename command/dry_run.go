package command

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/open"
	"github.com/actorgraph/actorgraph/loader"
)

// rehearsal is the store of a load that is not to change anything. Write says what a load
// would do with each article, as far as the graph as it is shows; it knows nothing of
// articles that the load itself would have written before.
type rehearsal struct {
	graph.Writer
	store graph.Store // nil where there is no graph yet
}

// openRehearsal opens the graph if there is one. It never makes one.
func openRehearsal(cmd *cobra.Command, address string) (loadStore, error) {
	store, err := open.Open(cmd.Context(), address, open.Options{MustExist: true})
	switch {
	case errors.Is(err, graph.ErrNotFound):
		return rehearsal{}, nil
	case err != nil:
		return nil, ofStore(cmd, address, err)
	}
	return rehearsal{store: store}, nil
}

// Write checks the batch as a store does and compares it with what is there.
func (r rehearsal) Write(ctx context.Context, b graph.Batch) (graph.Written, error) {
	if err := b.Validate(); err != nil {
		return graph.Written{}, err
	}
	w := graph.Written{Outcomes: make([]graph.Outcome, len(b.Extractions))}
	ids := make([]graph.ID, len(b.Extractions))
	for i := range b.Extractions {
		w.Outcomes[i], ids[i] = graph.Loaded, b.Extractions[i].Article.ID
	}
	if r.store == nil || len(ids) == 0 {
		return w, nil
	}
	nodes, err := r.store.Nodes(ctx, graph.View{}, ids, graph.Whole)
	if err != nil {
		return graph.Written{}, err
	}
	for i, n := range nodes {
		a, ok := n.(*graph.Article)
		switch {
		case !ok:
		case !graph.Open(a.Recorded):
			w.Outcomes[i] = graph.StaysRetracted
		case a.TextHash == b.Extractions[i].Article.TextHash, graph.CompareAge(&b.Extractions[i].Article, a) < 0:
			w.Outcomes[i] = graph.Known
		default:
			w.Outcomes[i] = graph.Revised
		}
	}
	return w, nil
}

func (r rehearsal) Close() error {
	if r.store == nil {
		return nil
	}
	return r.store.Close()
}

// rehearsed says what a load would do.
func rehearsed(address string, s loader.Summary) string {
	return fmt.Sprintf("%s, nothing written: %s would go in", address, count(s.Loaded+s.Revised, "article"))
}
