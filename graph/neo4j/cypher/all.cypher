// All nodes of a class that match. What asks for them goes on from here.
MATCH (n:LABEL) WHERE true
/*filter*/
