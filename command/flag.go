package command

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// choice is the value of a flag that takes one of a few.
func choice(cmd *cobra.Command, flag string, values ...string) (string, error) {
	v, _ := cmd.Flags().GetString(flag)
	if !slices.Contains(values, v) {
		return "", wrong(cmd, "--%s is %s, not %q", flag, strings.Join(values, " or "), v)
	}
	return v, nil
}

// badValue is how the reader of flags words a value that it does not take.
var badValue = regexp.MustCompile(`^invalid argument (".*") for "--([a-z-]+)" flag: `)

// sayFlag puts what the reader of flags says into words for a user.
func sayFlag(cmd *cobra.Command, err error) string {
	m := badValue.FindStringSubmatch(err.Error())
	if m == nil {
		return err.Error()
	}
	value, flag := m[1], m[2]
	what := "something else"
	if f := cmd.Flags().Lookup(flag); f != nil {
		switch f.Value.Type() {
		case "int":
			what = "a number"
		case "bool":
			what = "true or false"
		}
	}
	return fmt.Sprintf("--%s is %s, not %s", flag, what, value)
}

// exclude refuses two flags at once of those named.
func exclude(cmd *cobra.Command, flags ...string) error {
	given := ""
	for _, f := range flags {
		switch {
		case !cmd.Flags().Changed(f):
		case given != "":
			return wrong(cmd, "--%s and --%s cannot be given together", given, f)
		default:
			given = f
		}
	}
	return nil
}

// maxWorkers is far above the number of processors of any machine this is for.
const maxWorkers = 1024

func addWorkersFlag(cmd *cobra.Command) {
	cmd.Flags().Int("workers", 0, "articles to work on at the same time (default one for each processor)")
}

// workerCount is 0 for the default.
func workerCount(cmd *cobra.Command) (int, error) {
	n, _ := cmd.Flags().GetInt("workers")
	if n < 0 || n > maxWorkers || n == 0 && cmd.Flags().Changed("workers") {
		return 0, wrong(cmd, "--workers is a number from 1 to %d, not %d", maxWorkers, n)
	}
	return n, nil
}
