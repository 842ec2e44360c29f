package coding

import (
	"testing"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/identity"
	"github.com/actorgraph/actorgraph/loader/language"
)

// TestTimes reads expressions on Wednesday, 13 March 2024, for what was done and for what is to come.
func TestTimes(t *testing.T) {
	today := graph.NewDate(2024, 3, 13)
	for _, c := range []struct{ words, behind, ahead string }{
		{"on Wednesday", "2024-03-13", "2024-03-13"},
		{"on Monday", "2024-03-11", "2024-03-18"},
		{"on Sunday", "2024-03-10", "2024-03-17"},
		{"last Wednesday", "2024-03-06", "2024-03-06"},
		{"next Wednesday", "2024-03-20", "2024-03-20"},
		{"yesterday", "2024-03-12", "2024-03-12"},
		{"tomorrow", "2024-03-14", "2024-03-14"},
		{"last night", "2024-03-12", "2024-03-12"},
		{"last week", "2024-03-04..2024-03-10", "2024-03-04..2024-03-10"},
		{"this week", "2024-03-11..2024-03-13", "2024-03-13..2024-03-17"},
		{"next month", "2024-04-01..2024-04-30", "2024-04-01..2024-04-30"},
		{"last month", "2024-02-01..2024-02-29", "2024-02-01..2024-02-29"},
		{"this month", "2024-03-01..2024-03-13", "2024-03-13..2024-03-31"},
		{"last year", "2023-01-01..2023-12-31", "2023-01-01..2023-12-31"},
		{"next quarter", "2024-04-01..2024-06-30", "2024-04-01..2024-06-30"},
		{"at the weekend", "", ""}, // no word says which
		{"over the weekend", "2024-03-09..2024-03-10", "2024-03-16..2024-03-17"},
		{"the first quarter of last year", "2023-01-01..2023-03-31", "2023-01-01..2023-03-31"},
		{"the last week of January", "2024-01-25..2024-01-31", "2025-01-25..2025-01-31"},
		{"on Christmas Day", "2023-12-25", "2024-12-25"},
		{"within ten days", "", "2024-03-13..2024-03-23"},
		{"from Monday to Friday", "2024-03-04..2024-03-08", "2024-03-18..2024-03-22"},
		{"last weekend", "2024-03-09..2024-03-10", "2024-03-09..2024-03-10"},
		{"three days ago", "2024-03-10", "2024-03-10"},
		{"two weeks ago", "2024-02-26..2024-03-03", "2024-02-26..2024-03-03"},
		{"four months ago", "2023-11-01..2023-11-30", "2023-11-01..2023-11-30"},
		{"five years ago", "2019-01-01..2019-12-31", "2019-01-01..2019-12-31"},
		{"on June 7", "2023-06-07", "2024-06-07"},
		{"on 7 June", "2023-06-07", "2024-06-07"},
		{"on the 7th of June", "2023-06-07", "2024-06-07"},
		{"on Feb. 12", "2024-02-12", "2025-02-12"},
		{"on February 30", "", ""},
		{"on 4 May 2019", "2019-05-04", "2019-05-04"},
		{"on May 4, 2019", "2019-05-04", "2019-05-04"},
		{"in June", "2023-06-01..2023-06-30", "2024-06-01..2024-06-30"},
		{"in March", "2024-03-01..2024-03-31", "2024-03-01..2024-03-31"},
		{"in May 2019", "2019-05-01..2019-05-31", "2019-05-01..2019-05-31"},
		{"last June", "2023-06-01..2023-06-30", "2023-06-01..2023-06-30"},
		{"in 2014", "2014-01-01..2014-12-31", "2014-01-01..2014-12-31"},
		{"with 2014 tanks", "", ""},
		{"with Jan Nowak", "", ""},
	} {
		doc := language.Analyse("The rebels attacked " + c.words + ".")
		r := newReader(doc, &identity.Cast{}, Context{Published: today})
		for _, d := range []struct {
			ahead bool
			want  string
		}{{false, c.behind}, {true, c.ahead}} {
			got := ""
			for _, x := range r.passages[0].times {
				if p := x.mean(today, d.ahead, ""); p != nil {
					got += span(p)
				}
			}
			if got != d.want {
				t.Errorf("%s (ahead: %v) is %q, not %q", c.words, d.ahead, got, d.want)
			}
		}
		for _, x := range r.passages[0].times {
			if p := x.mean(0, false, ""); p != nil && p.Start.Year() != 2014 && p.Start.Year() != 2019 {
				t.Errorf("%s means %s without the day of the article", c.words, span(p))
			}
		}
	}
}

func span(p *graph.Period) string {
	if p.Start == p.End {
		return p.Start.String()
	}
	return p.Start.String() + ".." + p.End.String()
}
