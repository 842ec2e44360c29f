package command_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// BenchmarkExport writes whole tables of a graph with the program itself, each as a process of its
// own: MiB is the most memory it took, its files included, which should not grow with the rows.
// EXPORT_EVENTS says how many events the graph tells (20,000 where it is not set), EXPORT_GRAPH names
// a file of SQLite to keep it in.
//
//	for n in 20000 200000; do EXPORT_EVENTS=$n go test -run '^$' -bench Export -benchtime 1x ./command; done
func BenchmarkExport(b *testing.B) {
	path := os.Getenv("EXPORT_GRAPH")
	if path == "" {
		path = filepath.Join(b.TempDir(), "generated.db")
	}
	store := newsroomGraph(b, path, (eventsOf(b, "EXPORT_EVENTS", 20_000)+6)/7)
	self, err := os.Executable()
	if err != nil {
		b.Fatal(err)
	}
	program := filepath.Join(b.TempDir(), "actorgraph") // TestMain goes by the name
	if err := os.Symlink(self, program); err != nil {
		b.Skip("a program cannot be run under another name here:", err)
	}
	for _, table := range []string{"actors", "events", "ties", "evidence", "articles", "network"} {
		for _, format := range []string{"csv", "jsonl"} {
			b.Run(table+"/"+format, func(b *testing.B) {
				most, rows := 0, 0
				for b.Loop() {
					file := filepath.Join(b.TempDir(), "table")
					cmd := exec.CommandContext(b.Context(), program, "export", table, "--store", store, "--format", format, "--output", file)
					most = max(most, memoryOf(b, cmd))
					text, err := os.ReadFile(file)
					if err != nil {
						b.Fatal(err)
					}
					rows = strings.Count(string(text), "\n")
				}
				b.ReportMetric(float64(most), "MiB")
				b.ReportMetric(float64(rows), "lines")
			})
		}
	}
}

// memoryOf runs a program and says what memory it took at most, in MiB; 0 where the system does not tell.
func memoryOf(b *testing.B, cmd *exec.Cmd) int {
	b.Helper()
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	look := time.NewTicker(10 * time.Millisecond)
	defer look.Stop()
	for most := 0; ; {
		select {
		case err := <-ended:
			if err != nil {
				b.Fatalf("%v: %v", cmd.Args, err)
			}
			return most
		case <-look.C:
			_, now := process{pid: cmd.Process.Pid}.memory(b)
			most = max(most, now)
		}
	}
}
