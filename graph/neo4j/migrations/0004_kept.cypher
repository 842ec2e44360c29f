// How many events each actor has of each kind in each month, kept by every write as well.
CREATE CONSTRAINT actor_rollup_key IF NOT EXISTS FOR (n:ActorRollup) REQUIRE n.key IS UNIQUE;
CREATE INDEX actor_rollup_actor IF NOT EXISTS FOR (n:ActorRollup) ON (n.actor, n.key);
