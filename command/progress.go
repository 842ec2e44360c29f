package command

import (
	"fmt"
	"io"
	"iter"
	"strings"
	"sync/atomic"
	"time"

	"github.com/schollz/progressbar/v3"

	"github.com/actorgraph/actorgraph/loader"
	"github.com/actorgraph/actorgraph/loader/article"
)

// progress lists what failed and, on a terminal, shows how far a load is.
type progress struct {
	out             io.Writer
	bar             *progressbar.ProgressBar // nil where nobody looks
	size            int64                    // of all inputs in bytes, -1 where unknown
	read            atomic.Int64             // bytes, counted by the loader's reader
	articles, facts int
	began           time.Time
	quiet           bool
	warned          map[string]bool // inputs, with what of
	reasons         map[article.Reason]int
}

func newProgress(out io.Writer, paths []string, which loader.FileOptions, quiet bool) *progress {
	p := &progress{out: out, quiet: quiet, warned: map[string]bool{}, reasons: map[article.Reason]int{}}
	if quiet || !isTerminal(out) {
		return p
	}
	p.size, p.began = loader.Size(paths, which), time.Now()
	p.bar = progressbar.NewOptions64(p.size,
		progressbar.OptionSetWriter(out),
		progressbar.OptionSetWidth(30),
		progressbar.OptionShowBytes(true),
		progressbar.OptionShowTotalBytes(true),
		progressbar.OptionSetPredictTime(p.size > 0),
		progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionClearOnFinish(),
		progressbar.OptionSetDescription("reading"),
	)
	_ = p.bar.RenderBlank() // the first articles may take a moment
	return p
}

// counting counts the bytes that are read from files.
func (p *progress) counting(files iter.Seq2[loader.File, error]) iter.Seq2[loader.File, error] {
	return func(yield func(loader.File, error) bool) {
		for f, err := range files {
			if err == nil {
				f.Reader = &countingReader{f.Reader, &p.read}
			}
			if !yield(f, err) {
				return
			}
		}
	}
}

type countingReader struct {
	r io.Reader
	n *atomic.Int64
}

func (c *countingReader) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n.Add(int64(n))
	return n, err
}

// report takes what became of one input.
func (p *progress) report(r loader.Report) {
	if r.Err != nil {
		if r.Outcome == loader.Failed {
			p.reasons[reasonOf(r.Err)]++
		}
		p.say(failure(r))
	}
	p.warn(r)
	p.articles++
	p.facts += r.Events + r.Ties
	if p.bar == nil {
		return
	}
	p.bar.Describe(describeProgress(p.articles, p.facts, time.Since(p.began)))
	at := p.read.Load()
	if p.size >= 0 {
		at = min(at, p.size-1) // reading runs ahead; the end is when all is written
	}
	_ = p.bar.Set64(max(at, 0))
}

// describeProgress is what a load has done so far and how fast; the bar beside it says how
// much is left, in bytes and in time.
func describeProgress(articles, facts int, took time.Duration) string {
	s := count(articles, "article") + ", " + count(facts, "fact")
	if took >= time.Second {
		rate := float64(articles) / took.Seconds()
		if rate < 10 {
			return s + fmt.Sprintf(", %.1f/s", rate)
		}
		s += ", " + number(int(rate)) + "/s"
	}
	return s
}

func (p *progress) say(text string) {
	if p.bar != nil {
		_ = p.bar.Clear()
	}
	fmt.Fprintf(p.out, "actorgraph: %s\n", text)
}

// warn says once for each input what may go wrong with its articles.
func (p *progress) warn(r loader.Report) {
	if r.Warning == "" || p.quiet {
		return
	}
	input := r.Origin
	if at := strings.LastIndexByte(input, ':'); at > 0 {
		input = input[:at] // without the line
	}
	if key := input + "\n" + r.Warning; !p.warned[key] {
		p.warned[key] = true
		p.say("warning: " + oneLine(input+": "+r.Warning))
	}
}

// finish takes the bar away.
func (p *progress) finish() {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
}

// failure is why an input was not loaded, on one line that names it.
func failure(r loader.Report) string {
	s := oneLine(r.Err.Error())
	if origin := oneLine(r.Origin); !strings.HasPrefix(s, origin) {
		s = origin + ": " + s
	}
	return s
}

// oneLine shows characters that would break the line or command a terminal as escapes.
func oneLine(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r < ' ' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			fmt.Fprintf(&b, `\u%04x`, r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}
