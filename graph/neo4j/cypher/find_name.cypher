// The same by name. The index holds the beginning of a name; the rest is sorted within it.
MATCH (n:LABEL) USING INDEX SEEK n:LABEL(nameKey)
WHERE n.nameKey >= $key AND CASE WHEN n.nameKey = $key THEN n.nameFold > $text OR n.nameFold = $text AND n.id > $after ELSE true END
/*filter*/
RETURN n {.*, fold: null} AS node, 0 AS rank
ORDER BY n.nameKey, n.nameFold, n.id LIMIT $limit
