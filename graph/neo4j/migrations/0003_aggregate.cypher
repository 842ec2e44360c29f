// How many events there are of each kind in each month, kept by every write.
CREATE CONSTRAINT rollup_key IF NOT EXISTS FOR (n:Rollup) REQUIRE n.key IS UNIQUE;
