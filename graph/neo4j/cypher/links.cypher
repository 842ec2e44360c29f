// Who takes part in the events that were found.
RETURN CASE WHEN n.actors = '*' THEN n.allActors ELSE n.actors END AS actors, n.score AS score, n.start AS start, n.end AS end
