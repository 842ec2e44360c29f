package graph

import "fmt"

func (c *compiler) actors(w *ActorWhere, path string) Filter {
	return c.object(w == nil, path, func(l *list) {
		l.ids("id", PropID, w.ID)
		in(l, "kind", PropKind, w.Kind, ActorKinds)
		l.countries(w.Country)
		in(l, "sector", PropSector, w.Sector, Sectors)
		l.is("named", PropNamed, w.Named)
		l.equals("name", PropName, w.Name)
		l.contains("nameContains", PropNameContains, w.NameContains)
		in(l, "wikidata", PropWikidata, w.Wikidata, nil)
		if w.SeenSince != 0 {
			l.compare("seenSince", PropLastSeen, nil, int64(w.SeenSince))
		}
		if w.SeenUntil != 0 {
			l.compare("seenUntil", PropFirstSeen, nil, int64(w.SeenUntil))
		}
		has(l, "hasEvents", LinkEvents, w.HasEvents, c.events)
		has(l, "isSource", LinkSourceOf, w.IsSource, c.events)
		has(l, "isTarget", LinkTargetOf, w.IsTarget, c.events)
		has(l, "hasTies", LinkTies, w.HasTies, c.ties)
		has(l, "tiesFrom", LinkTiesFrom, w.TiesFrom, c.ties)
		has(l, "tiesTo", LinkTiesTo, w.TiesTo, c.ties)
		logic(l, w.And, w.Or, w.Not, c.actors)
	})
}

func (c *compiler) events(w *EventWhere, path string) Filter {
	return c.object(w == nil, path, func(l *list) {
		l.ids("id", PropID, w.ID)
		in(l, "type", PropType, w.Type, EventTypes)
		in(l, "mode", PropMode, w.Mode, Modes)
		in(l, "context", PropContext, w.Context, Contexts)
		in(l, "quad", PropQuad, w.Quad, Quads)
		in(l, "status", PropStatus, w.Status, Statuses)
		l.is("negated", PropNegated, w.Negated)
		l.is("disputed", PropDisputed, w.Disputed)
		if w.Since != 0 || w.Until != 0 {
			match := w.Match
			if match == "" {
				match = Overlaps
			}
			if err := oneOf("match", match, Matches); err != nil {
				c.fail(path+".match", fmt.Sprintf("%q is not known", match), fmt.Sprintf("one of %v", Matches))
			}
			l.days("since", PropWhen, w.Since, w.Until, string(match))
		}
		l.is("dated", PropDated, w.Dated)
		has(l, "actor", LinkActor, w.Actor, c.actors)
		has(l, "source", LinkSource, w.Source, c.actors)
		has(l, "target", LinkTarget, w.Target, c.actors)
		c.onePassage(l, w.Speaker, w.Article, w.Evidence)
		has(l, "place", LinkPlace, w.Place, c.places)
		has(l, "about", LinkAbout, w.About, c.events)
		if w.MinNumber != nil {
			if err := oneOf("of", w.MinNumber.Of, Counts); err != nil {
				c.fail(path+".minNumber.of", fmt.Sprintf("%q is not known", w.MinNumber.Of), fmt.Sprintf("one of %v", Counts))
			}
			l.compare("minNumber", PropMinNumber, []string{string(w.MinNumber.Of)}, ceil(w.MinNumber.Low))
		}
		l.confidence(w.MinConfidence)
		l.sources(w.MinSources)
		l.key(ClassEvent, w.Key)
		logic(l, w.And, w.Or, w.Not, c.events)
	})
}

// onePassage asks one passage for speaker, article and evidence together.
func (c *compiler) onePassage(l *list, speaker *ActorWhere, article *ArticleWhere, evidence *EvidenceWhere) {
	if speaker == nil && article == nil && evidence == nil {
		return
	}
	passage := &list{c: c, path: l.path}
	has(passage, "speaker", LinkSpeaker, speaker, c.actors)
	has(passage, "article", LinkArticle, article, c.articles)
	if evidence != nil {
		if f := c.evidence(evidence, l.path+".evidence"); f != nil {
			passage.add(f)
		}
	}
	l.add(&Has{Link: LinkEvidence, Where: passage.and})
}

func (c *compiler) ties(w *TieWhere, path string) Filter {
	return c.object(w == nil, path, func(l *list) {
		l.ids("id", PropID, w.ID)
		in(l, "relation", PropRelation, w.Relation, Relations)
		l.equals("role", PropRole, w.Role)
		in(l, "status", PropStatus, w.Status, Statuses)
		l.is("negated", PropNegated, w.Negated)
		if w.At != 0 {
			l.compare("at", PropHeldAt, nil, int64(w.At))
		}
		l.dayRange("begins", PropBegins, w.Begins)
		l.dayRange("ends", PropEnds, w.Ends)
		has(l, "from", LinkFrom, w.From, c.actors)
		has(l, "to", LinkTo, w.To, c.actors)
		has(l, "party", LinkParty, w.Party, c.actors)
		has(l, "place", LinkPlace, w.Place, c.places)
		c.onePassage(l, nil, w.Article, w.Evidence)
		l.confidence(w.MinConfidence)
		l.sources(w.MinSources)
		logic(l, w.And, w.Or, w.Not, c.ties)
	})
}

func (c *compiler) evidence(w *EvidenceWhere, path string) Filter {
	return c.object(w == nil, path, func(l *list) {
		l.ids("id", PropID, w.ID)
		has(l, "article", LinkArticle, w.Article, c.articles)
		has(l, "speaker", LinkSpeaker, w.Speaker, c.actors)
		l.is("attributed", PropAttributed, w.Attributed)
		in(l, "status", PropStatus, w.Status, Statuses)
		l.is("negated", PropNegated, w.Negated)
		l.dayRange("recorded", PropRecorded, w.Recorded)
		l.confidence(w.MinConfidence)
		logic(l, w.And, w.Or, w.Not, c.evidence)
	})
}

func (c *compiler) articles(w *ArticleWhere, path string) Filter {
	return c.object(w == nil, path, func(l *list) {
		l.ids("id", PropID, w.ID)
		in(l, "url", PropURL, w.URL, nil)
		in(l, "publisher", PropPublisher, w.Publisher, nil)
		in(l, "language", PropLanguage, w.Language, nil)
		if w.Since != 0 || w.Until != 0 {
			l.days("since", PropPublished, w.Since, w.Until)
		}
		l.contains("titleContains", PropTitleContains, w.TitleContains)
		l.key(ClassArticle, w.Key)
		logic(l, w.And, w.Or, w.Not, c.articles)
	})
}

func (c *compiler) places(w *PlaceWhere, path string) Filter {
	return c.object(w == nil, path, func(l *list) {
		l.ids("id", PropID, w.ID)
		l.countries(w.Country)
		l.ids("within", PropWithin, w.Within)
		l.contains("nameContains", PropNameContains, w.NameContains)
		if n := w.Near; n != nil {
			if !(n.Latitude >= -90 && n.Latitude <= 90 && n.Longitude >= -180 && n.Longitude <= 180 && n.Km > 0 && n.Km <= 20_040) {
				c.fail(path+".near", "no circle on the globe", "latitude -90 to 90, longitude -180 to 180, km up to 20040")
				return
			}
			l.compare("near", PropNear, nil, round(n.Latitude*1e6), round(n.Longitude*1e6), round(n.Km*1000))
		}
	})
}
