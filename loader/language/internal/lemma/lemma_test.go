package lemma_test

import (
	"testing"

	"github.com/actorgraph/actorgraph/loader/language/internal/lemma"
)

func TestLemma(t *testing.T) {
	data, err := lemma.Build([]lemma.Entry{
		{"went", "VBD", "go"}, {"went", "VBD", "go"}, {"went", "VBD", "go"}, {"sang", "VBD", "sang"}, {"hoped", "VBD", "hope"}, {"hopped", "VBD", "hop"}, {"houses", "NNS", "house"},
		{"better", "JJR", "good"}, {"States", "NNPS", "State"}, {"n't", "RB", "not"}, {"species", "NNS", "species"},
	}, lemma.Dictionary{
		Known:     map[string][]string{"V": {"sanction", "fin", "fine", "time", "visit", "ration", "boycott"}},
		Irregular: []lemma.Entry{{"fled", "VBD", "flee"}, {"went", "VBD", "wend"}, {"sang", "VBD", "sing"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	l, err := lemma.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ word, tag, want string }{
		{"Went", "VBD", "go"}, // the table
		{"better", "JJR", "good"},
		{"n’t", "RB", "not"},
		{"hoping", "VBG", "hope"}, // known words
		{"hopping", "VBG", "hop"},
		{"sanctioned", "VBN", "sanction"},
		{"houses", "VBZ", "house"},
		{"arrested", "VBD", "arrest"}, // spelling
		{"evacuated", "VBN", "evacuate"},
		{"accused", "VBD", "accuse"},
		{"charged", "VBN", "charge"},
		{"planned", "VBD", "plan"},
		{"killing", "VBG", "kill"},
		{"denied", "VBD", "deny"},
		{"mobilizing", "VBG", "mobilize"},
		{"attacking", "VBG", "attack"},
		{"shelled", "VBD", "shell"},
		{"fled", "VBD", "flee"}, // the dictionary
		{"sang", "VBD", "sing"}, // against a slip
		{"boycotted", "VBD", "boycott"},
		{"fined", "VBD", "fine"}, // of "fin" it is "finned"
		{"finned", "VBD", "fin"},
		{"timing", "VBG", "time"},
		{"visited", "VBN", "visit"},
		{"rationed", "VBN", "ration"},
		{"countries", "NNS", "country"},
		{"clashes", "NNS", "clash"},
		{"policemen", "NNS", "policeman"},
		{"species", "NNS", "species"},
		{"bring", "VB", "bring"},
		{"Bigger", "JJR", "big"},
		{"happiest", "JJS", "happy"},
		{"Guards", "NNPS", "Guard"}, // names keep their capitals
		{"SOLDIERS", "NNS", "soldier"},
		{"Haddad", "NNP", "Haddad"},
		{"s", "NNS", "s"},
		{"ed", "VBD", "ed"},
	} {
		if got := l.Lemma(c.word, c.tag); got != c.want {
			t.Errorf("Lemma(%q, %s) = %q, want %q", c.word, c.tag, got, c.want)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	if _, err := lemma.Read([]byte("V\thope\nnonsense\n")); err == nil {
		t.Error("a line without a tab: no error")
	}
}
