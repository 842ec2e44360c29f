package graph

import (
	"fmt"
	"time"
	"unicode/utf8"
)

// Validate checks every row of a batch, which stores do before they write anything. Its error is
// an *ArticleError that names the first article at fault.
func (b Batch) Validate() error {
	seen := make(map[ID]bool, len(b.Extractions))
	for i := range b.Extractions {
		x := &b.Extractions[i]
		err := x.Validate()
		if err == nil && seen[x.Article.ID] {
			err = invalid("the article stands twice in the batch")
		}
		if err != nil {
			return &ArticleError{Index: i, Article: x.Article.ID, Err: err}
		}
		seen[x.Article.ID] = true
	}
	return nil
}

// Validate checks every row of one article, so that a store can write it blindly: closed
// sets, ids, that quotes equal the text at their offsets, that records which passages name
// stand in Actors or Places with the Country of every state code, and that actors outside
// the register have a mention that says their kind. Its error wraps ErrInvalid and names the row.
func (x *Extraction) Validate() error {
	v := &validation{
		x: x, body: []rune(string(x.Article.Body)),
		known: map[ID]bool{}, kinded: map[ID]bool{}, rows: map[ID]bool{}, records: map[ID]*Evidence{},
	}
	if err := v.article(); err != nil {
		return err
	}
	if err := v.cast(); err != nil {
		return err
	}
	for i := range x.Mentions {
		if err := v.mention(&x.Mentions[i]); err != nil {
			return fmt.Errorf("mention %d (%q): %w", i, x.Mentions[i].Quote, err)
		}
	}
	for i := range x.Actors {
		if a := &x.Actors[i]; a.Register == nil && !v.kinded[a.ID] {
			return fmt.Errorf("actor %s has neither a register entry nor a mention that says its kind: %w", a.ID, ErrInvalid)
		}
	}
	for i := range x.Evidence {
		if v.records[x.Evidence[i].Record] == nil {
			v.records[x.Evidence[i].Record] = &x.Evidence[i]
		}
	}
	for i := range x.Evidence {
		if err := v.evidence(&x.Evidence[i]); err != nil {
			return fmt.Errorf("evidence %d (%q): %w", i, x.Evidence[i].Quote, err)
		}
	}
	return nil
}

type validation struct {
	x       *Extraction
	body    []rune
	known   map[ID]bool      // actors and places
	kinded  map[ID]bool      // actors whose kind a mention says
	rows    map[ID]bool      // mentions and evidence
	records map[ID]*Evidence // the first passage of each event and tie
}

func invalid(format string, args ...any) error {
	return fmt.Errorf(format+": %w", append(args, ErrInvalid)...)
}

func (v *validation) article() error {
	a := &v.x.Article
	switch {
	case !a.ID.is(ClassArticle):
		return invalid("article has id %q", a.ID)
	case Fold(string(a.Publisher)) == RegisterPublisher && v.x.Extractor != RegisterPublisher:
		return invalid("the publisher %q is the register's own", a.Publisher)
	case !a.Published.Valid() || !inCalendar(a.PublishedAt) || !inCalendar(a.Modified):
		return invalid("article is dated %d, %s, modified %s: no days of the calendar", a.Published, a.PublishedAt, a.Modified)
	case len(v.body) == 0:
		return invalid("article has no text")
	case !isUTF8(string(a.Body), a.Title, string(a.URL), string(a.Publisher), string(a.Author), string(a.Language)):
		return invalid("article has text that is not UTF-8")
	case a.Sentences < 0 || a.Words < 0:
		return invalid("article counts %d sentences and %d words", a.Sentences, a.Words)
	case v.x.Extractor == "" || v.x.Version < 1:
		return invalid("extractor %q has version %d", v.x.Extractor, v.x.Version)
	}
	return nil
}

// cast checks actors and places, and that each state code has its Country.
func (v *validation) cast() error {
	for _, a := range v.x.Actors {
		if err := a.Validate(); err != nil {
			return err
		}
		if v.known[a.ID] {
			return invalid("actor %s stands twice", a.ID)
		}
		v.known[a.ID] = true
	}
	for _, p := range v.x.Places {
		if err := p.Validate(); err != nil {
			return err
		}
		if v.known[p.ID] {
			return invalid("place %s stands twice", p.ID)
		}
		v.known[p.ID] = true
	}
	for _, a := range v.x.Actors {
		if a.Register != nil {
			if err := v.country(a.Register.Country); err != nil {
				return fmt.Errorf("actor %s: %w", a.Register.Name, err)
			}
		}
	}
	for _, p := range v.x.Places {
		if p.WithinID != "" && (!v.known[p.WithinID] || p.WithinID.Class() != ClassPlace) {
			return invalid("place %s lies within %s, which is not in the batch", p.Name, p.WithinID)
		}
		if err := v.country(p.CountryCode); err != nil {
			return fmt.Errorf("place %s: %w", p.Name, err)
		}
		if want := stateID(string(p.CountryCode)); p.CountryID != want {
			return invalid("place %s has country %q, its code %q gives %q", p.Name, p.CountryID, p.CountryCode, want)
		}
	}
	return nil
}

