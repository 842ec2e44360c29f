package graphtest

import (
	"context"
	"fmt"
	"slices"

	"github.com/actorgraph/actorgraph/graph"
)

// Contents are all nodes that the lists of a store lead to, class by class in their default
// order and mentions by article, and after them the nodes of the ids, which need not be
// open. The times of recording are left out, so that two stores can be compared, or one
// that was filled in two ways. The store should not be written to meanwhile.
func Contents(ctx context.Context, r graph.Reader, ids ...graph.ID) ([]graph.Node, error) {
	var out []graph.Node
	var articles []graph.ID
	for _, class := range []graph.Class{graph.ClassArticle, graph.ClassActor, graph.ClassEvent, graph.ClassTie, graph.ClassEvidence, graph.ClassPlace} {
		q := graph.Query{Class: class, Page: graph.PageRequest{First: graph.MaxPage}}
		for more := true; more; {
			page, err := r.Find(ctx, q)
			if err != nil {
				return nil, fmt.Errorf("list %s: %w", class, err)
			}
			for i, n := range page.Items {
				out = append(out, withoutTimes(n))
				if class == graph.ClassArticle {
					articles = append(articles, n.NodeID())
				}
				q.Page.After = &page.Positions[i]
			}
			more = page.More
		}
	}
	for chunk := range slices.Chunk(articles, graph.MaxPage) {
		mentions, err := mentionsOf(ctx, r, chunk)
		if err != nil {
			return nil, err
		}
		out = append(out, mentions...)
	}
	nodes, err := r.Nodes(ctx, graph.View{}, ids, graph.Whole)
	if err != nil {
		return nil, fmt.Errorf("nodes by id: %w", err)
	}
	for _, n := range nodes {
		if n != nil {
			n = withoutTimes(n)
		}
		out = append(out, n)
	}
	return out, nil
}

// mentionsOf are all mentions of some articles, in their order.
func mentionsOf(ctx context.Context, r graph.Reader, articles []graph.ID) ([]graph.Node, error) {
	found := make([][]graph.Node, len(articles))
	e := graph.Expansion{Edge: graph.EdgeArticleMentions, Page: graph.PageRequest{First: graph.MaxPage}}
	pages, err := r.Expand(ctx, articles, e)
	for i := 0; i < len(articles) && err == nil; i++ {
		for page := pages[i]; ; {
			for _, h := range page.Items {
				found[i] = append(found[i], withoutTimes(h.Node))
			}
			if !page.More {
				break
			}
			e.Page.After = &page.Positions[len(page.Positions)-1]
			var next []graph.Page[graph.Hop]
			if next, err = r.Expand(ctx, articles[i:i+1], e); err != nil {
				break
			}
			page = next[0]
		}
	}
	if err != nil {
		return nil, fmt.Errorf("mentions of articles: %w", err)
	}
	return slices.Concat(found...), nil
}
