// Package web holds the explorer: GraphiQL, an editor for GraphQL queries that completes
// names and shows the schema's descriptions, in which the example queries lie open as tabs.
// It is served from the program alone and loads nothing from elsewhere.
//
// The files in dist are those of the packages named in dist/README.md, unchanged.
package web

import (
	"embed"
	"encoding/json"
	"html/template"
	"io/fs"
	"net/http"
	"path"
	"regexp"
	"strings"

	"github.com/actorgraph/actorgraph/examples"
)

//go:embed dist/*.js dist/*.css
var dist embed.FS

//go:embed explorer.html
var pageSource string

//go:embed explorer.js explorer.css
var own embed.FS

var page = template.Must(template.New("explorer").Parse(pageSource))

// Explorer serves the explorer at "/" and its files below, for the API at that path of the
// same server. It is safe for concurrent use.
func Explorer(api string) http.Handler {
	files, err := fs.Sub(dist, "dist")
	if err != nil { // the name is ours
		panic(err)
	}
	mux := http.NewServeMux()
	mux.Handle("GET /dist/", guarded(http.StripPrefix("/dist", http.FileServerFS(files))))
	mux.Handle("GET /explorer.js", guarded(http.FileServerFS(own)))
	mux.Handle("GET /explorer.css", guarded(http.FileServerFS(own)))
	mux.Handle("GET /{$}", guarded(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_ = page.Execute(w, map[string]any{"API": api, "Tabs": tabs()}) // who is gone does not read the rest
	})))
	return mux
}

// guarded forbids pages everything but their own files and the API beside them.
func guarded(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		header := w.Header()
		header.Set("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
		header.Set("X-Content-Type-Options", "nosniff")
		header.Set("Referrer-Policy", "no-referrer")
		header.Set("Cache-Control", "no-cache")
		h.ServeHTTP(w, r)
	})
}

// tab is an editor that is open at first.
type tab struct {
	Query string `json:"query"`
}

// tabs are the example queries, the one for beginners first.
func tabs() string {
	names, err := fs.Glob(examples.Queries, "queries/*.graphql")
	if err != nil { // the pattern is ours
		panic(err)
	}
	var first, others []tab
	for _, name := range names {
		text, err := examples.Queries.ReadFile(name)
		if err != nil { // it is embedded
			panic(err)
		}
		stem := strings.TrimSuffix(path.Base(name), ".graphql")
		t := tab{named(stem, string(text))}
		if stem == "first" {
			first = append(first, t)
		} else {
			others = append(others, t)
		}
	}
	text, err := json.Marshal(append(first, others...))
	if err != nil { // strings always encode
		panic(err)
	}
	return string(text)
}

var anonymous = regexp.MustCompile(`(?m)^\{`)

// named gives a query without a name that of its file, which the tab then bears.
func named(stem, query string) string {
	start := anonymous.FindStringIndex(query)
	if start == nil {
		return query
	}
	name := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' {
			return r
		}
		return '_'
	}, stem)
	return query[:start[0]] + "query " + strings.ToUpper(name[:1]) + name[1:] + " " + query[start[0]:]
}
