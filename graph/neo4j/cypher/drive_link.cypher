// From the far nodes that were found to what leads to them.
WITH DISTINCT FAR WHERE FAR:LABEL
/*filter*/
MATCH LINK
