package command

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"time"

	"github.com/spf13/cobra"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/open"
)

const defaultListen = "127.0.0.1:8080"

// The server's times. None of them bounds how long a query may run: schema does.
const (
	headerTimeout   = 5 * time.Second  // a client that sends its headers slower is gone
	requestTimeout  = 15 * time.Second // for the largest body over a slow line
	responseTimeout = 2 * time.Minute  // above the longest query and a slow line
	idleTimeout     = 2 * time.Minute  // of a connection between requests
	shutdownTimeout = 10 * time.Second // for running requests when the server stops
	readyTimeout    = 2 * time.Second  // for the graph to answer /readyz
	maxHeaderBytes  = 64 << 10
)

func newServe() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Serve the GraphQL API over a graph",
		Long: `Serve answers GraphQL queries at /graphql until it is stopped. /healthz says that the
process lives, /readyz that its graph answers, /metrics how it fares, for Prometheus.
/graphiql is an editor for queries in the browser, with examples, and / says where to begin.

It listens on this machine only, unless --listen says otherwise: there is no login.`,
		Example: `  actorgraph serve
  actorgraph serve --store sqlite:crisis.db --listen 127.0.0.1:9000`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return wrong(cmd, "serve takes no argument, not %q; name the graph with --store", args[0])
			}
			return nil
		},
		RunE: run(serve),
	}
	addStoreFlag(cmd)
	addListenFlag(cmd)
	cmd.Flags().Bool("allow-writing", false, "let whoever reaches the API retract and restore articles")
	cmd.Flags().StringArray("allow-origin", nil, "let pages of this origin ask from a browser, such as https://dashboard.example; may be repeated")
	return cmd
}

func addListenFlag(cmd *cobra.Command) {
	cmd.Flags().String("listen", defaultListen, "host and port to listen on; port 0 takes any that is free")
}

func serve(cmd *cobra.Command, _ []string) error {
	ctx := cmd.Context()
	origins, err := allowedOrigins(cmd)
	if err != nil {
		return err
	}
	listener, err := listen(cmd)
	if err != nil {
		return err
	}
	defer listener.Close()
	address := storeAddress(cmd)
	store, err := open.Open(ctx, address, open.Options{MustExist: true})
	if err != nil {
		return ofStore(cmd, address, err)
	}
	log := slog.New(slog.NewTextHandler(cmd.ErrOrStderr(), nil))
	writing, _ := cmd.Flags().GetBool("allow-writing")
	err = serveOn(ctx, listener, store, siteOptions{log: log, origins: origins, writing: writing})
	return errors.Join(err, store.Close())
}

// listen opens the port that --listen names.
func listen(cmd *cobra.Command) (net.Listener, error) {
	address, _ := cmd.Flags().GetString("listen")
	if _, _, err := net.SplitHostPort(address); err != nil {
		return nil, wrong(cmd, "--listen: %q is no host and port; write %s", address, defaultListen)
	}
	l, err := (&net.ListenConfig{}).Listen(cmd.Context(), "tcp", address)
	if isNoAddress(err) {
		return nil, wrong(cmd, "--listen: there is no address %q: %v; write %s", address, rootCause(err), defaultListen)
	}
	if err != nil {
		return nil, fmt.Errorf("cannot listen on %s: %w; choose another port with --listen, 127.0.0.1:0 takes any", address, rootCause(err))
	}
	return l, nil
}

// isNoAddress: the host or the port means nothing, whoever else may listen there.
func isNoAddress(err error) bool {
	var address *net.AddrError
	var name *net.DNSError
	return errors.As(err, &address) || errors.As(err, &name)
}

// allowedOrigins are those of --allow-origin.
func allowedOrigins(cmd *cobra.Command) ([]string, error) {
	origins, _ := cmd.Flags().GetStringArray("allow-origin")
	for _, origin := range origins {
		u, err := url.Parse(origin)
		if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || origin != u.Scheme+"://"+u.Host {
			return nil, wrong(cmd, "--allow-origin: %q is no origin; write https://dashboard.example", origin)
		}
	}
	return origins, nil
}

// rootCause is what the system said.
func rootCause(err error) error {
	var op *net.OpError
	if errors.As(err, &op) {
		return op.Err
	}
	return err
}

// serveOn serves the graph until ctx ends, then lets running requests finish. It closes
// the listener, not the store.
func serveOn(ctx context.Context, l net.Listener, store graph.Store, o siteOptions) error {
	log := o.log
	server := &http.Server{
		Handler:           newSite(store, o),
		ReadHeaderTimeout: headerTimeout,
		ReadTimeout:       requestTimeout,
		WriteTimeout:      responseTimeout,
		IdleTimeout:       idleTimeout,
		MaxHeaderBytes:    maxHeaderBytes,
		ErrorLog:          slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
	if !isLoopback(l.Addr()) {
		can := "read"
		if o.writing {
			can = "read and change"
		}
		log.Warn("everybody who can reach this address can "+can+" the graph: there is no login", "address", l.Addr().String())
	}
	log.Info("serving", "url", siteURL(l)+"/graphql")
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(l) }()
	select {
	case err := <-ended:
		return fmt.Errorf("serve on %s: %w", l.Addr(), err)
	case <-ctx.Done():
	}
	log.Info("stopping")
	wait, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownTimeout)
	defer cancel()
	if err := server.Shutdown(wait); err != nil {
		log.Warn("requests were cut off", "after", shutdownTimeout.String())
		return server.Close()
	}
	return nil
}

// isLoopback: only this machine can reach the address.
func isLoopback(a net.Addr) bool {
	t, ok := a.(*net.TCPAddr)
	return ok && t.IP.IsLoopback()
}

// siteURL is how a browser on this machine reaches the listener.
func siteURL(l net.Listener) string {
	t, ok := l.Addr().(*net.TCPAddr)
	if ok && t.IP.IsUnspecified() {
		return fmt.Sprintf("http://127.0.0.1:%d", t.Port)
	}
	return "http://" + l.Addr().String()
}
