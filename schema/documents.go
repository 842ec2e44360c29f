package schema

import (
	"context"
	"sync"

	"github.com/vektah/gqlparser/v2/ast"
)

// documents keeps parsed and validated queries by their text, so that a dashboard's poll is
// parsed once. It holds two generations: when the young one has grown to half of the limit
// it becomes the old one, and what was not asked for in between is forgotten. It is safe for
// concurrent use.
type documents struct {
	limit int // bytes of text in both generations

	mu         sync.Mutex
	young, old map[string]*ast.QueryDocument
	size       int // bytes of text in young
}

func newDocuments(limit int) *documents {
	return &documents{limit: limit, young: map[string]*ast.QueryDocument{}}
}

// Get gives the document of a text, if it is kept.
func (d *documents) Get(_ context.Context, text string) (*ast.QueryDocument, bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if doc, ok := d.young[text]; ok {
		return doc, true
	}
	doc, ok := d.old[text]
	if ok {
		d.add(text, doc)
	}
	return doc, ok
}

// Add keeps a document.
func (d *documents) Add(_ context.Context, text string, doc *ast.QueryDocument) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.add(text, doc)
}

func (d *documents) add(text string, doc *ast.QueryDocument) {
	if len(text) > d.limit/16 { // one huge query must not push all others out
		return
	}
	if d.size+len(text) > d.limit/2 {
		d.young, d.old, d.size = map[string]*ast.QueryDocument{}, d.young, 0
	}
	if _, ok := d.young[text]; !ok {
		d.size += len(text)
	}
	d.young[text] = doc
}
