package export

import (
	"slices"
	"strings"
)

// Table is what can be exported under one name.
type Table struct {
	Name    string
	Of      string // what a row is
	Columns []Column
	where   string // the input type of its filter
	order   string
}

// Column is one column of a table.
type Column struct {
	Name string
	path string // of its value in the API, from a row on, fields divided by dots
	Says string // for the documentation
}

// Tables are all of them, in the order of the documentation. Read only.
var Tables = []Table{actors, events, ties, evidence, articles, network}

// TableNamed is the table of a name; ok is false if there is none.
func TableNamed(name string) (t Table, ok bool) {
	i := slices.IndexFunc(Tables, func(t Table) bool { return t.Name == name })
	if i < 0 {
		return t, false
	}
	return Tables[i], true
}

// Names are the names of all tables.
func Names() []string {
	var out []string
	for _, t := range Tables {
		out = append(out, t.Name)
	}
	return out
}

// items is how many of a plain list a cell holds at most; the API gives no more at once.
const items = "(first: 100)"

var actors = Table{Name: "actors", Of: "an actor", where: "ActorWhere", order: "NAME", Columns: []Column{
	{"id", "id", "names it for ever"},
	{"kind", "kind", "AGENCY, OFFICIAL, PERSON, GROUP, ORGANIZATION or COUNTRY"},
	{"kinds", "kinds", "every kind that was stated"},
	{"name", "name", "its most usual name"},
	{"named", "named", "false for \"two soldiers\""},
	{"aliases", "aliases", "all other names"},
	{"description", "description", "a few words about it"},
	{"country", "countryCode", "ISO 3166 alpha-3, or IGO, NGO, MNC, IMG"},
	{"sectors", "sectors", "sector codes of PLOVER"},
	{"wikidata", "wikidata", "its item in Wikidata"},
	{"firstSeen", "firstSeen", "day of the first article that mentions it"},
	{"lastSeen", "lastSeen", "day of the last one"},
	{"mentions", "mentionCount", "places in articles that name or mean it"},
	{"events", "eventCount", "real events in which it takes part"},
}}

var events = Table{Name: "events", Of: "an event, of any status", where: "EventWhere", order: "OLDEST", Columns: []Column{
	{"id", "id", "names it for ever"},
	{"type", "type", "type of PLOVER"},
	{"modes", "modes", "its modes"},
	{"contexts", "contexts", "its contexts"},
	{"quad", "quad", "class of its type"},
	{"score", "score", "from conflict, -10, to cooperation, 10"},
	{"status", "status", "how real it is"},
	{"negated", "negated", "it did not happen, was called off, has stopped"},
	{"disputed", "disputed", "some passage denies it"},
	{"start", "when.start", "first day on which it may have begun"},
	{"end", "when.end", "last day"},
	{"precision", "when.precision", "how precisely the passages tell the time"},
	{"sources", "sources" + items + ".id", "who does it: ids, at most 100"},
	{"sourceNames", "sources" + items + ".name", "their names"},
	{"sourceCountries", "sources" + items + ".countryCode", "their country codes, null where unknown"},
	{"targets", "targets" + items + ".id", "to whom it is done: ids, at most 100"},
	{"targetNames", "targets" + items + ".name", "their names"},
	{"targetCountries", "targets" + items + ".countryCode", "their country codes, null where unknown"},
	{"places", "places" + items + ".id", "where: ids, at most 100"},
	{"placeNames", "places" + items + ".name", "their names"},
	{"summary", "summary", "one line for people"},
	{"confidence", "confidence", "how sure the extraction is, 0 to 1"},
	{"passages", "corroboration.passages", "passages that state it"},
	{"articles", "corroboration.articles", "articles that hold them"},
	{"independentSources", "corroboration.independentSources", "distinct origins of those"},
	{"recordedAt", "recordedAt", "when the graph first held it"},
}}

var ties = Table{Name: "ties", Of: "a lasting relation: read from, relation, to", where: "TieWhere", Columns: []Column{
	{"id", "id", "names it for ever"},
	{"relation", "relation", "HOLDS_OFFICE, MEMBER_OF …"},
	{"from", "from.id", "who stands before the relation"},
	{"fromName", "from.name", "its name"},
	{"to", "to.id", "the actor or place after it"},
	{"toName", "to.name", "its name"},
	{"role", "role", "the office or role, as stated"},
	{"status", "status", "how real it is"},
	{"negated", "negated", "it does not hold"},
	{"disputed", "disputed", "some passage denies it"},
	{"sinceStart", "since.start", "first day on which it may have begun"},
	{"sinceEnd", "since.end", "last such day"},
	{"untilStart", "until.start", "first day on which it may have ended"},
	{"untilEnd", "until.end", "last such day"},
	{"statedStart", "stated.start", "day of the first article that holds it"},
	{"statedEnd", "stated.end", "day of the last one"},
	{"summary", "summary", "one line for people"},
	{"confidence", "confidence", "how sure the extraction is, 0 to 1"},
	{"passages", "corroboration.passages", "passages that state it"},
	{"articles", "corroboration.articles", "articles that hold them"},
	{"independentSources", "corroboration.independentSources", "distinct origins of those"},
	{"recordedAt", "recordedAt", "when the graph first held it"},
}}

