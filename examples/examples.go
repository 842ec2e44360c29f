// Package examples holds thirty short articles, written for this project about public events of
// several regions and years, from outlets that do not exist, and the queries that the README and
// CI ask of them. The files are in the formats that the loader reads.
//
//	cyber-campaign.txt     a page as copied from a browser, with its buttons, credits and pull quote; a
//	                       campaign told in a metaphor of bombs, a meeting to come, a speaker who does
//	                       nothing, countries that are only listed
//	sanctions.jsonl        sanctions by several, a threat, a demand, a summit called off
//	ceasefire.md, bogota-* an agreement, a vote against it, a new one signed in the end
//	addis-asmara-*         a meeting that is planned, then held, and what came of it
//	harare-*, bamako-coup  a coup that its makers deny; offices that change hands
//	colombo-*, paris-*     the same, by resignation and by election
//	kabul-bombing-*        one attack in three reports: a copy, a higher toll, two denials
//	gulf-*                 web pages: ties cut, and mended years later
//	salisbury-*            expulsions and what answers them
//	panmunjom, singapore-* three summits, one of them called off before it was held
//	naypyidaw-*            a coup and the sanctions that follow
//	abuja-chibok, prespa, nagorno-karabakh  a release, a name, a truce
package examples

import "embed"

// Articles are the articles, by file name.
//
//go:embed *.txt *.md *.jsonl *.html
var Articles embed.FS
