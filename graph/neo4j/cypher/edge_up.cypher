// The same, smallest sort key first.
UNWIND range(0, size($from) - 1) AS i
CALL (i) {
  MATCH (a)-[r:EDGE]->(b) USING INDEX SEEK r:EDGE(party, sortKey, fact)
  WHERE r.party = $from[i] AND r.sortKey >= $rank AND r.fact IS NOT NULL AND CASE WHEN r.sortKey = $rank THEN r.fact > $after ELSE true END
  WITH r, FAR AS n WHERE true
  /*filter*/
  WITH r, n ORDER BY r.party, r.sortKey, r.fact LIMIT $limit
  RETURN r, n
}
RETURN i, r {.*} AS step, n {.*, fold: null} AS node