var evidence = Table{Name: "evidence", Of: "a passage that states one fact", where: "EvidenceWhere", order: "OLDEST", Columns: []Column{
	{"id", "id", "names it for ever"},
	{"fact", "fact.id", "the event or tie it states"},
	{"article", "article.id", "the article it stands in"},
	{"title", "article.title", "title of the article"},
	{"url", "article.url", "its address"},
	{"publisher", "article.publisher", "who printed it"},
	{"published", "article.published", "the day"},
	{"sentence", "sentence", "number of its first sentence, from 0"},
	{"start", "start", "where the quote starts in the article's text, in code points from 0"},
	{"end", "end", "where it ends, exclusive"},
	{"quote", "quote", "the passage itself"},
	{"eventType", "eventType", "what it says: the type of an event"},
	{"modes", "modes", "its modes"},
	{"contexts", "contexts", "its contexts"},
	{"relation", "tieRelation", "the relation of a tie"},
	{"role", "role", "the role of a tie"},
	{"status", "status", "the status it states"},
	{"negated", "negated", "whether it negates the act"},
	{"whenStart", "when.start", "first day, as this passage says"},
	{"whenEnd", "when.end", "last day"},
	{"whenText", "when.text", "in its words"},
	{"speaker", "speaker.id", "who says so: the innermost that is an actor"},
	{"speakerName", "speaker.name", "its name"},
	{"confidence", "confidence", "how sure the extraction is, 0 to 1"},
	{"extractor", "extractor", "name and version of what read it"},
	{"recordedAt", "recordedAt", "when the graph first held it"},
}}

var articles = Table{Name: "articles", Of: "an article, without its text", where: "ArticleWhere", order: "OLDEST", Columns: []Column{
	{"id", "id", "names it for ever"},
	{"url", "url", "its address"},
	{"title", "title", "its title"},
	{"publisher", "publisher", "who printed it"},
	{"author", "author", "who wrote it"},
	{"published", "published", "the day, as the publisher prints it"},
	{"publishedAt", "publishedAt", "the moment, where known"},
	{"language", "language", "code of its language"},
	{"sentences", "sentences", "how many sentences"},
	{"words", "words", "how many words"},
	{"revision", "revision", "number of its present text"},
	{"copyOf", "copyOf.id", "the earliest article with the same report"},
	{"recordedAt", "recordedAt", "when the graph first held it"},
}}

var network = Table{Name: "network", Of: "a link of two actors, the strongest first; 1,000 at most", where: "EventWhere", Columns: []Column{
	{"source", "source.id", "who does it; of an undirected link one of the two"},
	{"sourceName", "source.name", "its name"},
	{"sourceKind", "source.kind", "its kind"},
	{"sourceCountry", "source.countryCode", "its country code"},
	{"target", "target.id", "to whom; of an undirected link the other"},
	{"targetName", "target.name", "its name"},
	{"targetKind", "target.kind", "its kind"},
	{"targetCountry", "target.countryCode", "its country code"},
	{"directed", "directed", "whether the link leads from source to target"},
	{"events", "events", "how many events link them"},
	{"ties", "ties", "how many ties"},
	{"score", "score", "mean score of the events"},
	{"since", "since", "first day on which one of the events starts"},
	{"until", "until", "last day on which one of them ends"},
}}

// query asks for a page of the table. Columns below one field ask for it several times, which
// GraphQL makes one.
func (t Table) query() string {
	var fields strings.Builder
	for _, c := range t.Columns {
		steps := strings.Split(c.path, ".")
		fields.WriteString(" " + strings.Join(steps, " { ") + strings.Repeat(" }", len(steps)-1))
	}
	if t.Name == network.Name {
		return "query($where: EventWhere) { list: network(where: $where, first: 1000) { links {" + fields.String() + " } truncated } }"
	}
	order := ""
	if t.order != "" {
		order = ", order: " + t.order
	}
	return "query($where: " + t.where + ", $after: String) { list: " + t.Name + "(where: $where, first: 100, after: $after" + order + ") { edges { node {" +
		fields.String() + " } } pageInfo { hasNextPage endCursor } } }"
}
