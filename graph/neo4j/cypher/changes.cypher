// The change log after a place in it.
MATCH (c:Change) USING INDEX SEEK c:Change(sequence)
WHERE c.sequence > $after
RETURN c {.*} AS entry ORDER BY c.sequence LIMIT $limit
