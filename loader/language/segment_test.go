package language_test

import (
	"strings"
	"testing"

	"github.com/actorgraph/actorgraph/loader/language"
	"github.com/google/go-cmp/cmp"
)

func TestTokenize(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"He doesn't know.", "He|does|n't|know|."},
		{"ISIS' men, Iran's men", "ISIS|'|men|,|Iran|'s|men"},
		{"She can’t; I cannot.", "She|ca|n’t|;|I|can|not|."},
		{"a U.S.-led anti-war force", "a|U.S.|-|led|anti-war|force"},
		{"Gen. J. Doe, Lt. Col. Ray", "Gen.|J.|Doe|,|Lt.|Col.|Ray"},
		{"at 5 p.m. on Sept. 4", "at|5|p.m.|on|Sept.|4"},
		{"$1,500.50 and £3bn, 12%", "$|1,500.50|and|£|3|bn|,|12|%"},
		{"10am, 1990s, 20th, 9/11, 10:30", "10|am|,|1990s|,|20th|,|9/11|,|10:30"},
		{"call 555-123-4567 in 1998-2003", "call|555-123-4567|in|1998|-|2003"},
		{"(see http://example.org/a?b=c).", "(|see|http://example.org/a?b=c|)|."},
		{"mail x.y@example.org, visit example.com!", "mail|x.y@example.org|,|visit|example.com|!"},
		{"wait... what?! --", "wait|...|what|?!|--"},
		{"“Yes,” he said—twice.", "“|Yes|,|”|he|said|—|twice|."},
		{"O'Connor's Ba'ath, 'quoted' text", "O'Connor|'s|Ba'ath|,|'|quoted|'|text"},
		{"and/or AT&T, F-16", "and|/|or|AT&T|,|F|-|16"},
		{"It ended.", "It|ended|."},
		{"no. It is No. 5", "no|.|It|is|No.|5"},
		{"state\u00adment \u200bok", "state\u00adment|ok"},
		{"", ""},
	} {
		t.Run(c.text, func(t *testing.T) {
			if diff := cmp.Diff(c.want, strings.Join(language.Tokenize(c.text), "|")); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestSentences(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"plain", "It rained. He left.", []string{"It rained.", "He left."}},
		{"titles and initials", "Gen. A. B. Haddad spoke. Mr. Li did not.", []string{"Gen. A. B. Haddad spoke.", "Mr. Li did not."}},
		{"abbreviation at the end", "She lives in the U.S. He does not.", []string{"She lives in the U.S.", "He does not."}},
		{"abbreviation inside", "The U.S. Army left at 5 p.m. on Monday.", []string{"The U.S. Army left at 5 p.m. on Monday."}},
		{"quotation", `"Stop!" he cried. "We must go." They went.`, []string{`"Stop!" he cried.`, `"We must go."`, "They went."}},
		{"curly quotation", "“Stop!” he cried. “We must go.” They went.", []string{"“Stop!” he cried.", "“We must go.”", "They went."}},
		{"brackets", "He left. (She stayed.) They met.", []string{"He left.", "(She stayed.)", "They met."}},
		{"note", "It was built in 1900. [3] It burned.", []string{"It was built in 1900. [3]", "It burned."}},
		{"ellipsis", "He waited... and left. Then… Nothing.", []string{"He waited... and left.", "Then…", "Nothing."}},
		{"headline", "Talks fail\n\nThe talks failed.", []string{"Talks fail", "The talks failed."}},
		{"lines", "Talks fail\nBy A. Writer\nThe talks failed on Monday.", []string{"Talks fail", "By A. Writer", "The talks failed on Monday."}},
		{"wrapped", "The talks between the two\nsides failed on Monday\nafter six hours.", []string{"The talks between the two\nsides failed on Monday\nafter six hours."}},
		{"wrapped before a capital", "The talks between the sides failed, said\nMonday's paper, after six long hours of\nDebate.", []string{"The talks between the sides failed, said\nMonday's paper, after six long hours of\nDebate."}},
		{"dateline", "LIMA, June 2 (Wire) - The mayor resigned.", []string{"LIMA, June 2 (Wire) -", "The mayor resigned."}},
		{"dateline of two short words", "LA PAZ - Police said so.", []string{"LA PAZ -", "Police said so."}},
		{"dateline with a colon", "MANILA: US and local troops left.", []string{"MANILA:", "US and local troops left."}},
		{"no dateline in a text in capitals", "PRESIDENT: WE WILL NOT YIELD.", []string{"PRESIDENT: WE WILL NOT YIELD."}},
		{"no dateline", "The mayor - a doctor - resigned.", []string{"The mayor - a doctor - resigned."}},
		{"no dateline in brackets", "Ada Berg (May 3, 1901 – June 9, 1950) was a painter.", []string{"Ada Berg (May 3, 1901 – June 9, 1950) was a painter."}},
		{"ordinary words", "He met the sheik. They sold the ore. We crossed a marsh. It sat. No. It did.", []string{"He met the sheik.", "They sold the ore.", "We crossed a marsh.", "It sat.", "No.", "It did."}},
		{"list", "1. We stay. 2. They go.", []string{"1. We stay.", "2. They go."}},
		{"numbers", "It rose 3.5 percent. 20 died.", []string{"It rose 3.5 percent.", "20 died."}},
		{"windows lines", "One line.\r\n\r\nTwo lines.\r\n", []string{"One line.", "Two lines."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := language.Analyse(c.text)
			var got []string
			for _, s := range d.Sentences {
				got = append(got, d.Slice(s.Span))
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestTerminated(t *testing.T) {
	for text, want := range map[string]bool{
		"He left.":            true,
		"Did he?":             true,
		"“He left.”":          true,
		"(He left.)":          true,
		"He left…":            true,
		"Talks fail":          false,
		"By Maria Lopez":      false,
		"Photo: the \"wall\"": false,
		"Three points:":       false,
	} {
		if got := language.Analyse(text).Sentences[0].Terminated; got != want {
			t.Errorf("Analyse(%q): Terminated = %v, want %v", text, got, want)
		}
	}
}

func TestParagraphs(t *testing.T) {
	var got []int
	for _, s := range language.Analyse("Head\n\nOne. Two.\n \nThree.").Sentences {
		got = append(got, s.Paragraph)
	}
	if diff := cmp.Diff([]int{0, 1, 1, 2}, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
