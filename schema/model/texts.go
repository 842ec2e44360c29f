package model

import (
	"context"

	"github.com/actorgraph/actorgraph/graph"
)

// text is a text of an article as it was read ahead; a miss reads it. It is unknown where the
// server does not give texts out.
func (s *Scope) text(ctx context.Context, of graph.RevisionID) (graph.Text, error) {
	if !s.source.texts {
		return "", nil
	}
	if texts := s.unknownTexts([]graph.RevisionID{of}); len(texts) > 0 {
		if err := s.readTexts(ctx, texts); err != nil {
			return "", err
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.texts[of], nil
}

// unknownTexts are those not read yet, each once, in order.
func (s *Scope) unknownTexts(of []graph.RevisionID) []graph.RevisionID {
	s.mu.Lock()
	defer s.mu.Unlock()
	return once(of, func(r graph.RevisionID) bool { _, ok := s.texts[r]; return ok })
}

func (s *Scope) readTexts(ctx context.Context, of []graph.RevisionID) error {
	texts, err := s.source.reader.Texts(ctx, of)
	if err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for i, r := range of {
		s.texts[r] = texts[i]
	}
	return nil
}
