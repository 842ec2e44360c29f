// How many nodes were found.
RETURN count(n) AS total
