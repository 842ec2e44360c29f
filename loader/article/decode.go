package article

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// What a compressed input may unpack to: prose packs 3 to 10 times, a bomb 1000 times.
const (
	packedFree  = 64 << 20 // bytes before the ratio is looked at
	packedRatio = 200
)

// unpack gives what r holds, decompressed, and in UTF-8 where its first bytes or the name of
// a character set say what it is written in. It waits for two bytes at most, so that a program
// that writes a line and waits for its answer is not waited for. Errors of the reader are
// *Error where they are not the source's own.
func unpack(r io.Reader, origin, charsetName string) (*bufio.Reader, error) {
	packed := &counter{r: r}
	in := bufio.NewReaderSize(packed, sniffed)
	start, err := in.Peek(2)
	if err != nil && !errors.Is(err, io.EOF) { // bufio tells it once only
		return nil, unreadable(origin, err)
	}
	if string(start) == "\x1f\x8b" {
		unzipped, err := gzip.NewReader(in)
		if err != nil {
			return nil, unreadable(origin, err)
		}
		in = bufio.NewReaderSize(&bombGuard{r: unzipped, packed: packed, origin: origin}, sniffed)
		if start, err = in.Peek(2); err != nil && !errors.Is(err, io.EOF) {
			return nil, unreadable(origin, err)
		}
		if string(start) == "\x1f\x8b" {
			return nil, refuse(origin, UnsupportedFormat, "decompress it first: gunzip", "this is compressed with gzip twice")
		}
	}
	if charsetName != "" {
		e := LookupCharset(charsetName)
		if e == nil {
			return nil, refuse(origin, NotUTF8, "write, for instance, windows-1252", "there is no character set %q", shorten(charsetName))
		}
		return bufio.NewReaderSize(transform.NewReader(in, e.NewDecoder()), sniffed), nil
	}
	if e := wideEncoding(in, start); e != nil {
		return bufio.NewReaderSize(transform.NewReader(in, e.NewDecoder()), sniffed), nil
	}
	return in, nil
}

// LookupCharset is the character set of a name such as "windows-1252", nil where there is
// none.
func LookupCharset(name string) encoding.Encoding {
	e, _ := charset.Lookup(name)
	if e == encoding.Replacement {
		return nil
	}
	return e
}

// wideEncoding is UTF-16 where the input starts as such, with a byte order mark or with a
// letter beside a NUL; nil for anything else.
func wideEncoding(in *bufio.Reader, start []byte) encoding.Encoding {
	if len(start) < 2 {
		return nil
	}
	switch {
	case start[0] == 0xff && start[1] == 0xfe, start[0] == 0xfe && start[1] == 0xff:
		if four, _ := in.Peek(4); string(four) == "\xff\xfe\x00\x00" { // UTF-32
			return nil
		}
		return unicode.UTF16(unicode.BigEndian, unicode.ExpectBOM)
	case start[0] != 0 && start[1] == 0 && alternates(in, 1):
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case start[0] == 0 && start[1] != 0 && alternates(in, 0):
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return nil
}

// alternates: among the first characters nearly every byte on the odd (1) or even (0) places
// is NUL, and none on the others.
func alternates(in *bufio.Reader, odd int) bool {
	head, _ := in.Peek(64)
	zeros := 0
	for i, c := range head {
		if c == 0 {
			if i%2 != odd {
				return false
			}
			zeros++
		}
	}
	return zeros*4 >= len(head)
}

// counter counts what is read.
type counter struct {
	r io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

// bombGuard ends the reading of what unpacks to far more than any text does.
type bombGuard struct {
	r      io.Reader
	packed *counter
	origin string
	n      int64
}

func (g *bombGuard) Read(p []byte) (int, error) {
	n, err := g.r.Read(p)
	g.n += int64(n)
	if g.n > packedFree && g.n > packedRatio*g.packed.n {
		return 0, refuse(g.origin, TooLarge, "no text packs so well; decompress it first if it is one",
			"it unpacks to more than %d times its size", packedRatio)
	}
	if err != nil && !errors.Is(err, io.EOF) {
		err = unreadable(g.origin, err)
	}
	return n, err
}

// inUTF8 is a whole text in UTF-8. A text that is UTF-8 is taken as it is, whatever it says
// of itself; else a web page is believed its character set, and what is left is
// windows-1252 where it can be. No more is guessed: a text in another alphabet read so would
// be no English, and is refused as that.
func inUTF8(b []byte, origin string, isPage bool) ([]byte, error) {
	if utf8.Valid(b) {
		return b, nil
	}
	if isPage {
		if e, name, certain := charset.DetermineEncoding(b[:min(len(b), 4096)], ""); certain && name != "utf-8" && e != encoding.Replacement {
			return e.NewDecoder().Bytes(b)
		}
	}
	if isWestern(b) {
		return charmap.Windows1252.NewDecoder().Bytes(b)
	}
	return nil, checkUTF8(b, origin)
}

// isWestern: b can be windows-1252, as prose is: bytes that mean nothing in it are not
// there, those outside of ASCII are few, and it is not UTF-8 with a broken place.
func isWestern(b []byte) bool {
	high, sequences := 0, 0
	for i := 0; i < len(b); {
		c := b[i]
		if c < 0x80 {
			if c < ' ' && !strings.ContainsRune("\t\n\r\f\v\x1a", rune(c)) {
				return false
			}
			i++
			continue
		}
		if _, n := utf8.DecodeRune(b[i:]); n > 1 {
			sequences++
			i += n
			continue
		}
		if bytes.IndexByte([]byte("\x81\x8d\x8f\x90\x9d"), c) >= 0 {
			return false
		}
		high++
		i++
	}
	return high > sequences && high*4 <= len(b)
}
