// The same, smallest sort key first.
UNWIND range(0, size($from) - 1) AS i
CALL (i) {
  MATCH (n:LABEL) USING INDEX SEEK n:LABEL(parentKey, sortKey, id)
  WHERE n.parentKey = $from[i] AND n.sortKey >= $rank AND n.id IS NOT NULL AND CASE WHEN n.sortKey = $rank THEN n.id > $after ELSE true END
  /*filter*/
  WITH n ORDER BY n.parentKey, n.sortKey, n.id LIMIT $limit
  RETURN n
}
RETURN i, n {.*, fold: null} AS node
