package graphtest

import (
	"fmt"
	"time"

	"github.com/actorgraph/actorgraph/graph"
)

var propertiesOf = map[graph.Class][]graph.Property{
	graph.ClassActor: {
		graph.PropID, graph.PropKind, graph.PropCountry, graph.PropSector, graph.PropNamed, graph.PropName,
		graph.PropNameContains, graph.PropWikidata, graph.PropLastSeen, graph.PropFirstSeen,
	},
	graph.ClassEvent: {
		graph.PropID, graph.PropType, graph.PropMode, graph.PropContext, graph.PropQuad, graph.PropDisputed, graph.PropDated,
		graph.PropWhen, graph.PropWhen, graph.PropMinNumber, graph.PropStatus, graph.PropNegated, graph.PropConfidence, graph.PropSources,
	},
	graph.ClassTie: {
		graph.PropID, graph.PropRelation, graph.PropRole, graph.PropHeldAt, graph.PropBegins, graph.PropEnds,
		graph.PropStatus, graph.PropNegated, graph.PropConfidence, graph.PropSources,
	},
	graph.ClassEvidence: {
		graph.PropID, graph.PropAttributed, graph.PropRecorded, graph.PropStatus, graph.PropNegated, graph.PropConfidence,
	},
	graph.ClassArticle: {
		graph.PropID, graph.PropURL, graph.PropPublisher, graph.PropLanguage, graph.PropPublished, graph.PropTitleContains,
	},
	graph.ClassPlace: {graph.PropID, graph.PropCountry, graph.PropNameContains, graph.PropWithin, graph.PropNear},
}

var allLinks = []graph.Link{
	graph.LinkEvents, graph.LinkSourceOf, graph.LinkTargetOf, graph.LinkTies, graph.LinkTiesFrom, graph.LinkTiesTo,
	graph.LinkActor, graph.LinkSource, graph.LinkTarget, graph.LinkEvidence, graph.LinkPlace, graph.LinkAbout,
	graph.LinkFrom, graph.LinkTo, graph.LinkParty, graph.LinkArticle, graph.LinkSpeaker,
}

// linksOf are the links that start from a class.
func linksOf(c graph.Class) []graph.Link {
	var out []graph.Link
	for _, l := range allLinks {
		for _, from := range l.From() {
			if from == c {
				out = append(out, l)
			}
		}
	}
	return out
}

// filter is a random condition on nodes of a class, at most so deep and through so many links.
func (s *session) filter(c graph.Class, depth, hops int) graph.Filter {
	d := s.d
	if depth == 0 {
		return s.condition(c)
	}
	switch d.IntN(8) {
	case 0, 1:
		f := graph.And{}
		for range d.IntN(4) {
			f = append(f, s.filter(c, depth-1, hops))
		}
		return f
	case 2, 3:
		f := graph.Or{}
		for range d.IntN(4) {
			f = append(f, s.filter(c, depth-1, hops))
		}
		return f
	case 4:
		return &graph.Not{Filter: s.filter(c, depth-1, hops)}
	case 5, 6:
		links := linksOf(c)
		if hops == 0 || len(links) == 0 {
			return s.condition(c)
		}
		link := pick(d, links)
		if d.chance(15) {
			return &graph.Has{Link: link}
		}
		return &graph.Has{Link: link, Where: s.filter(link.To(), depth-1, hops-1)}
	}
	return s.condition(c)
}

// condition compares a property with what some node of the class has, or nearly has.
func (s *session) condition(c graph.Class) graph.Filter {
	d := s.d
	if len(propertiesOf[c]) == 0 { // mentions have none
		return pick(d, []graph.Filter{nil, graph.And{}, graph.Or{}})
	}
	f := &graph.Compare{Property: pick(d, propertiesOf[c])}
	var like graph.Node
	if nodes := s.of(c); len(nodes) > 0 {
		like = pick(d, nodes)
	}
	f.Texts, f.Numbers = s.constants(f.Property, like)
	return f
}

// texts are one or two values to compare with.
func texts[T ~string](d dice, values ...T) []string {
	var out []string
	for range d.between(1, 2) {
		out = append(out, string(pick(d, values)))
	}
	return out
}

// manyTexts are the values among MaxFilterList of which most are of nobody.
func manyTexts(values []graph.ID) []string {
	out := make([]string, graph.MaxFilterList)
	for i := range out {
		out[i] = fmt.Sprintf("nothing %d", i)
		if i%200 == 0 {
			out[i] = string(values[i/200%len(values)])
		}
	}
	return out
}

func dateRange(d dice, around graph.Date) []int64 {
	if around == 0 {
		around = firstDay.AddDays(d.between(0, 200))
	}
	from, to := around.AddDays(-d.between(0, 3)), around.AddDays(d.between(0, 40))
	if d.chance(20) {
		from = 0
	}
	if d.chance(20) {
		to = 0
	}
	return []int64{int64(from), int64(to)}
}

// part is a piece of at least three letters of a text, or something else.
func part(d dice, text string) string {
	r := []rune(graph.Fold(text))
	if len(r) < 3 || d.chance(3) {
		return pick(d, []string{"nothing", "___", "%%%", "'''", `" OR "`})
	}
	start := d.IntN(len(r) - 2)
	return string(r[start:d.between(start+3, len(r))])
}

