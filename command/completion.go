package command

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// completeOneOf makes a shell complete a flag that takes one of a few values.
func completeOneOf(cmd *cobra.Command, flag string, values ...string) {
	err := cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
	if err != nil { // the flag was added just before
		panic(err)
	}
}

// completeStore completes addresses of graphs: the files in the folder that is being typed,
// and how that of a server starts.
func completeStore(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	var out []string
	path, isFile := strings.CutPrefix(typed, "sqlite:")
	if !isFile {
		path = ""
	}
	for _, pattern := range []string{"*.db", "*.sqlite"} {
		found, _ := filepath.Glob(filepath.Join(filepath.Dir(path+"x"), pattern))
		for _, f := range found {
			out = append(out, "sqlite:"+f)
		}
	}
	slices.Sort(out)
	if !isFile {
		out = append(out, "sqlite:", "neo4j://", "neo4j+s://", "bolt://")
	}
	out = slices.DeleteFunc(out, func(s string) bool { return !strings.HasPrefix(s, typed) })
	return out, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
}
