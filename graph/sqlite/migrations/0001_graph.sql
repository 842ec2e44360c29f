-- Every node has a row number of its own (so that tables grow at their end), a key, which
-- all other tables refer to, and its id. A key is a number that sorts as the id does.
-- Columns that end in _fold hold graph.Fold of a text. Dates are yyyymmdd, 0 unknown;
-- moments are microseconds since 1970, 0 none; lists and records are JSON as package graph
-- writes it. A row that is not open is found by its id at most.

CREATE TABLE state (
  only      INTEGER PRIMARY KEY CHECK (only = 1),
  at        INTEGER NOT NULL, -- the moment of the last write
  sequence  INTEGER NOT NULL, -- the last entry of the change log
  changed   INTEGER NOT NULL, -- its moment
  articles  INTEGER NOT NULL, -- open ones, as are all below
  actors    INTEGER NOT NULL,
  events    INTEGER NOT NULL,
  ties      INTEGER NOT NULL,
  evidence  INTEGER NOT NULL
);
INSERT INTO state VALUES (1, 0, 0, 0, 0, 0, 0, 0, 0);

CREATE TABLE change (
  sequence INTEGER PRIMARY KEY,
  at       INTEGER NOT NULL,
  kind     TEXT NOT NULL,
  node     TEXT NOT NULL,
  fields   TEXT,
  replaced TEXT,
  cause    TEXT NOT NULL
);

CREATE TABLE article (
  row INTEGER PRIMARY KEY, key INTEGER NOT NULL UNIQUE, id TEXT NOT NULL,
  open           INTEGER NOT NULL,
  retracted      INTEGER NOT NULL DEFAULT 0, -- stays so until it is restored
  extractor      TEXT NOT NULL,
  version        INTEGER NOT NULL,
  url            TEXT NOT NULL,
  url_normal     TEXT NOT NULL,
  title          TEXT NOT NULL,
  title_fold     TEXT NOT NULL,
  publisher      TEXT NOT NULL,
  publisher_fold TEXT NOT NULL,
  author         TEXT NOT NULL,
  published      INTEGER NOT NULL,
  published_at   TEXT NOT NULL,
  modified       TEXT NOT NULL,
  language       TEXT NOT NULL,
  sentences      INTEGER NOT NULL,
  words          INTEGER NOT NULL,
  text_hash      TEXT NOT NULL,
  revision       INTEGER NOT NULL, -- the present one; its text is in the table revision
  revisions      TEXT NOT NULL,
  copy_of        TEXT NOT NULL,
  recorded       TEXT NOT NULL
);
CREATE INDEX article_published ON article (published, key) WHERE open = 1;
CREATE INDEX article_url ON article (url_normal);

CREATE TABLE revision (
  row      INTEGER PRIMARY KEY,
  article  INTEGER NOT NULL,
  number   INTEGER NOT NULL,
  body     TEXT NOT NULL,
  UNIQUE (article, number)
);

CREATE TABLE mention (
  row INTEGER PRIMARY KEY, key INTEGER NOT NULL UNIQUE, id TEXT NOT NULL,
  open       INTEGER NOT NULL,
  article    INTEGER NOT NULL,
  article_id TEXT NOT NULL,
  actor      INTEGER NOT NULL, -- today's canonical one
  actor_id   TEXT NOT NULL,
  record     INTEGER NOT NULL, -- the one that the passage meant
  record_id  TEXT NOT NULL,
  revision   INTEGER NOT NULL,
  sentence   INTEGER NOT NULL,
  quote      TEXT NOT NULL,
  start      INTEGER NOT NULL,
  stop       INTEGER NOT NULL,
  name       TEXT NOT NULL,
  kind       TEXT NOT NULL,
  country    TEXT NOT NULL,
  sectors    TEXT,
  published  INTEGER NOT NULL,
  recorded   TEXT NOT NULL
);
CREATE INDEX mention_article ON mention (article, start, key);
CREATE INDEX mention_actor ON mention (actor, published, key) WHERE open = 1;

