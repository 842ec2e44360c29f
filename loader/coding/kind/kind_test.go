package kind_test

import (
	"bytes"
	"errors"
	"os"
	"testing"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/coding/kind"
)

// weights are those of one feature.
func weights(feature uint32, class int, w int8) []byte {
	row := make([]int8, kind.Classes)
	row[class] = w
	return kind.Encode(kind.Weights{feature: row}, [kind.Bins]uint16{0: 500, 7: 900})
}

func TestJudge(t *testing.T) {
	f := kind.Feature("word", "bomb/v")
	m, err := kind.Open(weights(f, kind.ClassOf(graph.Assault), 100))
	if err != nil {
		t.Fatal(err)
	}
	v := m.Judge([]uint32{f, f, f + 1}) // twice is once, and what is unknown counts nothing
	if kind.TypeOf(v.Class) != graph.Assault || v.Margin != 100 || v.Over != 100 {
		t.Errorf("got %s with margin %d, over none by %d", kind.TypeOf(v.Class), v.Margin, v.Over)
	}
	if v := m.Judge(nil); v.Class != kind.None || v.Margin != 0 {
		t.Errorf("nothing known is class %d with margin %d", v.Class, v.Margin)
	}
	if m.Confidence(0) != 500 || m.Confidence(1<<20) != 900 {
		t.Errorf("confidence %d and %d", m.Confidence(0), m.Confidence(1<<20))
	}
}

func TestClassesAreTypes(t *testing.T) {
	for _, typ := range graph.EventTypes {
		if got := kind.TypeOf(kind.ClassOf(typ)); got != typ {
			t.Errorf("%s becomes %s", typ, got)
		}
	}
	if kind.ClassOf("") != kind.None || kind.TypeOf(kind.None) != "" {
		t.Error("no type is a class of its own")
	}
}

func TestOpenRefuses(t *testing.T) {
	good := weights(1, 1, 1)
	unsorted := kind.Encode(kind.Weights{1: make([]int8, kind.Classes), 2: make([]int8, kind.Classes)}, [kind.Bins]uint16{})
	copy(unsorted[bytes.IndexByte(unsorted, 1):], []byte{3})
	for _, bad := range [][]byte{nil, good[:len(good)-1], append([]byte("x"), good[1:]...), unsorted} {
		if _, err := kind.Open(bad); !errors.Is(err, kind.ErrWeights) {
			t.Errorf("%d bytes: %v", len(bad), err)
		}
	}
}

// TestShipped: the weights that ship can be opened.
func TestShipped(t *testing.T) {
	for _, file := range []string{"weights.bin", "../../findings/pairs.bin"} {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := kind.Open(data); err != nil {
			t.Errorf("%s: %v", file, err)
		}
	}
}

func FuzzOpen(f *testing.F) {
	f.Add(weights(7, 1, 3), uint32(7))
	f.Fuzz(func(t *testing.T, data []byte, feature uint32) {
		if m, err := kind.Open(data); err == nil {
			m.Judge([]uint32{feature})
		}
	})
}