func (v *validation) country(code Text) error {
	if err := ValidateCountryCode(string(code)); err != nil {
		return err
	}
	if IsState(string(code)) && !v.known[CountryID(string(code))] {
		return invalid("the country %s itself is not among the actors", code)
	}
	return nil
}

func (v *validation) actor(what string, id ID) error {
	if !v.known[id] || id.Class() != ClassActor {
		return invalid("%s %q is not among the actors", what, id)
	}
	return nil
}

// text checks that what is quoted stands at its offsets.
func (v *validation) text(what, quote string, s Span) error {
	if s.Start < 0 || s.End > len(v.body) || s.Start > s.End {
		return invalid("%s from %d to %d lies outside the text of %d code points", what, s.Start, s.End, len(v.body))
	}
	if got := string(v.body[s.Start:s.End]); got != quote {
		return invalid("%s reads %q at %d to %d of the text, where %q stands", what, quote, s.Start, s.End, got)
	}
	return nil
}

func (v *validation) once(id ID, class Class) error {
	if !id.is(class) {
		return invalid("%q is not an id of class %s", id, class)
	}
	if v.rows[id] {
		return invalid("%s stands twice", id)
	}
	v.rows[id] = true
	return nil
}

func (v *validation) mention(m *Mention) error {
	if err := v.once(m.ID, ClassMention); err != nil {
		return err
	}
	if m.ArticleID != v.x.Article.ID || m.Sentence < 0 || m.Start == m.End {
		return invalid("of article %q, sentence %d, %d to %d", m.ArticleID, m.Sentence, m.Start, m.End)
	}
	if err := v.actor("actor", m.Record); err != nil {
		return err
	}
	if err := v.text("mention", m.Quote, Span{m.Start, m.End}); err != nil {
		return err
	}
	if err := v.country(m.Country); err != nil {
		return err
	}
	if !isUTF8(string(m.Name)) {
		return invalid("the name is not UTF-8")
	}
	for _, s := range m.Sectors {
		if err := oneOf("sector", s, Sectors); err != nil {
			return err
		}
	}
	if m.Kind == "" {
		return nil
	}
	v.kinded[m.Record] = true
	return oneOf("kind", m.Kind, ActorKinds)
}

func (v *validation) evidence(e *Evidence) error {
	if err := v.once(e.ID, ClassEvidence); err != nil {
		return err
	}
	if e.ArticleID != v.x.Article.ID || e.Sentence < 0 || e.Start == e.End {
		return invalid("of article %q, sentence %d, %d to %d", e.ArticleID, e.Sentence, e.Start, e.End)
	}
	if want := NewEvidenceID(e.Record, e.ArticleID, e.Quote, e.Assertion); e.ID != want {
		return invalid("id %s is not %s, which its content gives", e.ID, want)
	}
	if err := v.text("quote", e.Quote, Span{e.Start, e.End}); err != nil {
		return err
	}
	if err := v.text("before", e.Before, Span{max(0, e.Start-ContextLength), e.Start}); err != nil {
		return err
	}
	if err := v.text("after", e.After, Span{e.End, min(len(v.body), e.End+ContextLength)}); err != nil {
		return err
	}
	if e.Confidence < 0 || e.Confidence > 1000 {
		return invalid("confidence %d is not in thousandths", e.Confidence)
	}
	if t := e.Trigger; t.Start < 0 || t.Start > t.End || t.End > len(v.body) {
		return invalid("trigger from %d to %d lies outside the text", t.Start, t.End)
	}
	for _, s := range e.Steps {
		if err := v.text("step "+s.Rule, s.Text, s.Span); err != nil {
			return err
		}
		if !isUTF8(s.Rule, s.Says) {
			return invalid("a step is not UTF-8")
		}
	}
	return v.assertion(e)
}

