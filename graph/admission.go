package graph

// admission knows which actors a condition lets in. It asks for each of them once, and for some at a
// time, since of many that are counted only the first are shown.
type admission[K comparable] struct {
	ids   func(actors []K) ([]ID, error) // of those that are let in, "" of the others, in their order
	known map[K]ID
}

func newAdmission[K comparable](ids func(actors []K) ([]ID, error)) *admission[K] {
	return &admission[K]{ids, map[K]ID{}}
}

// ask makes sure that all of some actors are known, who may stand there several times.
func (a *admission[K]) ask(actors []K) error {
	var unknown []K
	for _, k := range actors {
		if _, ok := a.known[k]; !ok {
			a.known[k] = ""
			unknown = append(unknown, k)
		}
	}
	if len(unknown) == 0 {
		return nil
	}
	found, err := a.ids(unknown)
	if err != nil {
		return err
	}
	for i, id := range found {
		a.known[unknown[i]] = id
	}
	return nil
}
