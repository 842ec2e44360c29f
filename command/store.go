package command

import (
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/actorgraph/actorgraph/graph/open"
)

// storeVariable is the environment's default for --store.
const storeVariable = "ACTORGRAPH_STORE"

func addStoreFlag(cmd *cobra.Command) {
	cmd.Flags().String("store", "", "address of the graph, "+open.Forms+" (default $"+storeVariable+", else "+open.Default+")")
	if err := cmd.RegisterFlagCompletionFunc("store", completeStore); err != nil { // it was just added
		panic(err)
	}
}

// storeAddress is what the flag, else the environment, else the program says.
func storeAddress(cmd *cobra.Command) string {
	if f := cmd.Flags().Lookup("store"); f.Changed {
		return f.Value.String()
	}
	if address := os.Getenv(storeVariable); address != "" {
		return address
	}
	return open.Default
}

// storeArgument is what a next command has to be told to use the same graph: nothing, or
// the flag and a blank.
func storeArgument(cmd *cobra.Command, address string) string {
	if !cmd.Flags().Changed("store") || address == open.Default && os.Getenv(storeVariable) == "" {
		return ""
	}
	return "--store " + quoteArgument(address) + " "
}

// quoteArgument writes a word so that a shell takes it as it is.
func quoteArgument(s string) string {
	if s != "" && strings.IndexFunc(s, func(r rune) bool { return !isPlain(r) }) < 0 {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}

// isPlain: no shell gives the character a meaning within a word.
func isPlain(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune(":/._-+@%=,", r)
}
