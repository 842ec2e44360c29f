//go:build race

package command_test

// raceDetector multiplies time and memory.
const raceDetector = true
