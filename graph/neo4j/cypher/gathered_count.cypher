// How many were gathered for each parent.
  RETURN count(n) AS total
}
RETURN i, total
