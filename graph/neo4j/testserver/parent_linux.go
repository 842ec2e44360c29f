package testserver

import (
	"os/exec"
	"syscall"
)

// dieTogether has the kernel end the server when the thread that started it ends, so that a
// killed test leaves no server behind.
func dieTogether(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
}
