package place_test

import (
	"bytes"
	"errors"
	"os"
	"testing"

	"github.com/actorgraph/actorgraph/loader/coding/place"
)

func TestScore(t *testing.T) {
	near, far := place.Feature("far", "near"), place.Feature("far", "20")
	m, err := place.Open(place.Encode(place.Weights{near: 40, far: -50}))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name     string
		features []uint32
		want     int
	}{
		{"nothing known", nil, 0},
		{"unknown features count nothing", []uint32{near, near + 1}, 40},
		{"twice is once", []uint32{far, far}, -50},
		{"a sum", []uint32{far, near}, -10},
	} {
		if got := m.Score(c.features); got != c.want {
			t.Errorf("%s: %d, not %d", c.name, got, c.want)
		}
	}
}

func TestOpenRefuses(t *testing.T) {
	good := place.Encode(place.Weights{1: 1, 2: 2})
	unsorted := bytes.Clone(good)
	unsorted[bytes.IndexByte(unsorted, 1)] = 3
	for _, bad := range [][]byte{nil, good[:len(good)-1], append([]byte("x"), good[1:]...), unsorted} {
		if _, err := place.Open(bad); !errors.Is(err, place.ErrWeights) {
			t.Errorf("%d bytes: %v", len(bad), err)
		}
	}
}

// TestShipped: the weights that ship can be opened, and there are some.
func TestShipped(t *testing.T) {
	data, err := os.ReadFile("weights.bin")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := place.Open(data); err != nil || len(data) < 1000 {
		t.Errorf("%d bytes: %v", len(data), err)
	}
}

func FuzzOpen(f *testing.F) {
	f.Add(place.Encode(place.Weights{7: 3}), uint32(7))
	f.Fuzz(func(t *testing.T, data []byte, feature uint32) {
		if m, err := place.Open(data); err == nil {
			m.Score([]uint32{feature})
		}
	})
}
