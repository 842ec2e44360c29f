package command

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/identity"
)

func addRegisterFlag(cmd *cobra.Command) {
	cmd.Flags().String("register", "", "JSON lines with actors of your own, and what to change of those that the program knows")
}

// openRegister is the register that the command works with.
func openRegister(cmd *cobra.Command) (*identity.Register, error) {
	path, _ := cmd.Flags().GetString("register")
	if path == "" {
		if cmd.Flags().Changed("register") {
			return nil, wrong(cmd, "--register names no file")
		}
		return identity.Default(), nil
	}
	f, err := os.Open(path)
	if err != nil {
		var p *fs.PathError
		if errors.As(err, &p) {
			err = p.Err
		}
		return nil, wrong(cmd, "--register: %s cannot be opened: %v", path, err)
	}
	defer f.Close()
	own, err := identity.ReadOwn(f, path)
	if err == nil {
		var r *identity.Register
		if r, err = identity.With(own); err == nil {
			return r, nil
		}
	}
	if errors.Is(err, graph.ErrInvalid) {
		return nil, &exitError{exitUsage, fmt.Errorf("--register: %w", err)}
	}
	return nil, wrong(cmd, "--register cannot be read: %v", err)
}
