package logistic_test

import (
	"testing"

	"github.com/actorgraph/actorgraph/loader/coding/logistic"
	"github.com/google/go-cmp/cmp"
)

var settings = logistic.Settings{Epochs: 20, Rate: 0.3, Decay: 0.003, Least: 1}

// examples of two classes: feature 1 speaks for the first, 2 for the second, 3 for neither.
func examples() []logistic.Example {
	var out []logistic.Example
	for range 10 {
		out = append(out,
			logistic.Example{Features: []uint32{1, 3}, Class: 0, Weight: 1},
			logistic.Example{Features: []uint32{2, 3, 3}, Class: 1, Weight: 1})
	}
	return append(out, logistic.Example{Features: []uint32{9}, Class: 1, Weight: 1})
}

func TestLearn(t *testing.T) {
	w := logistic.Learn(examples(), 2, settings)
	if w[1][0] <= w[1][1] || w[2][1] <= w[2][0] {
		t.Errorf("features that tell the classes apart have weights %v and %v", w[1], w[2])
	}
	if apart := w[3][1] - w[3][0]; apart > 0.5 || apart < -0.5 {
		t.Errorf("a feature of both classes has weights %v", w[3])
	}
	if again := logistic.Learn(examples(), 2, settings); !cmp.Equal(w, again) {
		t.Error("the same examples give other weights")
	}
}

func TestLeast(t *testing.T) {
	s := settings
	s.Least = 2
	if w := logistic.Learn(examples(), 2, s); w[9] != nil || w[1] == nil {
		t.Errorf("features seen once and ten times: %v, %v", w[9], w[1])
	}
}

func TestQuantize(t *testing.T) {
	for _, c := range []struct {
		weights []float64
		row     []int8
		some    bool
	}{
		{[]float64{0.01, -0.03}, []int8{0, 0}, false},
		{[]float64{1, -0.5}, []int8{24, -12}, true},
		{[]float64{100, -100}, []int8{127, -127}, true},
	} {
		if row, some := logistic.Quantize(c.weights, 24); some != c.some || !cmp.Equal(row, c.row) {
			t.Errorf("%v becomes %v, %v", c.weights, row, some)
		}
	}
}
