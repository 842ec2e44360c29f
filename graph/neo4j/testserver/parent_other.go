//go:build !linux

package testserver

import "os/exec"

// dieTogether does nothing where the system cannot do it: a killed test leaves its server.
func dieTogether(*exec.Cmd) {}
