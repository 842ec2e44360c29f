// How many there are for each parent.
UNWIND range(0, size($from) - 1) AS i
CALL (i) {
  MATCH (n:LABEL) USING INDEX SEEK n:LABEL(parentKey, sortKey, id)
  WHERE n.parentKey = $from[i] AND n.sortKey IS NOT NULL AND n.id IS NOT NULL
  /*filter*/
  RETURN count(n) AS total
}
RETURN i, total
