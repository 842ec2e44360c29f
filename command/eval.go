package command

import (
	"github.com/spf13/cobra"
)

// newEval holds the commands that measure and check what extraction is made from.
func newEval() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "eval",
		Short: "Check and measure what extraction is made from",
		Long:  "Eval holds the commands with which the parts of extraction are checked and measured.",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return wrong(cmd, "eval measures nothing called %q", args[0])
			}
			return nil
		},
		RunE: run(func(cmd *cobra.Command, _ []string) error { return cmd.Help() }),
	}
	cmd.AddCommand(newEvalLanguage(), newEvalSentences())
	return cmd
}
