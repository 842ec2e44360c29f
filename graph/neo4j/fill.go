package neo4j

import "context"

// filling is how an older database is brought up to date.
type filling struct {
	rows  int          // that one transaction fills
	tried func() error // a test's, called at the end of each try of a transaction; nil otherwise
}

// inSteps runs do in one transaction after another until no more is left. Each goes on after the
// id at which the one before, once it was committed, had ended. do may run more than once a step.
func (s *Store) inSteps(ctx context.Context, doing, after string, do func(t *transaction, after string) (last string, more bool, err error)) error {
	for more := true; more; {
		last := ""
		err := s.writing(ctx, doing, func(t *transaction) (err error) {
			if last, more, err = do(t, after); err == nil && s.filling.tried != nil {
				err = s.filling.tried()
			}
			return err
		})
		if err != nil {
			return err
		}
		after = last
	}
	return nil
}

// beforeEvents and beforeActors sort before the ids of their class.
const (
	beforeEvents = "event:"
	beforeActors = "actor:"
)
