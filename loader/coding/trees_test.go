package coding_test

import (
	"math/rand/v2"
	"testing"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/coding"
	"github.com/actorgraph/actorgraph/loader/identity"
	"github.com/actorgraph/actorgraph/loader/language"
)

var (
	anyRelations = []language.Relation{
		language.NSubj, language.NSubjPass, language.Obj, language.IObj, language.Obl, language.OblAgent, language.NMod, language.NModPoss,
		language.CComp, language.XComp, language.AdvCl, language.Acl, language.AclRelCl, language.Conj, language.Appos, language.Flat,
		language.Compound, language.AMod, language.AdvMod, language.Case, language.Mark, language.Parataxis, language.NumMod, language.AuxPass,
	}
	anyTags = []struct {
		pos language.UPOS
		tag language.XPOS
	}{
		{language.VERB, "VBD"}, {language.VERB, "VBN"}, {language.VERB, "VBG"}, {language.VERB, "VB"}, {language.NOUN, "NN"}, {language.NOUN, "NNS"},
		{language.PROPN, "NNP"}, {language.ADP, "IN"}, {language.ADJ, "JJ"}, {language.NUM, "CD"}, {language.ADV, "RB"}, {language.AUX, "VBZ"},
	}
)

// scramble hangs the words of each sentence on each other at random, and gives every third one any
// tag: a tree, though none that a parser would make.
func scramble(doc *language.Document, seed uint64) {
	r := rand.New(rand.NewPCG(seed, 0))
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		order := r.Perm(len(s.Tokens))
		for k, at := range order {
			t := &s.Tokens[at]
			if r.IntN(3) == 0 {
				any := anyTags[r.IntN(len(anyTags))]
				t.POS, t.Tag = any.pos, any.tag
			}
			if k == 0 {
				t.Head, t.Relation = -1, language.Root
				continue
			}
			t.Head, t.Relation = order[r.IntN(k)], anyRelations[r.IntN(len(anyRelations))]
		}
		s.Link()
	}
}

// FuzzTrees codes sentences whose trees and tags make no sense: nothing panics, trees stay trees,
// and every receipt is exact.
func FuzzTrees(f *testing.F) {
	for i, text := range goldenTexts(f) {
		if i%4 == 0 {
			f.Add(text, uint64(i))
		}
	}
	f.Add("Ally Belarus and its ally said up to between 20 and 30 dead or more, according to.", uint64(7))
	f.Add("“Talks,” said without us, quoting the toll of Monday to -", uint64(8))
	f.Fuzz(func(t *testing.T, text string, seed uint64) {
		if len(text) > 1000 {
			return
		}
		doc := language.Analyse(text)
		scramble(doc, seed)
		doc = coding.Repair(doc)
		for i := range doc.Sentences {
			if bad := broken(&doc.Sentences[i]); bad != "" {
				t.Fatalf("%q: %s", text, bad)
			}
		}
		day := graph.NewDate(2024, 3, 13)
		cast := identity.Resolve(doc, identity.Context{Article: graph.ArticleID("", "", "", text), Published: day}, identity.Default())
		if bad := check(text, doc, cast, coding.Code(doc, cast, context(text, doc, day))); bad != "" {
			t.Errorf("%q: %s", text, bad)
		}
	})
}
