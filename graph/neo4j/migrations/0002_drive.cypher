// What lists start from where few nodes can match. With the id, so that the planner takes them
// only where it is told to: it would sooner read an index than look at the one node at hand.
CREATE INDEX actor_wikidata IF NOT EXISTS FOR (n:Actor) ON (n.wikidata, n.id);
CREATE INDEX event_type IF NOT EXISTS FOR (n:Event) ON (n.type, n.start);
CREATE INDEX event_long IF NOT EXISTS FOR (n:Event) ON (n.longStart);
CREATE INDEX event_dead IF NOT EXISTS FOR (n:Event) ON (n.lowDead, n.id);
CREATE INDEX event_injured IF NOT EXISTS FOR (n:Event) ON (n.lowInjured, n.id);
CREATE INDEX event_arrested IF NOT EXISTS FOR (n:Event) ON (n.lowArrested, n.id);
CREATE INDEX event_displaced IF NOT EXISTS FOR (n:Event) ON (n.lowDisplaced, n.id);
CREATE INDEX event_missing IF NOT EXISTS FOR (n:Event) ON (n.lowMissing, n.id);
CREATE INDEX event_present IF NOT EXISTS FOR (n:Event) ON (n.lowPresent, n.id);
CREATE INDEX event_money IF NOT EXISTS FOR (n:Event) ON (n.lowMoney, n.id);
CREATE INDEX event_other IF NOT EXISTS FOR (n:Event) ON (n.lowOther, n.id);
CREATE INDEX evidence_recorded IF NOT EXISTS FOR (n:Evidence) ON (n.recordedOn, n.id);
CREATE INDEX article_url IF NOT EXISTS FOR (n:Article) ON (n.urlNormal, n.id);
CREATE INDEX article_publisher IF NOT EXISTS FOR (n:Article) ON (n.publisherFold, n.id);

// Events that last longer than a year, as far as they are written already; names that fold
// to nothing.
MATCH (e:Event) WHERE e.start <> 0 AND e.end - e.start > 10000 SET e.longStart = e.start;
MATCH (a:Actor) WHERE '' IN a.names SET a.fold = a.fold + ' ∅';