func (s *session) constants(p graph.Property, like graph.Node) (text []string, numbers []int64) {
	d := s.d
	flag := []int64{int64(d.IntN(2))}
	actor, _ := like.(*graph.Actor)
	event, _ := like.(*graph.Event)
	tie, _ := like.(*graph.Tie)
	article, _ := like.(*graph.Article)
	place, _ := like.(*graph.Place)
	switch p {
	case graph.PropID, graph.PropWithin:
		ids := s.ids(2)
		if like != nil {
			ids = append(ids, like.NodeID())
		}
		if d.chance(5) { // as long as a list may be
			return manyTexts(ids), nil
		}
		return texts(d, ids...), nil
	case graph.PropKind:
		return texts(d, graph.ActorKinds...), nil
	case graph.PropCountry:
		return texts(d, "USA", "FRA", "JPN", "CIV", "IGO", "ZZZ"), nil
	case graph.PropSector:
		if actor != nil && len(actor.Sectors) > 0 {
			return texts(d, actor.Sectors...), nil
		}
		return texts(d, graph.Sectors...), nil
	case graph.PropName:
		if actor == nil || d.chance(10) {
			return []string{pick(d, []string{"nobody", "' OR 1=1 --", "%", "", "\x00"})}, nil
		}
		return []string{pick(d, append(actor.Aliases, actor.Name))}, nil
	case graph.PropNameContains:
		switch {
		case actor != nil:
			return []string{part(d, pick(d, append(actor.Aliases, actor.Name)))}, nil
		case place != nil:
			return []string{part(d, place.Name)}, nil
		}
		return []string{"nothing"}, nil
	case graph.PropWikidata:
		if actor != nil && actor.Wikidata != "" {
			return texts(d, actor.Wikidata, "Q1"), nil
		}
		return texts(d, "Q1", ""), nil
	case graph.PropHeldAt:
		return nil, []int64{int64(s.dayOfTie())}
	case graph.PropLastSeen, graph.PropFirstSeen:
		return nil, []int64{int64(firstDay.AddDays(d.between(-50, 300)))}
	case graph.PropType:
		if event != nil && d.chance(60) {
			return texts(d, event.Type), nil
		}
		return texts(d, graph.EventTypes...), nil
	case graph.PropMode:
		if event != nil && len(event.Modes) > 0 {
			return texts(d, event.Modes...), nil
		}
		return texts(d, graph.Modes...), nil
	case graph.PropContext:
		if event != nil && len(event.Contexts) > 0 {
			return texts(d, event.Contexts...), nil
		}
		return texts(d, graph.Contexts...), nil
	case graph.PropQuad:
		return texts(d, graph.Quads...), nil
	case graph.PropWhen:
		day := graph.Date(0)
		if event != nil && event.When != nil {
			day = event.When.Start
		}
		return []string{string(pick(d, graph.Matches))}, dateRange(d, day)
	case graph.PropMinNumber:
		if event != nil && len(event.Numbers) > 0 && d.chance(70) {
			q := pick(d, event.Numbers)
			low := int64(0)
			if q.Low != nil {
				low = *q.Low + int64(d.between(-1, 1))
			}
			return []string{string(q.Of)}, []int64{low}
		}
		return []string{string(pick(d, graph.Counts))}, []int64{pick(d, []int64{int64(d.IntN(50)), int64(d.IntN(50)), -1, 1 << 62})}
	case graph.PropStatus:
		return texts(d, graph.Statuses...), nil
	case graph.PropConfidence:
		return nil, []int64{int64(50 * d.IntN(21))}
	case graph.PropSources:
		return nil, []int64{int64(d.IntN(5))}
	case graph.PropRelation:
		if tie != nil && d.chance(60) {
			return texts(d, tie.Relation), nil
		}
		return texts(d, graph.Relations...), nil
	case graph.PropRole:
		if tie != nil && tie.Role != "" {
			return []string{string(tie.Role)}, nil
		}
		return []string{"SECRETARY"}, nil
	case graph.PropBegins, graph.PropEnds:
		day := firstDay.AddDays(d.between(-400, 600))
		if tie != nil && p == graph.PropBegins && tie.Since != nil {
			day = tie.Since.Start
		}
		if tie != nil && p == graph.PropEnds && tie.Until != nil {
			day = tie.Until.Start
		}
		return nil, dateRange(d, day)
	case graph.PropRecorded: // far from midnight: both stores are filled today
		today := graph.DateOf(time.Now().UTC())
		before, after := int64(today.AddDays(-2)), int64(today.AddDays(2))
		return nil, pick(d, [][]int64{{before, after}, {0, after}, {before, 0}, {after, 0}, {0, before}})
	case graph.PropURL:
		if article != nil && article.URL != "" {
			return texts(d, "http"+string(article.URL[len("https"):])+"&utm_source=x#top", "https://example.org/"), nil
		}
		return texts(d, "https://example.org/"), nil
	case graph.PropPublisher:
		return texts(d, append(publishers[:5:5], graph.RegisterPublisher)...), nil
	case graph.PropLanguage:
		return texts(d, "en", "en-GB", "fr"), nil
	case graph.PropPublished:
		day := graph.Date(0)
		if article != nil {
			day = article.Published
		}
		return nil, dateRange(d, day)
	case graph.PropTitleContains:
		if article != nil {
			return []string{part(d, article.Title)}, nil
		}
		return []string{"nothing"}, nil
	case graph.PropNear:
		if place != nil && place.Located {
			return nil, []int64{int64(place.Latitude) / 2, int64(place.Longitude), int64(d.between(1, 20_000_000))}
		}
		return nil, []int64{0, 0, int64(d.between(1, 20_000_000))}
	}
	return nil, flag
}
