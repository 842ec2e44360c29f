// Package graph is the domain: who did what to whom, according to which sentence.
//
// News articles state facts. A fact is an Event (something that some actors do, perhaps to
// others) or a Tie (a lasting relation of two actors). Everything the graph holds rests on
// Evidence: one passage of one article that states one fact, as that passage states it.
//
//	Article ──has──► Evidence ──supports──► Event ──Participant──► Actor
//	   │                 │  └───supports──► Tie ───from, to──────► Actor or Place
//	   └──► Mention ──► Actor    └──speaker──► Actor
//
// Nothing is stored that its evidence does not say. FoldEvent and FoldTie turn the visible
// evidence of a fact into its values, and ActorOf the counted values of an actor's mentions
// into the actor; both are pure, so that every store and every view gives the same answer.
//
// Words to know:
//
//   - A planned, denied, alleged or hypothetical event is an event with that Status; only
//     those that Reality accepts are counted.
//   - Who says it (Attribution) is kept apart from who did it (Participant).
//   - A passage means a record (Evidence.Record, Wording.Party); which records are one actor
//     or event is a Judgement, and the canonical one stands for them all.
//   - Time is what the text says: a Period with a Precision, nil where unknown. When the
//     graph learned something is kept apart, as recorded Intervals.
//   - An ID is a hash of a natural key, the same in every store and on every load.
//
// A Store keeps the graph: package sqlite in a file, package neo4j on a server, and
// graphtest.Reference in memory as the meaning against which both are tested. Stores are
// small: they read Nodes by id, Find pages of one class, Expand along one Edge, and Write
// the complete result of an article at once. Filter is the closed tree of conditions that
// they compile; ActorWhere, EventWhere and their like are how people write one.
//
// The package imports nothing but the standard library and golang.org/x/text.
package graph
