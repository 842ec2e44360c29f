-- What lists drive from (see drive.go) and the order that was missing (see walk.go).
CREATE INDEX event_type ON event (type, start, key, stop) WHERE open = 1;
CREATE INDEX event_about_about ON event_about (about, event);
CREATE INDEX event_number_low ON event_number (what, low, event);
CREATE INDEX evidence_recorded ON evidence (recorded_on, key) WHERE open = 1;
CREATE INDEX evidence_confidence ON evidence (confidence, key) WHERE open = 1;
CREATE INDEX article_publisher ON article (publisher_fold, key) WHERE open = 1;
CREATE INDEX actor_wikidata ON actor (wikidata, key) WHERE open = 1 AND wikidata <> '';
CREATE INDEX place_country ON place (country, key) WHERE open = 1;
CREATE INDEX place_latitude ON place (latitude, key) WHERE open = 1 AND located = 1;

-- Events that last longer than a year, which are few: all others that overlap a day start at
-- most a year before it. 10000 is a year in dates, which are yyyymmdd.
CREATE INDEX event_long ON event (start, key) WHERE open = 1 AND stop - start > 10000;

-- With the end of each event, so that those of a year that do not overlap are passed over
-- without reading their rows.
DROP INDEX event_newest;
CREATE INDEX event_newest ON event (start, key, stop) WHERE open = 1;
