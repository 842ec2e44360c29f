// The events of some days that match, from an index that has all that counts look at of most.
MATCH (n:Event) USING INDEX SEEK n:Event(start, end, type, quad, status, negated, score, actors)
WHERE n.start >= SINCE AND n.start <= UNTIL AND n.end IS NOT NULL AND n.type IS NOT NULL AND n.quad IS NOT NULL
  AND n.status IS NOT NULL AND n.negated IS NOT NULL AND n.score IS NOT NULL AND n.actors IS NOT NULL
/*filter*/
