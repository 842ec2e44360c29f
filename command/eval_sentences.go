package command

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/coding/sentences"
)

func newEvalSentences() *cobra.Command {
	return &cobra.Command{
		Use:   "sentences DIR|FILE...",
		Short: "Check a corpus of marked sentences",
		Long: `Sentences reads the files *.txt of a folder of marked sentences, such as
training/sentences, and says what is wrong in them: marks that do not close or cut a word,
modes that do not belong to their type, sentences that repeat another one, a lopsided choice
of types. Then it prints what each file holds.

Exit codes: 0 nothing is wrong, 1 something is, 2 the command was wrong.`,
		Example: "  actorgraph eval sentences training/sentences",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return wrong(cmd, "name a folder or files of sentences, such as training/sentences")
			}
			return nil
		},
		RunE: run(evalSentences),
	}
}

func evalSentences(cmd *cobra.Command, args []string) error {
	files, err := sentenceFiles(args)
	if err != nil {
		return wrong(cmd, "%v", err)
	}
	out := cmd.OutOrStdout()
	var all []sentences.Sentence
	problems := 0
	balances := make([]sentences.Balance, 0, len(files))
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			return wrong(cmd, "%v", err)
		}
		found, bad := sentences.Parse(filepath.Base(name), string(text))
		for _, err := range bad {
			problems++
			fmt.Fprintln(out, err)
		}
		all = append(all, found...)
		balances = append(balances, sentences.Count(found))
	}
	for _, p := range sentences.Check(all) {
		problems++
		fmt.Fprintln(out, p)
	}
	for i, name := range files {
		printBalance(out, filepath.Base(name), balances[i])
	}
	whole := sentences.Count(all)
	if len(files) > 1 {
		printBalance(out, "all files", whole)
	}
	for _, says := range whole.Lopsided() {
		fmt.Fprintf(out, "lopsided: %s\n", says)
	}
	if problems > 0 {
		return &exitError{code: exitSome, err: fmt.Errorf("%s in the sentences", count(problems, "problem"))}
	}
	return nil
}

// sentenceFiles are the files that are meant, those of a folder by name.
func sentenceFiles(args []string) ([]string, error) {
	var files []string
	for _, a := range args {
		info, err := os.Stat(a)
		if err != nil {
			return nil, err
		}
		if !info.IsDir() {
			files = append(files, a)
			continue
		}
		in, err := filepath.Glob(filepath.Join(a, "*.txt"))
		if err != nil {
			return nil, err
		}
		if len(in) == 0 {
			return nil, fmt.Errorf("%s has no files *.txt", a)
		}
		slices.Sort(in)
		files = append(files, in...)
	}
	return files, nil
}

func printBalance(out io.Writer, name string, b sentences.Balance) {
	fmt.Fprintf(out, "%s: %s, %d without an event, %s\n", name, count(b.Sentences, "sentence"), b.None, count(b.Events, "event"))
	line := "  types:"
	for _, t := range graph.EventTypes {
		line += fmt.Sprintf(" %s %d", t, b.Types[t])
	}
	fmt.Fprintln(out, line)
	line = "  statuses:"
	for _, s := range graph.Statuses {
		line += fmt.Sprintf(" %s %d", s, b.Statuses[s])
	}
	fmt.Fprintf(out, "%s, negated %d\n", line, b.Negated)
	fmt.Fprintf(out, "  events with: about %d, place %d, date %d, speaker %d\n", b.About, b.Places, b.Dates, b.Speakers)
}
