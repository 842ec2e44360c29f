-- In which articles an open event is told, and by which origin (a hash of what graph.OriginOfEach
-- names), so that what is distinct can be counted without reading evidence. Filled by fill.go.
CREATE TABLE event_source (
  event   INTEGER NOT NULL,
  article INTEGER NOT NULL,
  origin  INTEGER NOT NULL, -- 0 is none
  PRIMARY KEY (event, article, origin)
) WITHOUT ROWID;

-- How many open events there are, by all that most counts ask for: the months in which they
-- start and end, each as its first day.
CREATE TABLE event_sum (
  start   INTEGER NOT NULL,
  stop    INTEGER NOT NULL, -- 0 where start is
  type    TEXT NOT NULL,
  quad    TEXT NOT NULL,
  status  TEXT NOT NULL,
  negated INTEGER NOT NULL,
  events  INTEGER NOT NULL,
  score   INTEGER NOT NULL, -- the sum of theirs
  PRIMARY KEY (start, stop, type, status, negated)
) WITHOUT ROWID;
INSERT INTO event_sum
  SELECT iif(start = 0, 0, start / 100 * 100 + 1), iif(start = 0, 0, stop / 100 * 100 + 1), type, quad, status, negated, count(*), sum(score)
  FROM event WHERE open = 1 GROUP BY 1, 2, 3, 4, 5, 6;
