// Package examples holds a few short articles, written for this project about public events,
// from outlets that do not exist, and the queries that the README and CI ask of them. The
// files are in the formats that the loader reads: text, Markdown and JSON lines.
//
//	cyber-campaign.txt  a page as copied from a browser, with its buttons, credits and pull quote; a
//	                    campaign told in a metaphor of bombs, a meeting to come, a speaker who does
//	                    nothing, countries that are only listed
//	ceasefire.md        an agreement, a promise, a condition, an attack that one side denies
//	sanctions.jsonl     sanctions by several, a threat, a demand, a summit called off
package examples

import "embed"

// Articles are the articles, by file name.
//
//go:embed *.txt *.md *.jsonl
var Articles embed.FS
