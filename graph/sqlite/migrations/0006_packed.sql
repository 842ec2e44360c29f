-- What counts look at of an event beside its columns, packed (see packed.go), so that whoever counts
-- reads one row an event and nothing else. Filled by fill.go.
ALTER TABLE event ADD COLUMN actors BLOB;  -- who counts in it
ALTER TABLE event ADD COLUMN tellers BLOB; -- in which articles it is told, and by which origins
DROP INDEX event_newest;
