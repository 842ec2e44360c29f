package language_test

import (
	"strings"
	"testing"

	"github.com/actorgraph/actorgraph/loader/language"
)

// Two sentences of our own in one paragraph, one in another. The last has a
// head that no tree of ours has, so that the scores are not all full.
const bank = "# newpar\n" +
	"1\tHe\the\tPRON\tPRP\t_\t2\tnsubj\t_\t_\n" +
	"2\tleft\tleave\tVERB\tVBD\tTense=Past|VerbForm=Fin\t0\troot\t_\tSpaceAfter=No\n" +
	"3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n" +
	"1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\t_\n" +
	"2\tarmy\tarmy\tNOUN\tNN\tNumber=Sing\t3\tnsubj\t_\t_\n" +
	"3\tattacked\tattack\tVERB\tVBD\t_\t0\troot\t_\t_\n" +
	"4\tthe\tthe\tDET\tDT\t_\t5\tdet\t_\t_\n" +
	"5\tcity\tcity\tNOUN\tNN\t_\t3\tobj\t_\tSpaceAfter=No\n" +
	"6\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n\n" +
	"# newpar\n" +
	"1\tShe\tshe\tPRON\tPRP\t_\t0\troot\t_\t_\n" +
	"2\tslept\tsleep\tVERB\tVBD\tTense=Pres\t1\tdep\t_\tSpaceAfter=No\n" +
	"3\t.\t.\tPUNCT\t.\t_\t1\tpunct\t_\t_\n\n"

func TestEvaluate(t *testing.T) {
	a, err := language.Evaluate(strings.NewReader(bank))
	if err != nil {
		t.Fatal(err)
	}
	if a.Sentences.F1() != 100 || a.Tokens.F1() != 100 || a.Tokens.Wanted != 12 {
		t.Errorf("sentences %+v, tokens %+v", a.Sentences, a.Tokens)
	}
	if want := (language.Ratio{Right: 12, Of: 12}); a.UPOS != want || a.XPOS != want || a.Lemma != want {
		t.Errorf("UPOS %+v, XPOS %+v, lemma %+v", a.UPOS, a.XPOS, a.Lemma)
	}
	if want := (language.Ratio{Right: 9, Of: 12}); a.LAS != want {
		t.Errorf("LAS %+v, want all but the last sentence", a.LAS)
	}
	if a.RawLAS != (language.Match{Right: 9, Found: 12, Wanted: 12}) {
		t.Errorf("LAS from raw text %+v", a.RawLAS)
	}
	if a.Tense != (language.Match{Right: 1, Found: 3, Wanted: 2}) {
		t.Errorf("tense %+v", a.Tense)
	}
	if a.Number != (language.Match{Right: 1, Found: 4, Wanted: 1}) || a.Passive != (language.Match{}) {
		t.Errorf("number %+v, passive %+v", a.Number, a.Passive)
	}
	if got := a.LAS.Percent(); got != 75 {
		t.Errorf("Percent = %v", got)
	}
	if _, err := language.Evaluate(strings.NewReader("1\tx\n")); err == nil {
		t.Error("a broken file: no error")
	}
}
