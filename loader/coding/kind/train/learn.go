package main

import (
	"github.com/actorgraph/actorgraph/loader/coding/kind"
	"github.com/actorgraph/actorgraph/loader/coding/logistic"
)

// learn makes weights of kinds from examples.
func learn(examples []example, s logistic.Settings) kind.Weights {
	asked := make([]logistic.Example, len(examples))
	for i, e := range examples {
		asked[i] = logistic.Example{Features: e.features, Class: e.class, Weight: e.weight()}
	}
	out := kind.Weights{}
	for f, weights := range logistic.Learn(asked, kind.Classes, s) {
		if row, some := logistic.Quantize(weights, kind.Scale); some {
			out[f] = row
		}
	}
	return out
}
