-- The order of events with what most conditions and counts look at, so that whoever goes through
-- many events reads the index alone.
DROP INDEX event_newest;
CREATE INDEX event_newest ON event (start, key, stop, type, quad, status, negated, score) WHERE open = 1;
