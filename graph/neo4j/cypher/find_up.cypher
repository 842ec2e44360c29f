// The same, smallest sort key first.
MATCH (n:LABEL) USING INDEX SEEK n:LABEL(sortKey, id)
WHERE n.sortKey >= $rank AND n.sortKey <= $bound AND n.id IS NOT NULL AND CASE WHEN n.sortKey = $rank THEN n.id > $after ELSE true END
/*filter*/
RETURN n {.*, fold: null, text: null} AS node, n.sortKey AS rank
ORDER BY n.sortKey, n.id LIMIT $limit
