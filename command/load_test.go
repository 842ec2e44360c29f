package command_test

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/command"
)

// interrupter is an output at whose first line the user ends the program.
type interrupter struct{ stop func() }

func (i interrupter) Write(p []byte) (int, error) {
	i.stop()
	return len(p), nil
}

// TestLoadResumes: a load that was stopped and then run again makes the same graph as one
// that was not, and what it had written by then is known.
func TestLoadResumes(t *testing.T) {
	dir := t.TempDir()
	var feed strings.Builder
	for i := range 150 {
		fmt.Fprintf(&feed, `{"id":"%d","published":"2016-04-24","publisher":"Outlet %d","text":"France condemned Germany. Officials number %d met in Oslo."}`+"\n", i, i%3, i)
	}
	const dump = `{ info { articles actors events ties evidence } events(first: 100) { totalCount edges { node { id summary evidence { edges { node { id quote } } } } } } }`

	whole := "sqlite:" + filepath.Join(dir, "whole.db")
	var out, errs bytes.Buffer
	if code := command.Main(t.Context(), []string{"load", "--store", whole, "-"}, strings.NewReader(feed.String()), &out, &errs); code != 0 {
		t.Fatalf("exit code %d, %s", code, errs.String())
	}
	want, err := query(t.Context(), whole, dump)
	if err != nil {
		t.Fatal(err)
	}

	parts := "sqlite:" + filepath.Join(dir, "parts.db")
	ctx, cancel := context.WithCancel(t.Context())
	errs.Reset()
	args := []string{"load", "--format", "jsonl", "--store", parts, "-"}
	if code := command.Main(ctx, args, strings.NewReader(feed.String()), interrupter{cancel}, &errs); code != 1 {
		t.Fatalf("exit code %d, %s", code, errs.String())
	}
	if !strings.Contains(errs.String(), "run the same command again for the rest") {
		t.Errorf("got %s", errs.String())
	}
	out.Reset()
	if code := command.Main(t.Context(), []string{"load", "--store", parts, "-"}, strings.NewReader(feed.String()), &out, &errs); code != 0 {
		t.Fatalf("exit code %d, %s", code, errs.String())
	}
	if !strings.Contains(out.String(), " known already") || !strings.Contains(out.String(), " new,") {
		t.Errorf("the first run should have written some articles and not all:\n%s", out.String())
	}
	got, err := query(t.Context(), parts, dump)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
