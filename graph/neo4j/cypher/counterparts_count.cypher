// How many there are for each actor.
  RETURN count(*) AS total
}
RETURN i, total
