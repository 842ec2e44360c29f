-- The order of events with all that counts look at.
CREATE INDEX event_newest ON event (start, key, stop, type, quad, status, negated, score, actors, tellers) WHERE open = 1;
DROP TABLE event_source;

-- The same for the events of each actor, which lie together by date.
CREATE TABLE part_again (
  actor    INTEGER NOT NULL, -- today's canonical one
  start    INTEGER NOT NULL, -- of the event
  event    INTEGER NOT NULL,
  record   INTEGER NOT NULL, -- the actor that the first passage meant
  roles    INTEGER NOT NULL, -- 1 source, 2 target, 3 both
  standing INTEGER NOT NULL, -- its number in graph.Standings
  rank     INTEGER NOT NULL, -- its number among the participants
  stop     INTEGER NOT NULL, -- of the event, as are all below
  type     TEXT NOT NULL,
  status   TEXT NOT NULL,
  negated  INTEGER NOT NULL,
  score    INTEGER NOT NULL,
  actors   BLOB,
  PRIMARY KEY (actor, start, event)
) WITHOUT ROWID;
INSERT INTO part_again
  SELECT p.actor, p.start, p.event, p.record, p.roles, p.standing, p.rank, e.stop, e.type, e.status, e.negated, e.score, e.actors
  FROM part AS p CROSS JOIN event AS e ON e.key = p.event;
DROP TABLE part;
ALTER TABLE part_again RENAME TO part;
CREATE INDEX part_event ON part (event, rank, actor, roles, standing);

-- What networks look at of ties, and what counts look at of articles.
CREATE INDEX tie_real ON tie (status, negated, from_actor, to_node, relation) WHERE open = 1;
DROP INDEX article_published;
CREATE INDEX article_published ON article (published, key, publisher_fold, language) WHERE open = 1;
