package kind_test

import (
	"errors"
	"os"
	"testing"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/coding/kind"
)

// weights are empty but for one feature.
func weights(feature uint32, class int, w int8) []byte {
	all := make([]int8, kind.Classes<<kind.Bits)
	all[kind.Row(feature)*kind.Classes+class] = w
	return kind.Encode(all, [kind.Bins]uint16{0: 500, 7: 900})
}

func TestJudge(t *testing.T) {
	f := kind.Feature("word", "bomb/v")
	m, err := kind.Open(weights(f, kind.ClassOf(graph.Assault), 100))
	if err != nil {
		t.Fatal(err)
	}
	v := m.Judge([]uint32{f, f})
	if kind.TypeOf(v.Class) != graph.Assault || v.Margin != 200 || v.Over != 200 {
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
	for _, bad := range [][]byte{nil, good[:len(good)-1], append([]byte("x"), good[1:]...)} {
		if _, err := kind.Open(bad); !errors.Is(err, kind.ErrWeights) {
			t.Errorf("%d bytes: %v", len(bad), err)
		}
	}
}

// TestShipped: the weights that ship can be opened.
func TestShipped(t *testing.T) {
	data, err := os.ReadFile("weights.bin")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := kind.Open(data); err != nil {
		t.Error(err)
	}
}

func FuzzOpen(f *testing.F) {
	f.Add([]byte("actorgraph kinds 1\n"), uint32(7))
	f.Fuzz(func(t *testing.T, data []byte, feature uint32) {
		if m, err := kind.Open(data); err == nil {
			m.Judge([]uint32{feature})
		}
	})
}
