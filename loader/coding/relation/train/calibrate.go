package main

import (
	"encoding/binary"
	"log/slog"
	"math"
	"slices"

	"github.com/actorgraph/actorgraph/loader/coding/relation"
)

// limit is from which score on a label is stated, and how often it is right from there.
type limit struct {
	threshold int32
	steps     [relation.Bins]uint16
}

// sure is the share, in hundredths, of ties that must be right for a label to be stated at all.
const sure = 50

// calibrate finds for each label the threshold with the best F1, among those that are sure, on examples whose scores were
// made without them, and the share of right ones by height of the score above it.
func calibrate(examples []example, scored []scores) [relation.Labels]limit {
	var out [relation.Labels]limit
	for l := range out {
		var all []point
		rights := 0
		for i := range examples {
			if examples[i].known[l] {
				all = append(all, point{quantised(scored[i][l], relation.Scale), examples[i].right[l]})
				if examples[i].right[l] {
					rights++
				}
			}
		}
		slices.SortStableFunc(all, func(a, b point) int { return int(b.score - a.score) })
		best, at := 0.0, math.MaxInt32
		hits, chosen := 0, 0
		for i, p := range all {
			if p.right {
				hits++
			}
			if i+1 < len(all) && all[i+1].score == p.score {
				continue
			}
			if f := 2 * float64(hits) / float64(i+1+rights); f > best && hits >= 10 && 100*hits >= sure*(i+1) {
				best, at, chosen = f, int(p.score), hits
			}
		}
		out[l].threshold = int32(at)
		out[l].steps = heights(all, int32(at))
		slog.Info("label", "class", relation.Label(l).Class(), "forward", relation.Label(l).Forward(), "right", rights,
			"found", chosen, "f1", int(1000*best), "threshold", at)
	}
	return out
}

type point struct {
	score int32
	right bool
}

// heights is the share of right examples, in thousandths, in steps of the score above the
// threshold, smoothed by the share of all above it and never falling.
func heights(all []point, threshold int32) [relation.Bins]uint16 {
	var n, hit [relation.Bins]int
	sumN, sumHit := 1, 1
	for _, p := range all {
		if p.score >= threshold {
			b := min(int(p.score-threshold)/relation.BinWidth, relation.Bins-1)
			n[b]++
			sumN++
			if p.right {
				hit[b]++
				sumHit++
			}
		}
	}
	var out [relation.Bins]uint16
	for b := range out {
		const faith = 6
		share := (1000*hit[b] + faith*1000*sumHit/sumN) / (n[b] + faith)
		out[b] = uint16(min(max(share, 100), 970))
		if b > 0 {
			out[b] = max(out[b], out[b-1])
		}
	}
	return out
}

func quantised(w float64, scale float64) int32 { return int32(math.Round(float64(w * scale))) }

// encode is the file of a model.
func encode(t *table, limits [relation.Labels]limit) []byte {
	out := append([]byte(relation.Magic), 0, 0, 0, 0)
	binary.LittleEndian.PutUint32(out[4:], bits)
	for l := range limits {
		out = binary.LittleEndian.AppendUint32(out, uint32(quantised(t.bias[l], relation.Scale)))
		out = binary.LittleEndian.AppendUint32(out, uint32(limits[l].threshold))
		for _, c := range limits[l].steps {
			out = binary.LittleEndian.AppendUint16(out, c)
		}
	}
	for i := range t.rows {
		for _, w := range t.rows[i] {
			out = append(out, byte(int8(min(max(quantised(w, relation.Scale), -127), 127))))
		}
	}
	return out
}