CREATE TABLE evidence (
  row INTEGER PRIMARY KEY, key INTEGER NOT NULL UNIQUE, id TEXT NOT NULL,
  open           INTEGER NOT NULL,
  article        INTEGER NOT NULL,
  article_id     TEXT NOT NULL,
  record         INTEGER NOT NULL, -- the fact that this passage made
  record_id      TEXT NOT NULL,
  fact           INTEGER NOT NULL, -- the canonical one of its identity set
  fact_id        TEXT NOT NULL,
  speaker        INTEGER,          -- innermost, canonical
  speaker_record INTEGER,
  revision       INTEGER NOT NULL,
  sentence       INTEGER NOT NULL,
  quote          TEXT NOT NULL,
  start          INTEGER NOT NULL,
  stop           INTEGER NOT NULL,
  before         TEXT NOT NULL,
  after          TEXT NOT NULL,
  status         TEXT NOT NULL,
  negated        INTEGER NOT NULL,
  attributed     INTEGER NOT NULL,
  assertion      TEXT NOT NULL,
  confidence     INTEGER NOT NULL,
  extractor      TEXT NOT NULL,
  trigger_start  INTEGER NOT NULL,
  trigger_stop   INTEGER NOT NULL,
  steps          TEXT,
  published      INTEGER NOT NULL,
  publisher      TEXT NOT NULL,
  copy_of        TEXT NOT NULL,
  recorded_on    INTEGER NOT NULL, -- the day of its first opening
  recorded       TEXT NOT NULL
);
CREATE INDEX evidence_article ON evidence (article, start, key);
CREATE INDEX evidence_fact ON evidence (fact, published, key) WHERE open = 1;
CREATE INDEX evidence_speaker ON evidence (speaker, published, key) WHERE open = 1 AND speaker IS NOT NULL;
CREATE INDEX evidence_published ON evidence (published, key) WHERE open = 1;

CREATE TABLE event (
  row INTEGER PRIMARY KEY, key INTEGER NOT NULL UNIQUE, id TEXT NOT NULL,
  open          INTEGER NOT NULL,
  position      INTEGER NOT NULL, -- the entry of the change log that changed it last
  type          TEXT NOT NULL,
  quad          TEXT NOT NULL,
  modes         TEXT,
  contexts      TEXT,
  score         INTEGER NOT NULL,
  status        TEXT NOT NULL,
  negated       INTEGER NOT NULL,
  disputed      INTEGER NOT NULL,
  start         INTEGER NOT NULL, -- of period
  stop          INTEGER NOT NULL, -- its end, or the start where that is later
  period        TEXT,
  confidence    INTEGER NOT NULL,
  passages      INTEGER NOT NULL,
  articles      INTEGER NOT NULL,
  sources       INTEGER NOT NULL,
  stages        TEXT,
  disagreements TEXT,
  places        TEXT,
  participants  TEXT,
  numbers       TEXT,
  about         TEXT,
  recorded_at   INTEGER NOT NULL
);
CREATE INDEX event_newest ON event (start, key) WHERE open = 1;
CREATE INDEX event_oldest ON event (iif(start = 0, 2147483647, start), key) WHERE open = 1;
CREATE INDEX event_sources ON event (sources, key) WHERE open = 1;

-- The participants of open events, clustered so that an actor's events lie together by date.
CREATE TABLE part (
  actor    INTEGER NOT NULL, -- today's canonical one
  start    INTEGER NOT NULL, -- of the event
  event    INTEGER NOT NULL,
  record   INTEGER NOT NULL, -- the actor that the first passage meant
  roles    INTEGER NOT NULL, -- 1 source, 2 target, 3 both
  standing INTEGER NOT NULL, -- its number in graph.Standings
  rank     INTEGER NOT NULL, -- its number among the participants
  PRIMARY KEY (actor, start, event)
) WITHOUT ROWID;
CREATE INDEX part_event ON part (event, rank, actor, roles, standing);

CREATE TABLE event_place (
  place INTEGER NOT NULL,
  start INTEGER NOT NULL,
  event INTEGER NOT NULL,
  PRIMARY KEY (place, start, event)
) WITHOUT ROWID;
CREATE INDEX event_place_event ON event_place (event, place);

CREATE TABLE event_about (
  event INTEGER NOT NULL,
  about INTEGER NOT NULL,
  PRIMARY KEY (event, about)
) WITHOUT ROWID;

-- The largest lower bound that a passage of an open event gives for what it counts.
CREATE TABLE event_number (
  event INTEGER NOT NULL,
  what  TEXT NOT NULL,
  low   INTEGER NOT NULL,
  PRIMARY KEY (event, what)
) WITHOUT ROWID;

CREATE TABLE tie (
  row INTEGER PRIMARY KEY, key INTEGER NOT NULL UNIQUE, id TEXT NOT NULL,
  open          INTEGER NOT NULL,
  position      INTEGER NOT NULL,
  relation      TEXT NOT NULL,
  from_actor    INTEGER NOT NULL,
  from_record   INTEGER NOT NULL,
  from_id       TEXT NOT NULL,
  to_node       INTEGER NOT NULL, -- an actor or a place
  to_record     INTEGER NOT NULL,
  to_id         TEXT NOT NULL,
  role          TEXT NOT NULL,
  role_fold     TEXT NOT NULL,
  status        TEXT NOT NULL,
  negated       INTEGER NOT NULL,
  disputed      INTEGER NOT NULL,
  since         TEXT,
  until         TEXT,
  span          TEXT,
  since_start   INTEGER NOT NULL,
  since_stop    INTEGER NOT NULL,
  until_start   INTEGER NOT NULL,
  until_stop    INTEGER NOT NULL,
  held_from     INTEGER NOT NULL, -- Tie.Bounds
  held_to       INTEGER NOT NULL,
  last          INTEGER NOT NULL, -- the end of span
  confidence    INTEGER NOT NULL,
  passages      INTEGER NOT NULL,
  articles      INTEGER NOT NULL,
  sources       INTEGER NOT NULL,
  stages        TEXT,
  disagreements TEXT,
  recorded_at   INTEGER NOT NULL
);
CREATE INDEX tie_last ON tie (last, key) WHERE open = 1;
CREATE INDEX tie_from ON tie (from_actor, last, key) WHERE open = 1;
CREATE INDEX tie_to ON tie (to_node, last, key) WHERE open = 1;

