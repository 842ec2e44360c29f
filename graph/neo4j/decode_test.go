package neo4j_test

import (
	"errors"
	"testing"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/neo4j"
)

// FuzzDecode reads nodes whose properties somebody wrote by hand: they are nodes or an error.
func FuzzDecode(f *testing.F) {
	properties := []string{"participants", "when", "stages", "recorded", "assertion", "revisions", "numbers", "name", "start", "modes", "publishedAt", "located"}
	for i := range properties {
		f.Add(uint8(i), `[{"actor":"x","number":{"low":"?"}}]`, int64(i), uint8(i))
		f.Add(uint8(i), `{"start":"2016-04-25","precision":"DAY"}`, int64(-1), uint8(i/2))
	}
	classes := graph.Classes
	f.Fuzz(func(t *testing.T, property uint8, text string, number int64, class uint8) {
		id := string(classes[int(class)%len(classes)]) + ":aaaaaaaaaaaaaaaaaaaaaaaaaa"
		for _, value := range []any{text, number, true, []any{text, number}, nil, 1.5} {
			node, err := neo4j.Decode(map[string]any{"id": id, properties[int(property)%len(properties)]: value})
			switch {
			case err != nil && !errors.Is(err, graph.ErrConflict):
				t.Errorf("error %v, want ErrConflict", err)
			case err == nil && node.NodeID() != graph.ID(id):
				t.Errorf("node %s, want %s", node.NodeID(), id)
			}
		}
	})
}
