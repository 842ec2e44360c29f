// How many actors and places have the code of each state.
UNWIND $ids AS id
MATCH (c:Counted) USING INDEX SEEK c:Counted(actor, property, day)
WHERE c.actor = id AND c.property = 'codes' AND c.day IS NOT NULL
RETURN id, c.count AS count
