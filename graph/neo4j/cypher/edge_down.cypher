// A page for each parent of what hangs on it by relationships of one type, largest sort key
// first, along the index of the relationship: a hub costs no more than another. Of the two
// ends, FAR is the one wanted.
UNWIND range(0, size($from) - 1) AS i
CALL (i) {
  MATCH (a)-[r:EDGE]->(b) USING INDEX SEEK r:EDGE(party, sortKey, fact)
  WHERE r.party = $from[i] AND r.sortKey <= $rank AND r.fact IS NOT NULL AND CASE WHEN r.sortKey = $rank THEN r.fact < $after ELSE true END
  WITH r, FAR AS n WHERE true
  /*filter*/
  WITH r, n ORDER BY r.party DESC, r.sortKey DESC, r.fact DESC LIMIT $limit
  RETURN r, n
}
RETURN i, r {.*} AS step, n {.*, fold: null} AS node
