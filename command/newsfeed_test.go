package command_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader"
	"github.com/actorgraph/actorgraph/loader/article"
	"github.com/actorgraph/actorgraph/loader/identity"
)

// newsfeed is generated news as JSON lines, which the program loads like any other. Some
// lines are a later text of an article before them.
type newsfeed struct {
	lines       []string
	extractions []graph.Extraction // what is to be found in each line
}

// What the sentences of a newsfeed are made of: two countries, a person, a city, a number.
var newsSentences = []string{
	"{a} condemned {b} on Monday over the closed border.",
	"The foreign ministry of {a} imposed sanctions on {n} companies from {b}.",
	"{who}, the defense minister of {a}, will meet officials from {b} in {where} on Friday.",
	"Police arrested {n} protesters in {where}, the interior ministry of {a} said.",
	"{a} and {b} signed an agreement on grain in {where}.",
	"{who} denied that soldiers of {a} had attacked the harbor of {where}.",
	"Rebels killed {n} soldiers of {a} near {where}, officials said.",
	"{a} threatened to recall its ambassador from {b}.",
	"The government of {a} sent {n} tons of food to {b}, {who} told reporters.",
	"Hackers from {a} allegedly attacked the computers of the central bank of {b}.",
	"{who} demanded that {a} withdraw its troops from {b}.",
	"The rain in {where} did not stop for {n} days.",
}

var (
	newsCountries = []string{"France", "Germany", "Norway", "Brazil", "Turkey", "Egypt", "Chile", "Japan", "Nigeria", "India", "Iran", "Russia"}
	newsPeople    = []string{"Mira Holm", "Tomás Reed", "Ana Weaver", "Omar Diallo", "Ines Varga", "Jonas Falk", "Leila Haddad", "Piet Zander"}
	newsCities    = []string{"Oslo", "Lagos", "Cairo", "Geneva", "Ankara", "Lima"}
)

// newNewsfeed makes a feed of so many lines. Every fifth line is a later text.
func newNewsfeed(seed uint64, lines int) newsfeed {
	dice := rand.New(rand.NewPCG(seed, 1))
	pick := func(s []string) string { return s[dice.IntN(len(s))] }
	sentence := func() string {
		return strings.NewReplacer(
			"{a}", pick(newsCountries), "{b}", pick(newsCountries), "{who}", pick(newsPeople), "{where}", pick(newsCities), "{n}", strconv.Itoa(2+dice.IntN(90)),
		).Replace(pick(newsSentences))
	}
	type text struct {
		number, revision int
		sentences        []string
	}
	var texts []text
	var f newsfeed
	for i := range lines {
		t := text{number: i}
		if i%5 == 4 {
			t = texts[dice.IntN(len(texts))]
			t.revision++
			t.sentences = append([]string{sentence()}, slices.Delete(slices.Clone(t.sentences), 1, 2)...)
			texts[slices.IndexFunc(texts, func(o text) bool { return o.number == t.number })] = t
		} else {
			for range 3 + dice.IntN(5) {
				t.sentences = append(t.sentences, sentence())
			}
			texts = append(texts, t)
		}
		line, err := json.Marshal(map[string]string{
			"url": fmt.Sprintf("https://feed.example/%d/%d", seed, t.number), "title": fmt.Sprintf("Report %d", t.number),
			"publisher": fmt.Sprint("Outlet ", t.number%7), "published": fmt.Sprintf("2016-%02d-%02d", 1+t.number%12, 1+t.number%28),
			"modified": fmt.Sprintf("2017-01-01T00:%02d:00Z", t.revision), "text": strings.Join(t.sentences, " "),
		})
		if err != nil {
			panic(err) // strings always encode
		}
		f.lines = append(f.lines, string(line))
	}
	return f
}

func (f newsfeed) String() string { return strings.Join(f.lines, "\n") + "\n" }

// extracted is the feed with what is found in each line.
func (f newsfeed) extracted() (newsfeed, error) {
	file := loader.File{Origin: "feed.jsonl", Reader: strings.NewReader(f.String())}
	files := func(yield func(loader.File, error) bool) { yield(file, nil) }
	for a, err := range loader.Articles(files, article.Options{}) {
		if err != nil {
			return f, err
		}
		f.extractions = append(f.extractions, loader.Extract(a, identity.Default()).Result)
	}
	if len(f.extractions) != len(f.lines) {
		return f, fmt.Errorf("%d articles in %d lines", len(f.extractions), len(f.lines))
	}
	return f, nil
}

// rows are the ids of all passages and mentions that any line has, each once.
func (f newsfeed) rows() []graph.ID {
	var ids []graph.ID
	for _, x := range f.extractions {
		for _, e := range x.Evidence {
			ids = append(ids, e.ID)
		}
		for _, m := range x.Mentions {
			ids = append(ids, m.ID)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}
