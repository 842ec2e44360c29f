//go:build race

package graphtest

const raceDetector = true // keeps worlds small