-- What extractions and the register say of an actor, whether or not it is in the graph.
CREATE TABLE actor_record (
  row INTEGER PRIMARY KEY, key INTEGER NOT NULL UNIQUE, id TEXT NOT NULL,
  named    INTEGER NOT NULL,
  register TEXT
);

CREATE TABLE actor (
  row INTEGER PRIMARY KEY, key INTEGER NOT NULL UNIQUE, id TEXT NOT NULL,
  open         INTEGER NOT NULL,
  led_to       INTEGER NOT NULL, -- by a mention or a fact; else it is open for its code alone
  position     INTEGER NOT NULL,
  name         TEXT NOT NULL,
  name_fold    TEXT NOT NULL,
  named        INTEGER NOT NULL,
  kind         TEXT NOT NULL,
  kinds        TEXT,
  aliases      TEXT,
  description  TEXT NOT NULL,
  country      TEXT NOT NULL,
  country_id   TEXT NOT NULL,
  territory_id TEXT NOT NULL,
  parent_id    TEXT NOT NULL,
  sectors      TEXT,
  wikidata     TEXT NOT NULL,
  first_seen   INTEGER NOT NULL,
  last_seen    INTEGER NOT NULL,
  mentions     INTEGER NOT NULL,
  events       INTEGER NOT NULL
);
CREATE INDEX actor_name_order ON actor (name_fold, key) WHERE open = 1;
CREATE INDEX actor_kind ON actor (kind, name_fold, key) WHERE open = 1;
CREATE INDEX actor_country ON actor (country, kind, name_fold, key) WHERE open = 1;
CREATE INDEX actor_mentions ON actor (mentions, key) WHERE open = 1;
CREATE INDEX actor_events ON actor (events, key) WHERE open = 1;
CREATE INDEX actor_seen ON actor (last_seen, key) WHERE open = 1;

-- What is counted of an actor: the values of graph.Counted, and what leads to it.
CREATE TABLE counted (
  actor    INTEGER NOT NULL,
  property TEXT NOT NULL,
  value    TEXT NOT NULL,
  count    INTEGER NOT NULL,
  PRIMARY KEY (actor, property, value)
) WITHOUT ROWID;

-- The names of open actors, each folded form once.
CREATE TABLE actor_name (
  row   INTEGER PRIMARY KEY,
  actor INTEGER NOT NULL,
  fold  TEXT NOT NULL,
  alias INTEGER NOT NULL
);
CREATE INDEX actor_name_fold ON actor_name (fold, actor);
CREATE INDEX actor_name_actor ON actor_name (actor);

CREATE TABLE place (
  row INTEGER PRIMARY KEY, key INTEGER NOT NULL UNIQUE, id TEXT NOT NULL,
  open       INTEGER NOT NULL,
  position   INTEGER NOT NULL,
  facts      INTEGER NOT NULL, -- that lead to it
  name       TEXT NOT NULL,
  name_fold  TEXT NOT NULL,
  country    TEXT NOT NULL,
  country_id TEXT NOT NULL,
  within     INTEGER,
  within_id  TEXT NOT NULL,
  located    INTEGER NOT NULL,
  latitude   INTEGER NOT NULL,
  longitude  INTEGER NOT NULL,
  precision  TEXT NOT NULL,
  wikidata   TEXT NOT NULL
);
CREATE INDEX place_name ON place (name_fold, key) WHERE open = 1;
CREATE INDEX place_within ON place (within);

-- Full text: the rowids are those of actor_name, place, evidence and article. The ascii
-- tokenizer splits folded text at blanks and nowhere else. Names are searched while they are
-- typed, so they have short prefixes, too.
CREATE VIRTUAL TABLE actor_text USING fts5 (fold, content = '', contentless_delete = 1, detail = none, prefix = '2 3', tokenize = 'ascii');
CREATE VIRTUAL TABLE place_text USING fts5 (fold, content = '', contentless_delete = 1, detail = none, prefix = '2 3', tokenize = 'ascii');
CREATE VIRTUAL TABLE evidence_text USING fts5 (fold, content = '', contentless_delete = 1, detail = none, prefix = '3', tokenize = 'ascii');
CREATE VIRTUAL TABLE article_text USING fts5 (fold, content = '', contentless_delete = 1, detail = none, prefix = '3', tokenize = 'ascii');
