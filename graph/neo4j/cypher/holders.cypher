// A page for each parent of the actors that ties bring to it, by the ties, newest first.
UNWIND range(0, size($from) - 1) AS i
CALL (i) {
  MATCH (t)-[r:TO]->() USING INDEX SEEK r:TO(party, last, fact)
  WHERE r.party = $from[i] AND r.last <= $rank AND r.fact IS NOT NULL AND CASE WHEN r.last = $rank THEN r.fact < $after ELSE true END
  MATCH (t)-[:FROM]->(n:LABEL)
  WHERE t.relation IN $relations AND t.status IN ['HAPPENED', 'ONGOING'] AND NOT t.negated
  /*filter*/
  WITH r, t, n ORDER BY r.party DESC, r.last DESC, r.fact DESC LIMIT $limit
  RETURN t, n
}
RETURN i, t {.*} AS tie, n {.*, fold: null} AS node
