// How many nodes of a class match.
MATCH (n:LABEL) WHERE true
/*filter*/
RETURN count(n) AS total
