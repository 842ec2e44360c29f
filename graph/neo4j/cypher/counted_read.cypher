// The counted values of actors. Of the days on which an actor was seen, of which there may be
// thousands, the first and the last.
UNWIND $ids AS id
CALL (id) {
  UNWIND ['country', 'events', 'facts', 'kind', 'label', 'mentions', 'name', 'parent', 'sector'] AS property
  MATCH (c:Counted) USING INDEX SEEK c:Counted(actor, property, day)
  WHERE c.actor = id AND c.property = property AND c.day IS NOT NULL
  RETURN c
  UNION ALL
  CALL (id) {
    MATCH (c:Counted) USING INDEX SEEK c:Counted(actor, property, day)
    WHERE c.actor = id AND c.property = 'seen' AND c.day IS NOT NULL
    RETURN c ORDER BY c.actor, c.property, c.day LIMIT 1
  }
  RETURN c
  UNION ALL
  CALL (id) {
    MATCH (c:Counted) USING INDEX SEEK c:Counted(actor, property, day)
    WHERE c.actor = id AND c.property = 'seen' AND c.day IS NOT NULL
    RETURN c ORDER BY c.actor DESC, c.property DESC, c.day DESC LIMIT 1
  }
  RETURN c
}
RETURN id, c.property AS property, c.value AS value, c.count AS count
