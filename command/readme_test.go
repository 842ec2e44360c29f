package command_test

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/command"
)

// typed finds a block of README.md in which a command is typed, with what it prints.
var typed = regexp.MustCompile("(?m)^```\n\\$ (?:echo \"(.*)\" \\| )?\\./actorgraph (.*)\n((?s:.*?))^```$")

// took is a time in what is printed, another one each time.
var took = regexp.MustCompile(`in \d+\.\d s`)

// TestReadme types the commands that README.md shows, in an empty folder, and sees what it shows.
func TestReadme(t *testing.T) {
	path, err := filepath.Abs("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	examples, err := filepath.Abs("../examples")
	if err != nil {
		t.Fatal(err)
	}
	blocks := typed.FindAllStringSubmatchIndex(string(text), -1)
	if len(blocks) < 2 {
		t.Fatalf("it shows %d commands", len(blocks))
	}
	now, end := "", 0
	for _, at := range blocks {
		part := func(i int) string {
			if at[i] < 0 {
				return ""
			}
			return string(text[at[i]:at[i+1]])
		}
		folder := t.TempDir()
		if err := os.Symlink(examples, filepath.Join(folder, "examples")); err != nil {
			t.Skip("no links to folders here:", err)
		}
		t.Chdir(folder)
		var out bytes.Buffer
		if code := command.Main(t.Context(), strings.Fields(part(4)), strings.NewReader(part(2)+"\n"), &out, &out); code != 0 {
			t.Fatalf("%s: exit code %d: %s", part(4), code, out.String())
		}
		same := took.FindString(part(6)) // so that only what changes is written anew
		got := took.ReplaceAllString(strings.TrimRight(out.String(), "\n"), same) + "\n"
		if diff := cmp.Diff(part(6), got); diff != "" && !*update {
			t.Errorf("actorgraph %s prints something else (-README +now); if it is right, run with -update:\n%s", part(4), diff)
		}
		now += string(text[end:at[6]]) + got
		end = at[7]
	}
	if *update {
		if err := os.WriteFile(path, []byte(now+string(text[end:])), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
