package testserver

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"
)

// process is a server that this test process started.
type process struct {
	uri  string
	home string
	cmd  *exec.Cmd
	done chan error // gives the end of the process, once
}

// startLimit and stopLimit are far beyond what a busy machine needs.
const (
	startLimit = 2 * time.Minute
	stopLimit  = 3 * time.Minute
)

// settings make a small server that listens on this machine only and stops at once: the last
// one takes away two empty waits of five seconds. Plans are kept, because tests empty the
// database again and again, which would have every plan made anew.
const settings = `server.bolt.listen_address=127.0.0.1:%d
server.http.enabled=false
server.https.enabled=false
dbms.security.auth_enabled=false
dbms.usage_report.enabled=false
server.memory.pagecache.size=64m
db.tx_log.rotation.retention_policy=keep_none
dbms.cypher.min_replan_interval=1h
internal.server.bolt.thread_pool_shutdown_wait_time=100ms
`

// start runs a server and waits until it says that it has started.
func start(jars string) (*process, error) {
	home, err := os.MkdirTemp("", "actorgraph-neo4j-")
	if err != nil {
		return nil, err
	}
	port, err := freePort()
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(home))
	}
	conf := filepath.Join(home, "conf")
	if err := errors.Join(os.Mkdir(conf, 0o755), os.WriteFile(filepath.Join(conf, "neo4j.conf"), fmt.Appendf(nil, settings, port), 0o644)); err != nil {
		return nil, errors.Join(err, os.RemoveAll(home))
	}
	p := &process{uri: fmt.Sprintf("bolt://127.0.0.1:%d", port), home: home, done: make(chan error, 1)}
	p.cmd = exec.Command("java", "-Xms256m", "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
		"--add-opens=java.base/java.nio=ALL-UNNAMED", "--add-opens=java.base/java.io=ALL-UNNAMED", "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
		"-cp", filepath.Join(jars, "*"), "org.neo4j.server.CommunityEntryPoint", "--console-mode", "--home-dir="+home, "--config-dir="+conf)
	dieTogether(p.cmd)
	output, input := io.Pipe()
	p.cmd.Stdout, p.cmd.Stderr = input, input
	said := make(chan string, 1) // "" once started, else what it said until its end
	go listen(output, said)

	begun := make(chan error)
	go func() {
		// Where the server dies with its parent, the parent is the thread that started it.
		runtime.LockOSThread()
		err := p.cmd.Start()
		begun <- err
		if err == nil {
			p.done <- p.cmd.Wait()
		}
		input.Close()
	}()
	if err := <-begun; err != nil {
		return nil, errors.Join(err, os.RemoveAll(home))
	}
	select {
	case text := <-said:
		if text != "" {
			return nil, errors.Join(fmt.Errorf("it ended with: %s", text), os.RemoveAll(home))
		}
		return p, nil
	case <-time.After(startLimit):
		return nil, errors.Join(fmt.Errorf("it has not started within %v", startLimit), p.stop())
	}
}

// listen reads what the server says until its end, so that it never waits for a reader.
func listen(output io.Reader, said chan<- string) {
	var text bytes.Buffer
	lines := bufio.NewScanner(output)
	begun := false
	for lines.Scan() {
		switch {
		case begun:
		case strings.HasSuffix(strings.TrimSpace(lines.Text()), "Started."):
			begun = true
			said <- ""
		default:
			text.WriteString(lines.Text() + "\n")
		}
	}
	if !begun {
		said <- text.String() + "(end of its output)"
	}
	io.Copy(io.Discard, output)
}

// stop ends the server, kindly at first, and takes its home away.
func (p *process) stop() error {
	err := p.cmd.Process.Signal(os.Interrupt)
	if err == nil {
		select {
		case <-p.done:
			return os.RemoveAll(p.home)
		case <-time.After(stopLimit):
			err = fmt.Errorf("the server did not stop within %v", stopLimit)
		}
	}
	if killed := p.cmd.Process.Kill(); killed == nil {
		<-p.done
	}
	return errors.Join(err, os.RemoveAll(p.home))
}

// freePort asks the system for a port that nobody uses. The server itself could choose one,
// but would not tell which.
func freePort() (int, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port, nil
}
