package language_test

import (
	"os"
	"testing"

	"github.com/actorgraph/actorgraph/loader/language"
	"github.com/google/go-cmp/cmp"
)

// TestVoice checks the feature that turns subject and object round.
func TestVoice(t *testing.T) {
	for _, c := range []struct {
		text, word string
		want       language.Voice
	}{
		{"The soldiers were killed by rebels.", "killed", language.Passive},
		{"Rebels have killed two soldiers.", "killed", language.Active},
		{"The men killed in the raid were soldiers.", "killed", language.Passive},
		{"He was arrested and charged.", "charged", language.Passive},
		{"Rebels killed two soldiers.", "killed", language.NoVoice},
	} {
		s := language.Analyse(c.text).Sentences[0]
		for _, tok := range s.Tokens {
			if tok.Text == c.word && tok.Feats.Voice != c.want {
				t.Errorf("%s: voice of %q is %d, want %d", c.text, c.word, tok.Feats.Voice, c.want)
			}
		}
	}
}

// TestQuotationMarks: the blanks tell opening from closing.
func TestQuotationMarks(t *testing.T) {
	d := language.Analyse("\"We left,\" he said, \"and it rained.\"")
	var got []language.XPOS
	for _, tok := range d.Sentences[0].Tokens {
		if tok.Text == "\"" {
			got = append(got, tok.Tag)
		}
	}
	if diff := cmp.Diff([]language.XPOS{"``", "''", "``", "''"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestPronouns(t *testing.T) {
	for text, want := range map[string]language.Features{
		"We agree.":      {Person: 1, Number: language.Plural},
		"They disagree.": {Person: 3, Number: language.Plural},
		"She agrees.":    {Person: 3, Number: language.Singular},
	} {
		if got := language.Analyse(text).Sentences[0].Tokens[0].Feats; got != want {
			t.Errorf("%s: %+v, want %+v", text, got, want)
		}
	}
}

// TestNames checks what the document as a whole decides.
func TestNames(t *testing.T) {
	for _, c := range []struct {
		text string
		want map[string]language.NameType // every time that it is written
	}{
		{"Omar Haddad, a general, spoke on Monday. Haddad denied the charge. The police arrested Haddad.",
			map[string]language.NameType{"Omar Haddad": language.PER, "Haddad": language.PER}},
		{"Turkey closed the border. The U.S. protested. Iraqi troops withdrew from Turkey.",
			map[string]language.NameType{"Turkey": language.LOC, "U.S.": language.LOC, "Iraqi": language.NORP}},
		{"KABUL, May 3 (Wire) -- The Ministry of Defense denied the report.",
			map[string]language.NameType{"KABUL": language.LOC, "Ministry of Defense": language.ORG}},
		{"President Amina Odhiambo met Gen. Carlos Ferreira.",
			map[string]language.NameType{"Amina Odhiambo": language.PER, "Carlos Ferreira": language.PER}},
	} {
		got := map[string]language.NameType{}
		d := language.Analyse(c.text)
		for i := range d.Sentences {
			s := &d.Sentences[i]
			for _, n := range s.Names {
				text := d.Slice(s.SpanOf(n.First, n.Last))
				if old, ok := got[text]; ok && old != n.Type {
					t.Errorf("%s: %q is %s and %s", c.text, text, old, n.Type)
				}
				got[text] = n.Type
			}
		}
		for name, typ := range c.want {
			if got[name] != typ {
				t.Errorf("%s: %q is %q, want %s (all: %v)", c.text, name, got[name], typ, got)
			}
		}
	}
}

func TestLoadNeedsItsFiles(t *testing.T) {
	if _, err := language.Load(os.DirFS(t.TempDir())); err == nil {
		t.Error("an empty folder: no error")
	}
}
