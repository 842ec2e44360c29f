package schema

import (
	"context"
	"log/slog"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/prometheus/client_golang/prometheus"

	"github.com/actorgraph/actorgraph/graph"
)

// observer counts requests and writes the request log.
type observer struct {
	log                      *slog.Logger // nil for no request log
	requests                 *prometheus.CounterVec
	seconds, prices, answers prometheus.Histogram
	running                  prometheus.Gauge
	calls                    *prometheus.HistogramVec
	failed                   *prometheus.CounterVec
}

// newObserver registers its metrics with r, which may be nil.
func newObserver(log *slog.Logger, r prometheus.Registerer) observer {
	o := observer{
		log: log,
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "actorgraph_requests_total", Help: "Requests of the API by the code of their first error, OK if they have none.",
		}, []string{"code"}),
		seconds: prometheus.NewHistogram(prometheus.HistogramOpts{
			Name: "actorgraph_request_seconds", Help: "Time from the first byte of a request to its whole answer.",
			Buckets: []float64{.001, .003, .01, .03, .1, .3, 1, 3, 10, 30},
		}),
		prices: prometheus.NewHistogram(prometheus.HistogramOpts{
			Name: "actorgraph_query_price", Help: "Prices of queries, those too high to be answered too.",
			Buckets: []float64{100, 300, 1_000, 3_000, 10_000, 30_000, 100_000, maxPrice},
		}),
		answers: prometheus.NewHistogram(prometheus.HistogramOpts{
			Name: "actorgraph_answer_bytes", Help: "Sizes of answers before compression.",
			Buckets: prometheus.ExponentialBuckets(1<<10, 4, 8),
		}),
		running: prometheus.NewGauge(prometheus.GaugeOpts{
			Name: "actorgraph_requests_running", Help: "Requests that have begun and have no answer yet.",
		}),
		calls: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "actorgraph_store_call_seconds", Help: "Time of calls of the store by method; Expand by its edge.",
			Buckets: []float64{.0003, .001, .003, .01, .03, .1, .3, 1, 3, 10, 30},
		}, []string{"method", "edge"}),
		failed: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "actorgraph_store_call_errors_total", Help: "Calls of the store that failed, by method.",
		}, []string{"method"}),
	}
	if r != nil {
		r.MustRegister(o.requests, o.seconds, o.prices, o.answers, o.running, o.calls, o.failed)
	}
	return o
}

// observation is what is seen of one request.
type observation struct {
	observer observer
	start    time.Time
	op       *graphql.OperationContext // nil for requests that are not understood
}

func (o observer) begin() *observation {
	o.running.Inc()
	return &observation{observer: o, start: time.Now()}
}

func (s *observation) operation(op *graphql.OperationContext) { s.op = op }

// end counts a request by its answer. The log has neither the query nor its variables:
// they tell what somebody is looking for.
func (s *observation) end(ctx context.Context, r *http.Request, a answer) {
	o, took := s.observer, time.Since(s.start)
	code := a.code
	if code == "" {
		code = "OK"
	}
	o.running.Dec()
	o.requests.WithLabelValues(code).Inc()
	o.seconds.Observe(took.Seconds())
	o.answers.Observe(float64(len(a.body)))
	var price int64
	name := ""
	if s.op != nil {
		price, name = priceOf(s.op), s.op.OperationName
		if s.op.Operation != nil {
			name = s.op.Operation.Name
		}
	}
	if price > 0 {
		o.prices.Observe(float64(price))
	}
	if o.log == nil {
		return
	}
	o.log.LogAttrs(ctx, slog.LevelInfo, "request",
		slog.String("request", requestID(ctx)), slog.String("method", r.Method), slog.Int("status", a.status),
		slog.String("code", code), slog.String("operation", upTo(64, name)), slog.Int64("price", price),
		slog.Int("bytes", len(a.body)), slog.Duration("took", took.Round(time.Microsecond)))
}

// observedReader times the calls of a store.
type observedReader struct {
	graph.Reader
	observer observer
}

func (r observedReader) call(method string, edge graph.Edge, start time.Time, err *error) {
	r.observer.calls.WithLabelValues(method, string(edge)).Observe(time.Since(start).Seconds())
	if *err != nil {
		r.observer.failed.WithLabelValues(method).Inc()
	}
}

func (r observedReader) Nodes(ctx context.Context, v graph.View, ids []graph.ID, d graph.Detail) (out []graph.Node, err error) {
	defer r.call("Nodes", "", time.Now(), &err)
	return r.Reader.Nodes(ctx, v, ids, d)
}

func (r observedReader) Texts(ctx context.Context, of []graph.RevisionID) (out []graph.Text, err error) {
	defer r.call("Texts", "", time.Now(), &err)
	return r.Reader.Texts(ctx, of)
}

func (r observedReader) Find(ctx context.Context, q graph.Query) (out graph.Page[graph.Node], err error) {
	defer r.call("Find", "", time.Now(), &err)
	return r.Reader.Find(ctx, q)
}

func (r observedReader) Expand(ctx context.Context, from []graph.ID, e graph.Expansion) (out []graph.Page[graph.Hop], err error) {
	defer r.call("Expand", e.Edge, time.Now(), &err)
	return r.Reader.Expand(ctx, from, e)
}

func (r observedReader) Aggregate(ctx context.Context, a graph.Aggregation) (out graph.Buckets, err error) {
	defer r.call("Aggregate", "", time.Now(), &err)
	return r.Reader.Aggregate(ctx, a)
}

func (r observedReader) Links(ctx context.Context, q graph.LinkQuery) (out graph.Links, err error) {
	defer r.call("Links", "", time.Now(), &err)
	return r.Reader.Links(ctx, q)
}

func (r observedReader) Counterparts(ctx context.Context, of []graph.ID, q graph.CounterpartQuery) (out []graph.Page[graph.Counterpart], err error) {
	defer r.call("Counterparts", "", time.Now(), &err)
	return r.Reader.Counterparts(ctx, of, q)
}

func (r observedReader) Paths(ctx context.Context, p graph.PathQuery) (out []graph.Path, err error) {
	defer r.call("Paths", "", time.Now(), &err)
	return r.Reader.Paths(ctx, p)
}

func (r observedReader) Changes(ctx context.Context, after graph.Sequence, limit int) (out []graph.Change, err error) {
	defer r.call("Changes", "", time.Now(), &err)
	return r.Reader.Changes(ctx, after, limit)
}

func (r observedReader) Info(ctx context.Context) (out graph.Info, err error) {
	defer r.call("Info", "", time.Now(), &err)
	return r.Reader.Info(ctx)
}
