package command

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/open"
	"github.com/actorgraph/actorgraph/loader"
)

func newRetract() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "retract ID|URL...",
		Short: "Take articles back, or put them in again",
		Long: `Retract takes articles back, for instance those that their publisher has withdrawn: what
they say counts no more. Facts that other articles state too stay; others, and actors that
nobody else names, go. Loading a retracted article again does not bring it back; --undo does,
with everything as it was.

An article is named by its id in the graph (article:…, as the API and load --format jsonl
give it) or by its url. "-" reads names from standard input, one a line. Whoever cites a
receipt of a retracted article still finds it by its id, with the moment of retraction; the
change log keeps the reason.

Exit codes: 0 all are retracted (or, with --undo, are not), 1 some are not in the graph, 2 the
command was wrong, 3 the graph could not be used.`,
		Example: `  actorgraph retract --reason "withdrawn by the publisher" https://gazette.example/world/suva
  actorgraph retract --undo --reason "withdrawn by mistake" https://gazette.example/world/suva
  actorgraph retract --reason "a test" --format jsonl - < ids.txt`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return wrong(cmd, "name the articles by id or url, or - for standard input")
			}
			return nil
		},
		RunE: run(retract),
	}
	addStoreFlag(cmd)
	cmd.Flags().Bool("undo", false, "restore retracted articles")
	cmd.Flags().String("reason", "", "why, in a sentence, for whoever reads the change log")
	cmd.Flags().String("format", "text", "how to print: text, for people; jsonl, one line for each article")
	completeOneOf(cmd, "format", "text", "jsonl")
	return cmd
}

// retractLine is what `retract --format jsonl` prints of one article.
type retractLine struct {
	Name    string `json:"name"` // as it was given
	Article string `json:"article"`
	Title   string `json:"title,omitempty"`
	Outcome string `json:"outcome"` // RETRACTED, RESTORED, UNCHANGED or NOT_FOUND
}

func retract(cmd *cobra.Command, args []string) error {
	format, err := choice(cmd, "format", "text", "jsonl")
	if err != nil {
		return err
	}
	undo, _ := cmd.Flags().GetBool("undo")
	reason, _ := cmd.Flags().GetString("reason")
	if reason == "" && undo {
		reason = "retraction undone"
	}
	if err := graph.ValidateRetraction(nil, reason); err != nil {
		return wrong(cmd, "--reason: %v", err)
	}
	lines, err := articlesNamed(cmd, args)
	if err != nil {
		return err
	}
	address := storeAddress(cmd)
	store, err := open.Open(cmd.Context(), address, open.Options{MustExist: true})
	if err != nil {
		return ofStore(cmd, address, err)
	}
	failed, err := retractAll(cmd.Context(), store, lines, undo, reason)
	if closing := store.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return ofStore(cmd, address, err)
	}
	if err := printRetracted(cmd.OutOrStdout(), lines, format == "jsonl"); err != nil {
		return err
	}
	if failed > 0 {
		return fmt.Errorf("%s of %s not in %s", number(failed), count(len(lines), "article"), address)
	}
	return nil
}

// articlesNamed are the articles that arguments and standard input name, each once.
func articlesNamed(cmd *cobra.Command, args []string) ([]retractLine, error) {
	var names []string
	for _, arg := range args {
		if arg != loader.StandardInput {
			names = append(names, arg)
			continue
		}
		s := bufio.NewScanner(cmd.InOrStdin())
		for s.Scan() {
			if name := strings.TrimSpace(s.Text()); name != "" {
				names = append(names, name)
			}
		}
		if err := s.Err(); err != nil {
			return nil, fmt.Errorf("standard input cannot be read: %w", err)
		}
	}
	var lines []retractLine
	for _, name := range names {
		id, err := graph.ParseID(name)
		switch {
		case err == nil && id.Class() == graph.ClassArticle:
		case strings.Contains(name, "://"):
			id = graph.ArticleID(name, "", "", "")
		default:
			return nil, wrong(cmd, "%q is neither the id of an article (article:…) nor a url", name)
		}
		if !slices.ContainsFunc(lines, func(l retractLine) bool { return l.Article == string(id) }) {
			lines = append(lines, retractLine{Name: name, Article: string(id)})
		}
	}
	if len(lines) == 0 {
		return nil, wrong(cmd, "no article is named")
	}
	return lines, nil
}

// retractAtOnce is how many articles are retracted in one transaction.
const retractAtOnce = 100

// retractAll retracts or restores what can be, and says in lines what became of each.
func retractAll(ctx context.Context, store graph.Store, lines []retractLine, undo bool, reason string) (failed int, err error) {
	for part := range slices.Chunk(lines, retractAtOnce) {
		ids := make([]graph.ID, len(part))
		for i, l := range part {
			ids[i] = graph.ID(l.Article)
		}
		nodes, err := store.Nodes(ctx, graph.View{}, ids, graph.Whole)
		if err != nil {
			return failed, err
		}
		var todo []graph.ID
		for i := range part {
			a, ok := nodes[i].(*graph.Article)
			if !ok {
				part[i].Outcome = "NOT_FOUND"
				failed++
				continue
			}
			part[i].Title = a.Title
			switch {
			case graph.Open(a.Recorded) != undo:
				todo = append(todo, a.ID)
				part[i].Outcome = map[bool]string{false: "RETRACTED", true: "RESTORED"}[undo]
			default:
				part[i].Outcome = "UNCHANGED"
			}
		}
		if undo {
			err = store.Restore(ctx, todo, reason)
		} else {
			err = store.Retract(ctx, todo, reason)
		}
		if err != nil {
			return failed, err
		}
	}
	return failed, nil
}

// saysRetracted are the outcomes in words.
var saysRetracted = map[string]string{"RETRACTED": "retracted", "RESTORED": "restored", "UNCHANGED": "so already", "NOT_FOUND": "not found"}

func printRetracted(w io.Writer, lines []retractLine, asJSON bool) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	for _, l := range lines {
		var err error
		if asJSON {
			err = e.Encode(l)
		} else {
			_, err = fmt.Fprintf(w, "%-10s  %s  %s\n", saysRetracted[l.Outcome], oneLine(l.Name), oneLine(l.Title))
		}
		if err != nil {
			return fmt.Errorf("%w: %w", errNotPrinted, err)
		}
	}
	return nil
}
