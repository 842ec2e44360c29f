package command

import (
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/actorgraph/actorgraph/loader/language"
	"github.com/actorgraph/actorgraph/loader/language/evaluation"
)

func newEvalLanguage() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "language DATA",
		Short: "Measure sentences, tags, trees and names",
		Long: `Language measures sentences, tags, trees and names on the sets in the folder DATA:
tree banks in DATA/syntax, texts with names in DATA/entities, DATA/coref-linking and
DATA/dev-only. Sets that are not there are left out.

Figures are F1 for sentences, tokens, features and names, else shares of the words; all in per cent.
Names count with their exact span and type, except in GUM, whose names hold titles and
articles: there the head words must meet.`,
		Example: `  actorgraph eval language data/
  actorgraph eval language --weights loader/language/weights data/`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return wrong(cmd, "eval language takes one folder of data")
			}
			return nil
		},
		RunE: run(evalLanguage),
	}
	cmd.Flags().String("weights", "", "a folder that the trainer has written, instead of the models in the program")
	return cmd
}

func evalLanguage(cmd *cobra.Command, args []string) error {
	models, err := chosenModels(cmd)
	if err != nil {
		return err
	}
	r, err := evaluation.Run(models, os.DirFS(args[0]))
	if err != nil {
		return err
	}
	if err := printAccuracy(cmd.OutOrStdout(), r); err != nil {
		return fmt.Errorf("%w: %w", errNotPrinted, err)
	}
	return nil
}

// chosenModels are those in the program unless a folder is given.
func chosenModels(cmd *cobra.Command) (*language.Models, error) {
	folder, _ := cmd.Flags().GetString("weights")
	if folder == "" {
		return language.Shipped(), nil
	}
	models, err := language.Load(os.DirFS(folder))
	if err != nil {
		return nil, fmt.Errorf("weights: %w", err)
	}
	return models, nil
}

func printAccuracy(w io.Writer, r evaluation.Report) error {
	p := &sheet{w: w}
	if len(r.Trees) > 0 {
		p.row("%-10s %9s %7s %6s %6s %6s %6s %6s   %8s %8s", "trees", "sentences", "tokens", "UPOS", "XPOS", "lemma", "UAS", "LAS", "raw UPOS", "raw LAS")
	}
	for _, t := range r.Trees {
		p.row("%-10s %9.2f %7.2f %6.2f %6.2f %6.2f %6.2f %6.2f   %8.2f %8.2f", t.Set, t.Sentences.F1(), t.Tokens.F1(),
			t.UPOS.Percent(), t.XPOS.Percent(), t.Lemma.Percent(), t.UAS.Percent(), t.LAS.Percent(), t.RawUPOS.F1(), t.RawLAS.F1())
	}
	if len(r.Trees) > 0 {
		p.row("%-10s %9s %7s %6s", "features", "tense", "passive", "number")
	}
	for _, t := range r.Trees {
		p.row("%-10s %9.2f %7.2f %6.2f", t.Set, t.Tense.F1(), t.Passive.F1(), t.Number.F1())
	}
	if len(r.Names) > 0 {
		p.row("%-10s %9s %7s %6s %6s %6s %6s   %11s", "names", "precision", "recall", "F1", "PER", "ORG", "LOC", "in capitals")
	}
	for _, n := range r.Names {
		all := evaluation.Overall(n.Types)
		p.row("%-10s %9.2f %7.2f %6.2f %6.2f %6.2f %6.2f   %11.2f", n.Set, all.Precision(), all.Recall(), all.F1(),
			n.Types[language.PER].F1(), n.Types[language.ORG].F1(), n.Types[language.LOC].F1(), evaluation.Overall(n.Capitals).F1())
	}
	return p.err
}

// sheet prints rows until one cannot be printed.
type sheet struct {
	w   io.Writer
	err error
}

func (s *sheet) row(format string, values ...any) {
	if s.err == nil {
		_, s.err = fmt.Fprintf(s.w, format+"\n", values...)
	}
}
