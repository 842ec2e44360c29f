package sentences

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// ReadFolder reads the files of a folder by name, each named by its base in the sentences. The
// error says everything that cannot be read, and that there is no file; what can be read is
// given all the same.
func ReadFolder(dir string) ([]Sentence, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.txt")) // sorted
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("no files of sentences in %s", dir)
	}
	var all []Sentence
	var bad []error
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			bad = append(bad, err)
			continue
		}
		found, errs := Parse(filepath.Base(name), string(text))
		all, bad = append(all, found...), append(bad, errs...)
	}
	return all, errors.Join(bad...)
}
