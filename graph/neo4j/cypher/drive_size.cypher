// How many nodes are found, counted no further than matters. One of these follows another,
// so that all sizes take one round trip.
CALL () {
  FOUND
  WITH n LIMIT $probe
  RETURN count(n) AS size
}
RETURN NUMBER AS i, size
