package article

import (
	"bufio"
	"bytes"
	"encoding/json"
	"regexp"
	"strings"
	"unicode/utf8"
)

// sniffed is how many bytes at the head of an input decide on its format.
const sniffed = 64 << 10

const byteOrderMark = "\ufeff"

// kind is what an input is as a whole.
type kind int

const (
	singleText kind = iota
	jsonLines
	jsonDocument // one JSON value, which may hold many articles
	webPage
)

// readable is what to give instead of what is no text.
const readable = "give text, Markdown, HTML or JSON"

// foreign are formats known by their first bytes that are not read here.
var foreign = []struct{ start, name, hint string }{
	{"BZh", "compressed with bzip2", "decompress it first: bunzip2"},
	{"\xfd7zXZ", "compressed with xz", "decompress it first: unxz"},
	{"\x28\xb5\x2f\xfd", "compressed with zstd", "decompress it first: unzstd"},
	{"PK\x03\x04", "a zip archive or an office document", "give the text in it as a text file"},
	{"%PDF-", "a PDF document", "give its text, for instance from pdftotext"},
	{"{\\rtf", "an RTF document", "save it as plain text"},
	{"\xd0\xcf\x11\xe0", "an office document", "save it as plain text"},
	{"\xff\xfe\x00\x00", "text in UTF-32", "convert it: iconv -f UTF-32 -t UTF-8"},
	{"\x89PNG", "a picture", readable},
	{"\xff\xd8\xff", "a picture", readable},
	{"GIF8", "a picture", readable},
	{"RIFF", "a picture, a sound or a film", readable},
	{"\x7fELF", "a program", readable},
	{"SQLite format 3\x00", "a SQLite database", readable},
}

// markupStarts are how web pages start, in lower case.
var markupStarts = []string{"<!doctype", "<html", "<head", "<body", "<?xml", "<rss", "<feed"}

// linesLooked is how many lines at the head of an input are looked at for JSON.
const linesLooked = 8

// look finds out from the head of an input what it is, and looks no further than it has
// to: a program that writes one line and waits for its answer is not waited for. The error
// is io.EOF where head is the whole input.
func look(in *bufio.Reader) (head []byte, k kind, err error) {
	breaks := -1
	for n := 1; ; n = len(head) + 1 {
		if n > sniffed {
			return head, singleText, nil
		}
		_, err = in.Peek(n)
		head, _ = in.Peek(in.Buffered())
		s := skipBlank(head)
		switch {
		case opensJSON(s, '{', `"}`):
			if err == nil && bytes.IndexByte(s, '\n') < 0 && len(head) < sniffed {
				continue // whoever writes lines ends the first before he waits
			}
			if opensEnvelope(s) {
				return head, jsonDocument, nil
			}
			return head, jsonLines, nil
		case opensJSON(s, '[', `{`), err != nil && bytes.HasPrefix(s, []byte("[")) && json.Valid(s):
			return head, jsonDocument, nil
		}
		if now := bytes.Count(s, []byte("\n")); breaks < linesLooked && (now != breaks || err != nil) {
			if breaks = now; holdsObject(s, err != nil) {
				return head, jsonLines, nil
			}
		}
		if err != nil {
			return head, singleText, err
		}
	}
}

// opensEnvelope: an object without articles of its own around a list of them, such as
// {"status": "ok", "articles": [{…}]}, as far as the head shows.
func opensEnvelope(s []byte) bool {
	d := json.NewDecoder(bytes.NewReader(s))
	if _, err := d.Token(); err != nil {
		return false
	}
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return false
		}
		key, _ := name.(string)
		if envelopes[foldKey(key)] {
			rest := bytes.TrimLeft(s[d.InputOffset():], ": \t\r\n")
			return opensJSON(rest, '[', "{]") || opensJSON(rest, '{', `"}`)
		}
		if isTextName(key) {
			return false
		}
		var value json.RawMessage
		if d.Decode(&value) != nil {
			return false
		}
	}
	return false
}

