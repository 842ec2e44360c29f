package graphtest

import (
	"fmt"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// Crowd is an article that tells of one event in which so many actors take part, all as sources.
// Stores may keep the participants of so large an event in another way than those of others.
func Crowd(actors int) graph.Extraction {
	var names []string
	for i := range actors {
		names = append(names, fmt.Sprintf("Delegate%04d", i))
	}
	return toldArticle{number: 1, publisher: post, published: 20160501, events: []toldEvent{
		{sources: strings.Join(names, " "), kind: graph.Consult},
	}}.extraction()
}
