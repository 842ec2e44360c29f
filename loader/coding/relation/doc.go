// Package relation scores how two things that a sentence names are tied: who belongs to what,
// leads it, owns it, founded it, lives or sits where, is of which state, of whose family.
//
// It is a linear model over the words and the tree between the two: [Features] turns a pair
// of [End]s into hashed features, [Model.Score] sums their weights for every [Class], and
// [Model.Confidence] says how often a score of that height was right on text that the weights
// had not seen. All arithmetic is on integers, so every machine gives the same scores. The
// weights are learned by the command in train, and embedded.
//
// The package knows sentences and kinds, not actors: whoever calls it decides which two ends
// are worth asking about and what a tie of their class is called.
package relation