// skipBlank leaves out what may stand before anything.
func skipBlank(head []byte) []byte {
	return bytes.TrimLeft(bytes.TrimPrefix(head, []byte(byteOrderMark)), " \t\r\n")
}

// holdsObject: one of the first lines is a JSON object by itself, so that the lines before
// it are broken ones. ended says that s is the whole input.
func holdsObject(s []byte, ended bool) bool {
	for range linesLooked {
		line, rest, found := bytes.Cut(s, []byte("\n"))
		if !found && !ended {
			return false
		}
		if line = bytes.TrimSpace(line); opensJSON(line, '{', `"`) && json.Valid(line) {
			return true
		}
		s = rest
	}
	return false
}

// refuseForeign refuses what is of a format that is not read, by its head.
func refuseForeign(head []byte, origin string) error {
	for _, f := range foreign {
		if bytes.HasPrefix(head, []byte(f.start)) {
			reason := UnsupportedFormat
			if strings.HasPrefix(f.name, "text in") {
				reason = NotUTF8
			}
			return refuse(origin, reason, f.hint, "this is %s", f.name)
		}
	}
	if s := skipBlank(head); isMarkup(s) && !isPage(s) && !markdownSigns.Match(s) {
		return refuse(origin, UnsupportedFormat, "give the articles as web pages or as plain text", "this is XML, of which only XHTML is read")
	}
	return nil
}

var (
	tagOpens  = regexp.MustCompile(`^<([a-zA-Z][a-zA-Z0-9-]*[\s/>]|!--)`)
	tagCloses = regexp.MustCompile(`</[a-zA-Z][a-zA-Z0-9-]*\s*>`)
)

// isMarkup: a web page or a part of one, or XML. An address in angle brackets, one tag in a
// Markdown text, and a text that happens to start with "<", are not.
func isMarkup(s []byte) bool {
	start := strings.ToLower(string(s[:min(len(s), 20)]))
	for _, m := range markupStarts {
		if strings.HasPrefix(start, m) {
			return true
		}
	}
	return tagOpens.Match(s) && tagCloses.Match(s)
}

// opensJSON: s starts with open and then, after white space, with one of the characters
// of next, as JSON does and prose does not.
func opensJSON(s []byte, open byte, next string) bool {
	if len(s) == 0 || s[0] != open {
		return false
	}
	s = bytes.TrimLeft(s[1:], " \t\r\n")
	return len(s) > 0 && strings.IndexByte(next, s[0]) >= 0
}

// signs of Markdown that prose does not show: a heading with "#" or underlined, an inline
// link or image, a fence of code, strong emphasis.
var markdownSigns = regexp.MustCompile("(?m)" +
	"^#{1,6}[ \t]+[^ \t#\r\n]" +
	"|^[^ \t\r\n][^\r\n]*\r?\n(={3,}|-{3,})[ \t]*\r?$" +
	"|\\]\\((https?://|/|#|mailto:|[^() \r\n]+\\.(png|jpe?g|gif|webp|svg|md|html?)\\b)" +
	"|^```" +
	"|(^|[ (])\\*\\*[^* \r\n][^*\r\n]*\\*\\*")

// textFormat tells Markdown from plain text. Settings at the head of the file do not count.
func textFormat(s string) Format {
	s = s[:min(len(s), sniffed)]
	rs := []rune(s)
	if markdownSigns.MatchString(string(rs[settingsEnd(rs):])) {
		return Markdown
	}
	return Plain
}

// checkUTF8 says where the first byte is that is no UTF-8.
func checkUTF8(b []byte, origin string) error {
	if utf8.Valid(b) {
		return nil
	}
	at := 0
	for {
		r, n := utf8.DecodeRune(b[at:])
		if r == utf8.RuneError && n <= 1 {
			break
		}
		at += n
	}
	line := bytes.Count(b[:at], []byte("\n")) + 1
	return refuse(origin, NotUTF8, "convert it, for instance: iconv -f WINDOWS-1252 -t UTF-8",
		"this is not UTF-8: byte 0x%02x at offset %d, line %d", b[at], at, line)
}
