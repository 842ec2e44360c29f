package command

import (
	"io/fs"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"github.com/actorgraph/actorgraph/graph/open"
	"github.com/actorgraph/actorgraph/loader"
)

// outputs says which files are no inputs because the output of cmd goes to them: a command
// in their folder would read what it writes, for ever.
func outputs(cmd *cobra.Command) func(fs.FileInfo) string {
	var own []fs.FileInfo
	for _, stream := range []any{cmd.OutOrStdout(), cmd.ErrOrStderr()} {
		if f, ok := stream.(*os.File); ok {
			if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
				own = append(own, info)
			}
		}
	}
	return func(info fs.FileInfo) string {
		for _, o := range own {
			if os.SameFile(o, info) {
				return "the output is written to it"
			}
		}
		return ""
	}
}

// outputsAndStore adds the files of a graph to outputs. They come and go while it is in
// use, so they are looked up each time.
func outputsAndStore(cmd *cobra.Command, address string) func(fs.FileInfo) string {
	leaveOut := outputs(cmd)
	return func(info fs.FileInfo) string {
		for _, path := range open.Files(address) {
			if own, err := os.Stat(path); err == nil && os.SameFile(own, info) {
				return "it is the graph itself"
			}
		}
		return leaveOut(info)
	}
}

// fileOptions are what flags and outputs say of which files are inputs.
func fileOptions(cmd *cobra.Command, leaveOut func(fs.FileInfo) string) (loader.FileOptions, error) {
	o := loader.FileOptions{LeaveOut: leaveOut}
	if register, _ := cmd.Flags().GetString("register"); register != "" {
		o.LeaveOut = orRegister(register, leaveOut)
	}
	o.Include, _ = cmd.Flags().GetStringArray("include")
	o.Exclude, _ = cmd.Flags().GetStringArray("exclude")
	for _, p := range append(slices.Clone(o.Include), o.Exclude...) {
		if !loader.IsPattern(p) {
			return o, wrong(cmd, "--include and --exclude: %q is no pattern; write, for instance, '*.html'", p)
		}
	}
	return o, nil
}

// orRegister adds the user's register to what is no input.
func orRegister(register string, leaveOut func(fs.FileInfo) string) func(fs.FileInfo) string {
	return func(info fs.FileInfo) string {
		if own, err := os.Stat(register); err == nil && os.SameFile(own, info) {
			return "it is the register"
		}
		return leaveOut(info)
	}
}

// checkPaths refuses a path that cannot be one.
func checkPaths(cmd *cobra.Command, paths []string) error {
	for _, path := range paths {
		if path == "" {
			return wrong(cmd, "a path is empty; name a file, a folder, or - for standard input")
		}
	}
	return nil
}

// someExist: one of the paths leads somewhere. A command with none of them makes no graph.
func someExist(paths []string) bool {
	for _, path := range paths {
		if path == loader.StandardInput {
			return true
		}
		if _, err := os.Stat(path); err == nil {
			return true
		}
	}
	return false
}
