package schema

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/schema/model"
)

// The codes of errors, in extensions.code. The set is closed.
const (
	badUserInput = "BAD_USER_INPUT"
	forbidden    = "FORBIDDEN"
	notFound     = "NOT_FOUND"
	conflict     = "CONFLICT"
	tooComplex   = "TOO_COMPLEX"
	timeout      = "TIMEOUT"
	unavailable  = "UNAVAILABLE"
	internal     = "INTERNAL"
)

// presenter is the one place where errors become answers.
type presenter struct {
	logger  *slog.Logger
	advisor advisor
}

// present says of an error what a client may know: a code of the closed set, the argument
// at fault and a hint; of all others only the request's id, with the details in the log.
func (p presenter) present(ctx context.Context, err error) *gqlerror.Error {
	out := &gqlerror.Error{Message: err.Error(), Path: graphql.GetPath(ctx), Extensions: map[string]any{}}
	var located *gqlerror.Error
	if errors.As(err, &located) {
		out.Message, out.Locations = located.Message, located.Locations
		if len(located.Path) > 0 {
			out.Path = located.Path
		}
	}
	out.Rule = ruleOf(located)
	inArgument := argumentPath(ctx, out)
	defer shorten(out)

	var argument *graph.ArgumentError
	var limit *model.LimitError
	switch {
	case errors.As(err, &limit):
		out.Message = limit.Message
		set(out, tooComplex, limit.Argument, limit.Hint)
	case errors.As(err, &argument):
		out.Message = argument.Message
		if argument.Argument != "" {
			inArgument = argument.Argument
		}
		set(out, badUserInput, inArgument, argument.Hint)
	case errors.Is(err, graph.ErrNotYet):
		out.Message = "this part of the API is not built yet"
		set(out, badUserInput, inArgument, "leave it out for now")
	case errors.Is(err, model.ErrReadOnly):
		set(out, forbidden, "", "whoever runs it can allow writing: actorgraph serve --allow-writing")
	case errors.Is(err, graph.ErrInvalid):
		set(out, badUserInput, inArgument, "")
	case errors.Is(err, graph.ErrNotFound):
		set(out, notFound, "", "")
	case errors.Is(err, graph.ErrConflict):
		set(out, conflict, "", "")
	case errors.Is(err, graph.ErrTimeout), errors.Is(err, context.DeadlineExceeded), ctx.Err() != nil:
		out.Message = "the answer took too long"
		set(out, timeout, "", "narrow the question by dates or actors, or ask for less at once")
	case errors.Is(err, graph.ErrUnavailable):
		out.Message = "the store cannot be reached now"
		set(out, unavailable, "", "try again in a moment")
	case located != nil && isProtocol(located):
		p.document(ctx, out)
	case inArgument != "":
		set(out, badUserInput, inArgument, "")
	case errors.Is(err, errPanicked):
		return p.internal(ctx, out)
	default:
		p.log(ctx, "request failed", slog.Any("error", err), slog.String("path", out.Path.String()))
		return p.internal(ctx, out)
	}
	return out
}

// recovered makes a panic an internal error, with its stack in the log.
func (p presenter) recovered(ctx context.Context, cause any) error {
	p.log(ctx, "request panicked", slog.Any("panic", cause), slog.String("stack", string(debug.Stack())))
	return errPanicked
}

// errPanicked is presented as an internal error; the log has the stack already.
var errPanicked = errors.New("panic, see the log")

func (p presenter) log(ctx context.Context, message string, attrs ...slog.Attr) {
	attrs = append(attrs, slog.String("request", requestID(ctx)))
	p.logger.LogAttrs(ctx, slog.LevelError, message, attrs...)
}

func (p presenter) internal(ctx context.Context, out *gqlerror.Error) *gqlerror.Error {
	out.Message = "internal error"
	set(out, internal, "", "")
	out.Extensions["requestId"] = requestID(ctx)
	return out
}

func set(e *gqlerror.Error, code, argument, hint string) {
	e.Extensions["code"] = code
	if argument != "" {
		e.Extensions["argument"] = argument
	}
	if hint != "" {
		e.Extensions["hint"] = hint
	}
}

// argumentPath cuts the part inside an argument off an error's path, and returns it as
// people write it: gqlgen adds it where it decodes the arguments of a root field.
func argumentPath(ctx context.Context, e *gqlerror.Error) string {
	fc := graphql.GetFieldContext(ctx)
	if fc == nil || fc.Object != "Query" && fc.Object != "Mutation" || fc.Args != nil {
		return ""
	}
	field := fc.Path()
	if len(e.Path) <= len(field) {
		return ""
	}
	argument := e.Path[len(field):]
	e.Path = field
	if p := fc.Field.Position; p != nil {
		e.Locations = []gqlerror.Location{{Line: p.Line, Column: p.Column}}
	}
	return model.ArgumentName(argument)
}

// longestText is in code points; messages and hints quote what they are about.
const longestText = 600

func shorten(e *gqlerror.Error) {
	e.Message = upTo(longestText, e.Message)
	for _, key := range []string{"argument", "hint"} {
		if text, ok := e.Extensions[key].(string); ok {
			e.Extensions[key] = upTo(longestText, text)
		}
	}
}

func upTo(n int, text string) string {
	if r := []rune(text); len(r) > n {
		return string(r[:n]) + "…"
	}
	return text
}

func ruleOf(e *gqlerror.Error) string {
	if e == nil {
		return ""
	}
	return e.Rule
}

// isProtocol reports whether an error is gqlgen's own about the document or its variables.
func isProtocol(e *gqlerror.Error) bool {
	switch e.Extensions["code"] {
	case errcode.ParseFailed, errcode.ValidationFailed:
		return true
	}
	return e.Rule != ""
}

// document presents an error about the document or its variables. gqlgen tells the token
// limit by its words alone.
func (p presenter) document(ctx context.Context, e *gqlerror.Error) {
	switch {
	case e.Message == fmt.Sprintf("exceeded token limit of %d", maxTokens):
		e.Message = fmt.Sprintf("the query has more than %d tokens", maxTokens)
		set(e, tooComplex, "", "ask in several requests, or give long lists as variables")
	case len(e.Path) > 1 && e.Path[0] == ast.PathName("variable"):
		in := e.Path[1:]
		hint := p.advisor.variable(ctx, e, in)
		e.Path, e.Message = nil, "the variable $"+model.ArgumentName(in)+": "+e.Message
		set(e, badUserInput, model.ArgumentName(in), hint)
	case e.Rule != "":
		argument, hint := p.advisor.advise(ctx, e)
		set(e, badUserInput, argument, hint)
	default:
		set(e, badUserInput, "", "a query looks like { agencies { edges { node { name } } } }")
	}
}
