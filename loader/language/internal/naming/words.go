package naming

import (
	"github.com/actorgraph/actorgraph/loader/language/internal/form"
	"github.com/actorgraph/actorgraph/loader/language/internal/perceptron"
)

var outside = Word{Word: form.Word{Lower: 1, Shape: 2}, XPOS: 1, UPOS: 1, Head: -1}

func at(words []Word, i int) *Word {
	if i < 0 || i >= len(words) {
		return &outside
	}
	return &words[i]
}

// word appends the features of word i, as many for every word.
func (f *Finder) word(fs []uint32, i int) []uint32 {
	n := 0
	add := func(a, b, c uint32) {
		fs = append(fs, perceptron.Join(n, a, b, c))
		n++
	}
	words := f.words
	w, p, q, x, y := at(words, i), at(words, i-1), at(words, i-2), at(words, i+1), at(words, i+2)
	caps := w.Flags & (form.Capital | form.Capitals | form.Shouted)
	first := uint32(0)
	if i == 0 || i == 1 && words[0].Flags&form.Letter == 0 {
		first = 1
	}
	pcaps, xcaps := p.Flags&(form.Capital|form.Shouted), x.Flags&(form.Capital|form.Shouted)
	add(caps, first, 0)
	add(w.Lower, caps, 0)
	add(w.Lower, first, 0)
	add(w.Lower, p.Lower, 0)
	add(w.Lower, x.Lower, 0)
	add(p.Lower, caps, first)
	add(q.Lower, caps, pcaps)
	add(x.Lower, caps, 0)
	add(y.Lower, caps, xcaps)
	add(p.Lower, q.Lower, caps)
	add(x.Lower, y.Lower, caps)
	for k := 1; k < 4; k++ {
		add(w.Suffix[k], caps, 0)
	}
	for k := 1; k < 3; k++ {
		add(w.Prefix[k], caps, 0)
	}
	add(w.Shape, first, 0)
	add(w.Shape, p.Shape, x.Shape)
	add(w.Shape, x.Shape, y.Shape)
	add(w.XPOS, caps, 0)
	add(w.XPOS, p.XPOS, x.XPOS)
	add(w.XPOS, x.XPOS, caps)
	add(p.XPOS, w.XPOS, caps)
	add(w.Flags, x.Flags, p.Flags)
	add(first, w.Elsewhere, caps)
	add(w.Elsewhere, caps, w.XPOS)

	kinds, cue := w.Known, uint32(w.Cues)
	add(kinds, caps, 0)
	add(kinds, cue, caps)
	add(kinds, x.Known, caps)
	add(kinds, p.Known, caps)
	add(kinds, w.XPOS, first)
	add(kinds, x.XPOS, p.XPOS)
	add(cue, caps, 0)
	add(cue, uint32(p.Cues), pcaps)
	add(cue, uint32(x.Cues), xcaps)
	add(uint32(p.Cues), caps, pcaps)
	add(uint32(x.Cues), caps, xcaps)
	add(uint32(p.Cues), kinds, caps)
	add(uint32(x.Cues), kinds, caps)
	add(uint32(q.Cues), uint32(p.Cues), caps)
	add(uint32(y.Cues), uint32(x.Cues), caps)

	// The rest of the run of capitals ahead tells what its head will be.
	end, last, all := f.run(words, i)
	add(uint32(all), caps, 0)
	add(last.Lower, caps, uint32(min(end-i, 4)))
	add(uint32(last.Cues), uint32(end-i), 0)
	add(last.Known, uint32(last.Cues), caps)
	add(at(words, end).Lower, caps, uint32(min(end-i, 2)))
	add(uint32(at(words, end).Cues), at(words, end).XPOS, caps)

	// The tree.
	h := at(words, w.Head)
	add(w.Relation, h.Lemma, caps)
	add(w.Relation, h.XPOS, caps)
	add(w.Relation, uint32(h.Cues), caps)
	hh := at(words, h.Head)
	add(w.Relation, h.Relation, hh.Lemma)
	add(w.Relation, h.Relation, caps)

	// What a lexicon knows of the words.
	add(w.Class, caps, first)
	add(w.Class, x.Class, caps)
	add(p.Class, caps, pcaps)
	return fs
}

// run follows the capitalised words from i, connectors between them included,
// and returns where they end, the last of them, and all their cues.
func (f *Finder) run(words []Word, i int) (end int, last *Word, all Cue) {
	end, last = i, at(words, i)
	for j := i; j < len(words) && j < i+8; j++ {
		w := &words[j]
		if w.Flags&form.Capital != 0 || w.Flags&form.Shouted != 0 && w.Flags&form.Letter != 0 && w.XPOS == words[i].XPOS {
			end, last = j+1, w
			all |= w.Cues
		} else if w.Cues&Connector == 0 {
			break
		}
	}
	return end, last, all
}
