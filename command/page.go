package command

import (
	_ "embed"
	"html/template"
	"net/http"
	"strings"
)

//go:embed page.html
var pageSource string

var page = template.Must(template.New("page").Parse(pageSource))

// serveFirstPage tells who comes to / where the API is and what to ask first: in HTML to a
// browser, else in plain text.
func serveFirstPage(w http.ResponseWriter, r *http.Request) {
	url := "http://" + r.Host + "/graphql"
	w.Header().Set("Vary", "Accept")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	if !strings.Contains(r.Header.Get("Accept"), "text/html") {
		answerPlain(w, http.StatusOK, "The GraphQL API of this actorgraph is at "+url+"\n\nA first query:\n\n"+curlLine(url, firstQuery()))
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'")
	_ = page.Execute(w, map[string]string{"URL": url, "Query": firstQuery(), "Curl": curlLine(url, firstQuery())})
}
