package testserver

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

//go:embed pom.xml
var pom []byte

// fetchJars gives the folder with the jars of the server, fetched by Maven the first time.
// Test processes that do so at once each fetch into a folder of their own, and the first to
// finish gives it its name.
func fetchJars() (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	hash := sha256.Sum256(pom)
	parent := filepath.Join(cache, "actorgraph", "neo4j-testserver")
	jars := filepath.Join(parent, hex.EncodeToString(hash[:8]))
	if isFolder(jars) {
		return jars, nil
	}
	if err := os.MkdirAll(parent, 0o755); err != nil {
		return "", err
	}
	work, err := os.MkdirTemp(parent, "fetching-")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(work)
	if err := os.WriteFile(filepath.Join(work, "pom.xml"), pom, 0o644); err != nil {
		return "", err
	}
	fetched := filepath.Join(work, "jars")
	mvn := exec.Command("mvn", "-B", "-q", "dependency:copy-dependencies", "-DincludeScope=runtime", "-DoutputDirectory="+fetched)
	mvn.Dir = work
	if said, err := mvn.CombinedOutput(); err != nil {
		return "", fmt.Errorf("mvn: %w\n%s", err, said)
	}
	if err := os.Rename(fetched, jars); err != nil && !isFolder(jars) {
		return "", errors.Join(errors.New("keep the jars"), err)
	}
	return jars, nil
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
