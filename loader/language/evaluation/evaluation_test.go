package evaluation_test

import (
	"bytes"
	"compress/gzip"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/loader/language"
	"github.com/actorgraph/actorgraph/loader/language/evaluation"
)

func packed(t *testing.T, s string) *fstest.MapFile {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write([]byte(s)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return &fstest.MapFile{Data: b.Bytes()}
}

func TestRun(t *testing.T) {
	// The first document is marked as it should be, but for one name that is
	// none. GUM's name holds a title: only its head can be right. A nominal
	// does not count.
	data := fstest.MapFS{
		"entities/crossner_politics_dev.jsonl": {Data: []byte(
			`{"id":"a","text":"Angela Merkel visited Cairo on Monday.","entities":[` +
				`{"start":0,"end":13,"type":"politician"},{"start":22,"end":27,"type":"location"},` +
				`{"start":31,"end":37,"type":"organisation"}]}` + "\n")},
		"coref-linking/gum_dev.jsonl.gz": packed(t,
			`{"id":"b","genre":"news","text":"Chancellor Angela Merkel met reporters in Berlin.","entities":[`+
				`{"start":0,"end":24,"type":"person","level":"name"},{"start":29,"end":38,"type":"person","level":"nominal"},`+
				`{"start":42,"end":48,"type":"place","level":"name"}]}`+"\n"+
				`{"id":"c","genre":"vlog","text":"Paris.","entities":[]}`+"\n"),
	}
	r, err := evaluation.Run(language.Shipped(), data)
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Trees) != 0 || len(r.Names) != 2 {
		t.Fatalf("%d sets of trees, %d of names", len(r.Trees), len(r.Names))
	}
	want := map[language.NameType]language.Match{
		language.PER: {Right: 1, Found: 1, Wanted: 1},
		language.LOC: {Right: 1, Found: 1, Wanted: 1},
		language.ORG: {Wanted: 1},
	}
	if diff := cmp.Diff(want, r.Names[0].Types); diff != "" {
		t.Error("crossner:", diff)
	}
	if got := evaluation.Overall(r.Names[0].Types); got != (language.Match{Right: 2, Found: 2, Wanted: 3}) || got.F1() != 80 {
		t.Errorf("overall %+v, F1 %v", got, got.F1())
	}
	if got := evaluation.Overall(r.Names[1].Types); got != (language.Match{Right: 2, Found: 2, Wanted: 2}) {
		t.Errorf("gum %+v", got)
	}
	if got := evaluation.Overall(r.Names[1].Capitals); got.Wanted != 2 {
		t.Errorf("gum in capitals %+v", got)
	}
}

func TestRunWithoutData(t *testing.T) {
	if _, err := evaluation.Run(language.Shipped(), fstest.MapFS{}); err == nil {
		t.Error("an empty folder: no error")
	}
	broken := fstest.MapFS{"entities/crossner_politics_dev.jsonl": {Data: []byte("{\n")}}
	if _, err := evaluation.Run(language.Shipped(), broken); err == nil {
		t.Error("a broken line: no error")
	}
}
