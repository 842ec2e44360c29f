// A page for each parent of the nodes that hold its id, largest sort key first, along their index.
UNWIND range(0, size($from) - 1) AS i
CALL (i) {
  MATCH (n:LABEL) USING INDEX SEEK n:LABEL(parentKey, sortKey, id)
  WHERE n.parentKey = $from[i] AND n.sortKey <= $rank AND n.id IS NOT NULL AND CASE WHEN n.sortKey = $rank THEN n.id < $after ELSE true END
  /*filter*/
  WITH n ORDER BY n.parentKey DESC, n.sortKey DESC, n.id DESC LIMIT $limit
  RETURN n
}
RETURN i, n {.*, fold: null} AS node
