package command

import (
	"context"
	"log/slog"
	"net/http"

	"github.com/klauspost/compress/gzhttp"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
	"github.com/rs/cors"

	"github.com/actorgraph/actorgraph/command/export"
	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/schema"
	"github.com/actorgraph/actorgraph/web"
)

// siteOptions are what serve is told about the site.
type siteOptions struct {
	log     *slog.Logger
	origins []string // of pages elsewhere that may ask; none by default
	writing bool     // whether the API may change the graph
}

// newSite is everything that is served. Beyond the API it gives nothing of the graph away
// but how large its answers are and how long they take.
func newSite(store graph.Store, o siteOptions) http.Handler {
	metrics := prometheus.NewRegistry()
	metrics.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	options := schema.Options{Logger: o.log, LogRequests: true, Metrics: metrics, Version: buildVersion()}
	if o.writing {
		options.Writer = store
	}
	api := schema.NewHandler(store, options)

	mux := http.NewServeMux()
	mux.Handle("/graphql", across(o.origins, gzhttp.GzipHandler(api)))
	mux.Handle("GET /export/", across(o.origins, gzhttp.GzipHandler(export.Handler(api, o.log))))
	mux.Handle("GET /graphiql/", http.StripPrefix("/graphiql", gzhttp.GzipHandler(web.Explorer("/graphql"))))
	mux.Handle("GET /graphiql", http.RedirectHandler("/graphiql/", http.StatusMovedPermanently))
	mux.Handle("GET /metrics", promhttp.HandlerFor(metrics, promhttp.HandlerOpts{ErrorLog: slog.NewLogLogger(o.log.Handler(), slog.LevelWarn)}))
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { answerPlain(w, http.StatusOK, "ok") })
	mux.HandleFunc("GET /readyz", func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), readyTimeout)
		defer cancel()
		if err := store.Ping(ctx); err != nil {
			o.log.Warn("the graph does not answer", "error", err)
			answerPlain(w, http.StatusServiceUnavailable, "the graph does not answer")
			return
		}
		answerPlain(w, http.StatusOK, "ready")
	})
	mux.HandleFunc("GET /{$}", serveFirstPage)
	return mux
}

// across lets pages of these origins ask the API from a browser. Browsers keep all others
// from reading answers, and from sending JSON at all.
func across(origins []string, api http.Handler) http.Handler {
	if len(origins) == 0 {
		return api
	}
	return cors.New(cors.Options{
		AllowedOrigins: origins,
		AllowedMethods: []string{http.MethodGet, http.MethodPost},
		AllowedHeaders: []string{"Content-Type", "X-Query-Price"},
		ExposedHeaders: []string{"X-Request-Id", "ETag", "X-Truncated"},
		MaxAge:         600, // seconds
	}).Handler(api)
}

// newAPI is the API alone, for commands that ask it themselves.
func newAPI(store graph.Reader, log *slog.Logger) http.Handler {
	return schema.NewHandler(store, schema.Options{Logger: log, Version: buildVersion()})
}

func answerPlain(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.WriteHeader(status)
	_, _ = w.Write([]byte(text + "\n"))
}