func (v *validation) assertion(e *Evidence) error {
	if err := oneOf("status", e.Status, Statuses); err != nil {
		return err
	}
	if e.Status == Denied && e.Negated {
		return invalid("denied and negated at once")
	}
	switch {
	case e.EventType != "" && e.Relation == "" && e.Record.is(ClassEvent):
		if err := ValidateEventType(e.EventType, e.Modes, e.Contexts); err != nil {
			return err
		}
	case e.Relation != "" && e.EventType == "" && e.Record.is(ClassTie):
		if err := oneOf("relation", e.Relation, Relations); err != nil {
			return err
		}
		if len(e.About) > 0 || e.Party(PartFrom) == "" || e.Party(PartTo) == "" {
			return invalid("a tie has two ends and is about nothing")
		}
		if place := e.Party(PartTo).Class() == ClassPlace; place && !e.Relation.ToPlace() {
			return invalid("%s leads to a place", e.Relation)
		}
		if first := v.records[e.Record]; !sameTie(first, e) {
			return invalid("two passages of one tie differ in relation, ends or role")
		}
	default:
		return invalid("states event type %q and relation %q of record %q", e.EventType, e.Relation, e.Record)
	}
	for _, p := range []*Period{e.Since, e.Until, e.When} {
		if p != nil {
			if err := p.Validate(); err != nil {
				return err
			}
			if !isUTF8(string(p.Text)) {
				return invalid("the wording of a period is not UTF-8")
			}
		}
	}
	for _, id := range e.About {
		if id == e.Record || v.records[id] == nil || id.Class() != ClassEvent {
			return invalid("about %q, which is no other event of the article", id)
		}
	}
	return v.wordings(e)
}

// partClass is the class of party that a part takes, "" for none.
func partClass(e *Evidence, p Part) (Class, bool) {
	event := e.EventType != ""
	switch p {
	case PartSource, PartTarget:
		return ClassActor, event
	case PartFrom:
		return ClassActor, !event
	case PartTo:
		return ClassActor, !event
	case PartPlace:
		return ClassPlace, true
	}
	return "", p == PartTime
}

func (v *validation) wordings(e *Evidence) error {
	for _, w := range e.Wordings {
		class, ok := partClass(e, w.Part)
		if !ok {
			return invalid("part %q does not fit", w.Part)
		}
		if w.Part == PartTo && e.Relation.ToPlace() && w.Party.Class() == ClassPlace {
			class = ClassPlace
		}
		if w.Party != "" && (w.Party.Class() != class || !v.known[w.Party]) {
			return invalid("%s %q (%q) is not among the actors or places", w.Part, w.Party, w.Text)
		}
		if err := v.text("wording", w.Text, w.Span); err != nil {
			return err
		}
		if w.Number != nil {
			if err := v.quantity(*w.Number); err != nil {
				return err
			}
		}
	}
	for _, q := range e.Numbers {
		if err := v.quantity(q); err != nil {
			return err
		}
	}
	for _, a := range e.Attribution {
		if !isUTF8(a.Outlet, string(a.Verb)) {
			return invalid("an attribution is not UTF-8")
		}
		if a.Speaker != "" {
			if err := v.actor("speaker", a.Speaker); err != nil {
				return err
			}
		}
		if err := v.text("attribution", a.Text, a.Span); err != nil {
			return err
		}
	}
	return nil
}

func (v *validation) quantity(q Quantity) error {
	if q.Low != nil && q.High != nil && *q.High < *q.Low {
		return invalid("number %q from %d to %d", q.Text, *q.Low, *q.High)
	}
	if err := oneOf("count", q.Of, Counts); err != nil {
		return err
	}
	if !isUTF8(string(q.Unit)) {
		return invalid("a unit is not UTF-8")
	}
	return v.text("number", q.Text, q.Span)
}

// sameTie reports whether two passages mean the same tie.
func sameTie(a, b *Evidence) bool {
	if a.Relation != b.Relation || Fold(string(a.Role)) != Fold(string(b.Role)) {
		return false
	}
	from, to := a.Party(PartFrom), a.Party(PartTo)
	return from == b.Party(PartFrom) && to == b.Party(PartTo) ||
		a.Relation.Symmetric() && from == b.Party(PartTo) && to == b.Party(PartFrom)
}

func isUTF8(texts ...string) bool {
	for _, t := range texts {
		if !utf8.ValidString(t) {
			return false
		}
	}
	return true
}

// inCalendar refuses moments that RFC 3339 cannot write.
func inCalendar(t time.Time) bool {
	y := t.UTC().Year()
	return 1 <= y && y <= 9999
}

// stateID is the id of the state of a code, "" where the code is no state's.
func stateID(code string) ID {
	if !IsState(code) {
		return ""
	}
	return CountryID(code)
}
