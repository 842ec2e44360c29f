// The nodes that match, of those that were found. page_… goes on from here.
WITH DISTINCT n WHERE n:LABEL
/*filter*/
