package command

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/actorgraph/actorgraph/command/export"
	"github.com/actorgraph/actorgraph/graph/open"
)

func newExport() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "export " + strings.Join(export.Names(), "|"),
		Short: "Write whole tables of a graph, as JSON lines or CSV",
		Long: `Export writes all actors, events, ties, evidence or articles that match, one a line, or the
strongest links of a network (of events that match), 1,000 at most. --where is a filter as the
API takes it, in JSON. Memory does not grow with what is exported; only a network is counted as
a whole first, and takes memory for each pair of actors that meets.

docs/export.md tells what the columns are. In CSV the items of a list are divided by "|", and a
text that a spreadsheet would take for a formula begins with an apostrophe.

Exit codes: 0 all is written, 1 it is not, 2 the command was wrong, 3 the graph could not be used.`,
		Example: `  actorgraph export events --format csv --output events.csv
  actorgraph export events --where '{"type": ["ASSAULT"], "since": "2016-01-01"}'
  actorgraph export network --where '{"since": "2016-01-01", "until": "2016-12-31"}' --format csv`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 1 {
				if _, ok := export.TableNamed(args[0]); ok {
					return nil
				}
			}
			return wrong(cmd, "say what to export: one of %s", strings.Join(export.Names(), ", "))
		},
		ValidArgs: export.Names(),
		RunE:      run(runExport),
	}
	addStoreFlag(cmd)
	cmd.Flags().String("where", "", "only what matches, as the API's where in JSON")
	cmd.Flags().String("format", string(export.JSONLines), "how to write: jsonl or csv")
	cmd.Flags().String("output", "", "file to write; it appears when all is in it (default standard output)")
	completeOneOf(cmd, "format", export.Formats...)
	return cmd
}

func runExport(cmd *cobra.Command, args []string) (err error) {
	format, err := choice(cmd, "format", export.Formats...)
	if err != nil {
		return err
	}
	request := export.Request{Format: export.Format(format)}
	request.Table, _ = export.TableNamed(args[0])
	if where, _ := cmd.Flags().GetString("where"); where != "" {
		request.Where = json.RawMessage(where)
	}
	address := storeAddress(cmd)
	store, err := open.Open(cmd.Context(), address, open.Options{MustExist: true})
	if err != nil {
		return ofStore(cmd, address, err)
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	api := newAPI(store, slog.New(slog.NewTextHandler(cmd.ErrOrStderr(), nil)))
	return toOutput(cmd, func(w io.Writer) error {
		truncated, err := export.Stream(cmd.Context(), api, request, w, nil)
		var refused *export.QueryError
		if errors.As(err, &refused) {
			return wrong(cmd, "--where: %v", refused)
		}
		if truncated {
			fmt.Fprintln(cmd.ErrOrStderr(), "actorgraph: there are more links than these; narrow them with --where")
		}
		return err
	})
}

// toOutput writes to standard output, or to the file of --output, which appears when it is whole.
func toOutput(cmd *cobra.Command, write func(io.Writer) error) error {
	path, _ := cmd.Flags().GetString("output")
	if path == "" {
		out := &checkedWriter{w: cmd.OutOrStdout()}
		if err := write(out); out.err == nil {
			return err
		}
		return out.err
	}
	f, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".part-*")
	if err != nil {
		return fmt.Errorf("--output: %w", err)
	}
	defer os.Remove(f.Name()) // which is gone if all went well
	err = write(f)
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err == nil {
		err = os.Chmod(f.Name(), 0o644) //nolint:gosec // as any file that a user makes
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	return err
}
