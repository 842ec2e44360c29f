// Package language turns the text of an article into sentences, tokens, parts
// of speech, lemmas, dependency trees and names. It knows grammar and nothing
// of actors or events: what a sentence means is the business of
// loader/coding.
//
// [Analyse] does everything. Its stages, each in a file of its own, are
//
//	paragraphs  blank lines, and line breaks that are no mere wrapping
//	tokens      words and marks with exact offsets, as in UD English
//	sentences   where a sentence ends: rules for abbreviations and datelines, and
//	            a model that sees what they say and the words around the gap
//	tags        UPOS and XPOS by an averaged perceptron, then lemmas
//	trees       two greedy transition parsers, Universal Dependencies v2: one from
//	            right to left, and one from left to right that sees its tree
//	names       the best division of a sentence into names and other words
//
// The models are trained by the command in the folder train, and embedded.
// Every score is a sum of integers, so that the same text gives the same
// analysis on every machine.
package language
