// Package graphtest holds every graph.Store to one meaning.
//
// Reference is a store in memory that is simple enough to be checked by eye. NewWorld
// generates articles and what an extraction says of them: many actors, hubs, equal names,
// several scripts, events told by many passages that contradict each other. Run writes,
// retracts and restores such worlds in a store and in a Reference, in many orders, and then
// asks both the same random questions; the answers must be equal to the last field. There is
// no list of exceptions: only the times of recording are the store's own, and of them the
// order must be the same.
//
//	func TestStore(t *testing.T) {
//		graphtest.Run(t, func(t testing.TB) graphtest.Subject {
//			path := newFile(t)
//			return graphtest.Subject{Store: open(t, path, graph.FormAuto), Walk: open(t, path, graph.FormWalk), Drive: open(t, path, graph.FormDrive)}
//		})
//	}
//
// CONFORMANCE_QUERIES sets the number of questions (2,000 by default; a tenth as many
// changes), CONFORMANCE_SEED repeats a run whose seed was printed. With CONFORMANCE_COUNTS=1 all
// questions are counts, networks and counterparts.
//
// # What Reference decides
//
// Where package graph leaves something open, all stores do as Reference does:
//
//   - Closed rows stay as they were when they closed; open ones follow their article, so a
//     new revision changes the date and publisher of evidence that it still states.
//   - A text that an article had before is taken again only if it is newer by its dates;
//     where dates are equal or missing it is Known. So loading a folder twice adds nothing,
//     even if it holds two texts of one address.
//   - An older text that was never seen adds its revision, behind the present one and
//     already replaced, and nothing else; the outcome is Known.
//   - The newest text goes first, whichever version of the extractor read it; of one text,
//     the result of the higher version stands.
//   - Any speaker of a chain of attributions leads to an actor, not only the innermost; a
//     place is led to by the folded event, so not by a stage that has passed.
//   - More is true after a page of no items if there is any item.
//   - ByRank counts from 0. An article's events stand where its first open passage starts.
//   - At narrows a country's officials to those whom a real tie HOLDS_OFFICE, LEADS or
//     EMPLOYED_BY holds on that day.
//   - Edges that start from one kind of actor (officials, units, members, those of a
//     country) are only asked of that kind.
package graphtest
