package command_test

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const cookbook = "../docs/api.md"

// TestCookbook asks both kinds of graph every query of docs/api.md; what follows it there is the
// answer. With -update the answers of SQLite are written into the page.
func TestCookbook(t *testing.T) {
	onEachStore(t, func(t *testing.T, fresh func(testing.TB) place) {
		where := fresh(t)
		run(t, 0, append([]string{"load", "--quiet", "--store", where.address}, exampleFiles(t)...)...)
		api := apiOf(t, where.address)
		n := 0
		answered(t, "graphql", "json", *update && where.name == "sqlite", func(t *testing.T, query string) string {
			n++
			var answer struct {
				Data   json.RawMessage
				Errors []struct{ Message string }
			}
			if err := json.Unmarshal([]byte(answerOf(t, api, query)), &answer); err != nil || len(answer.Errors) > 0 {
				t.Fatalf("%v %v in the answer to\n%s", err, answer.Errors, query)
			}
			return inLines(string(answer.Data)) + "\n"
		})
		if n != 25 {
			t.Errorf("%d queries, and the page is about 25", n)
		}
	})
}

// TestCookbookSnippets runs the programs of docs/api.md against a server.
func TestCookbookSnippets(t *testing.T) {
	s := start(t, "serve", "--store", loadedExamples(t), "--listen", "127.0.0.1:0")
	for language, program := range map[string][]string{"sh": {"sh", "-c"}, "python": {"python3", "-c"}} {
		t.Run(language, func(t *testing.T) {
			for _, needed := range []string{program[0], "curl"} {
				if _, err := exec.LookPath(needed); err != nil {
					t.Skipf("NOT TESTED: %s is not here, so nobody runs the snippets", needed)
				}
			}
			answered(t, language, "output", *update, func(t *testing.T, text string) string {
				text = strings.ReplaceAll(text, "http://127.0.0.1:8080", s.url)
				out, err := exec.CommandContext(t.Context(), program[0], program[1], text).CombinedOutput()
				if err != nil {
					t.Fatalf("%v: %s", err, out)
				}
				return string(out)
			})
		})
	}
}

// answered compares what stands in docs/api.md after each block of a language with what it gives.
func answered(t *testing.T, language, answers string, write bool, give func(*testing.T, string) string) {
	t.Helper()
	page, err := os.ReadFile(cookbook)
	if err != nil {
		t.Fatal(err)
	}
	blocks := regexp.MustCompile(fmt.Sprintf("(?s)```%s\n(.*?)```\n```%s\n(.*?)```", language, answers))
	found := 0
	now := blocks.ReplaceAllStringFunc(string(page), func(block string) string {
		found++
		part := blocks.FindStringSubmatch(block)
		got := give(t, part[1])
		if diff := cmp.Diff(part[2], got); diff != "" && !write {
			t.Errorf("another answer than in %s (-want +got); if it is right, run with -update:\n%s%s", cookbook, part[1], diff)
		}
		return fmt.Sprintf("```%s\n%s```\n```%s\n%s```", language, part[1], answers, got)
	})
	if found == 0 {
		t.Fatalf("%s holds no %s", cookbook, language)
	}
	if write && now != string(page) {
		if err := os.WriteFile(cookbook, []byte(now), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// inLines indents JSON, but keeps on one line what is short.
func inLines(text string) string {
	var b strings.Builder
	writeValue(&b, json.RawMessage(text), "")
	return b.String()
}

// writeValue keeps the order of the fields, which a map would not.
func writeValue(b *strings.Builder, v json.RawMessage, indent string) {
	const short = 110
	if len(indent)+len(v) <= short || v[0] != '{' && v[0] != '[' {
		b.WriteString(spaced(string(v)))
		return
	}
	d := json.NewDecoder(strings.NewReader(string(v)))
	open, _ := d.Token()
	closing := map[json.Delim]string{'{': "}", '[': "]"}[open.(json.Delim)]
	b.WriteString(open.(json.Delim).String())
	for first := true; d.More(); first = false {
		if !first {
			b.WriteString(",")
		}
		b.WriteString("\n" + indent + "  ")
		if closing == "}" {
			name, _ := d.Token()
			fmt.Fprintf(b, "%q: ", name)
		}
		var inner json.RawMessage
		if err := d.Decode(&inner); err != nil {
			panic(err)
		}
		writeValue(b, inner, indent+"  ")
	}
	b.WriteString("\n" + indent + closing)
}

// spaced puts a blank after the colons and commas between values.
func spaced(v string) string {
	var b strings.Builder
	quoted := false
	for i := 0; i < len(v); i++ {
		b.WriteByte(v[i])
		switch {
		case v[i] == '\\':
			i++
			b.WriteByte(v[i])
		case v[i] == '"':
			quoted = !quoted
		case !quoted && (v[i] == ':' || v[i] == ','):
			b.WriteByte(' ')
		}
	}
	return b.String()
}
