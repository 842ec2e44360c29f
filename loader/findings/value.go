package findings

import "github.com/actorgraph/actorgraph/graph"

// texts turns values of a closed set into JSON's; nil for none.
func texts[T ~string](values []T) []string {
	var out []string
	for _, v := range values {
		out = append(out, string(v))
	}
	return out
}

// share turns thousandths into a number from 0 to 1.
func share(thousandths int) float64 { return float64(thousandths) / 1000 }

func date(p *graph.Period) *Date {
	if p == nil {
		return nil
	}
	return &Date{Start: p.Start.String(), End: p.End.String(), Precision: string(p.Precision), Text: string(p.Text)}
}

// firstDay and lastDay name an end of a tie as precisely as it is known.
func firstDay(p *graph.Period) string {
	if p == nil {
		return ""
	}
	return cut(p, p.Start, p.End)
}

func lastDay(p *graph.Period) string {
	if p == nil {
		return ""
	}
	return cut(p, p.End, p.Start)
}

func cut(p *graph.Period, d, other graph.Date) string {
	if !d.Known() {
		d = other
	}
	s := d.String()
	switch p.Precision {
	case graph.Day:
		return s
	case graph.Week, graph.Month:
		return s[:min(len(s), len("2006-01"))]
	}
	return s[:min(len(s), len("2006"))]
}
