// All that networks and most counts look at, in one index each.
CREATE INDEX event_counted IF NOT EXISTS FOR (n:Event) ON (n.start, n.end, n.type, n.quad, n.status, n.negated, n.score, n.actors);
CREATE INDEX tie_ends IF NOT EXISTS FOR (n:Tie) ON (n.fromId, n.toId, n.relation, n.status, n.negated);
