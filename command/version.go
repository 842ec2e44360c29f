package command

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/actorgraph/actorgraph/loader"
)

func newVersion() *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Print the version of the program and of its extractor",
		Long:    "Version prints what was built, with what, and the version of the extractor, which evidence names.",
		Example: "  actorgraph version",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return wrong(cmd, "version takes no argument, not %q", args[0])
			}
			return nil
		},
		RunE: run(func(cmd *cobra.Command, _ []string) error { return printVersion(cmd) }),
	}
}

// printVersion is what version and --version do.
func printVersion(cmd *cobra.Command) error {
	if _, err := fmt.Fprintf(cmd.OutOrStdout(), "actorgraph %s\n%s %s/%s\nextractor %s/%d\n",
		buildVersion(), runtime.Version(), runtime.GOOS, runtime.GOARCH, loader.Extractor, loader.Version); err != nil {
		return fmt.Errorf("%w: %w", errNotPrinted, err)
	}
	return nil
}

// buildVersion is the module's version, else the commit, else "development".
func buildVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "development"
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return v
	}
	revision, modified := "", ""
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			revision = s.Value[:min(len(s.Value), 12)]
		case s.Key == "vcs.modified" && s.Value == "true":
			modified = "+changes"
		}
	}
	if revision == "" {
		return "development"
	}
	return revision + modified
}
