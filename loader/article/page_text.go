package article

import (
	"strings"

	nethtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// noText are elements that hold no text of an article, whatever is in them.
var noText = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Iframe: true, atom.Svg: true,
	atom.Object: true, atom.Embed: true, atom.Canvas: true, atom.Video: true, atom.Audio: true, atom.Map: true,
	atom.Button: true, atom.Input: true, atom.Select: true, atom.Textarea: true, atom.Dialog: true, atom.Nav: true,
	atom.Aside: true, atom.Head: true, atom.Frameset: true, atom.Rp: true, atom.Rt: true,
}

// inLine are the elements within a line of text; every other one starts and ends a line.
var inLine = map[atom.Atom]bool{
	atom.A: true, atom.Abbr: true, atom.B: true, atom.Bdi: true, atom.Bdo: true, atom.Big: true, atom.Cite: true, atom.Code: true,
	atom.Data: true, atom.Del: true, atom.Dfn: true, atom.Em: true, atom.Font: true, atom.I: true, atom.Img: true, atom.Ins: true,
	atom.Kbd: true, atom.Label: true, atom.Mark: true, atom.Nobr: true, atom.Q: true, atom.Ruby: true, atom.S: true, atom.Samp: true,
	atom.Small: true, atom.Span: true, atom.Strike: true, atom.Strong: true, atom.Sub: true, atom.Sup: true, atom.Time: true,
	atom.Tt: true, atom.U: true, atom.Var: true, atom.Wbr: true,
}

// outsideRoles are what pages themselves say to stand beside their article.
var outsideRoles = wordSet(`navigation complementary contentinfo search dialog alertdialog menu menubar toolbar`)

// outsideNames are classes and ids under which readers comment; what readers write is not
// the article, and no library can tell it from one by its shape.
var outsideNames = wordSet(`comments comment comment-list commentlist comments-area comments-section comment-section
	comments-wrapper comment-thread disqus disqus_thread respond usercomments user-comments reader-comments`)

// prune takes off what by its own markup is no part of an article.
func prune(n *nethtml.Node) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		if c.Type == nethtml.CommentNode || c.Type == nethtml.ElementNode && isOutside(c) {
			n.RemoveChild(c)
		} else {
			prune(c)
		}
		c = next
	}
}

func isOutside(n *nethtml.Node) bool {
	switch n.DataAtom {
	case atom.Head:
		return false // the library reads the title there
	case atom.Html, atom.Body, atom.Article, atom.Main:
		return false // a page may be hidden until a script shows it
	case atom.Footer:
		return !within(n, atom.Blockquote)
	}
	if noText[n.DataAtom] {
		return true
	}
	for _, a := range n.Attr {
		value := strings.ToLower(strings.TrimSpace(a.Val))
		switch a.Key {
		case "hidden":
			return value != "until-found"
		case "aria-hidden":
			if value == "true" {
				return true
			}
		case "role":
			if outsideRoles[value] {
				return true
			}
		case "class", "id":
			for name := range strings.FieldsSeq(value) {
				if outsideNames[name] {
					return true
				}
			}
		case "style":
			if strings.Contains(strings.ReplaceAll(value, " ", ""), "display:none") {
				return true
			}
		}
	}
	return false
}

// within: an element of the kind is around n.
func within(n *nethtml.Node, kind atom.Atom) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if p.DataAtom == kind {
			return true
		}
	}
	return false
}

// pageText is the text below n: white space folded, one line break for <br>, one empty line
// between blocks.
func pageText(n *nethtml.Node) string {
	var w textWriter
	w.node(n, false)
	return w.b.String()
}

type textWriter struct {
	b      strings.Builder
	breaks int  // line breaks to write before the next word
	blank  bool // a blank to write before the next word
}

func (w *textWriter) node(n *nethtml.Node, verbatim bool) {
	switch n.Type {
	case nethtml.TextNode:
		w.text(n.Data, verbatim)
		return
	case nethtml.ElementNode:
		if noText[n.DataAtom] || isFootnoteMark(n) {
			return
		}
	}
	switch {
	case n.DataAtom == atom.Br:
		w.breaks++
		return
	case n.Type == nethtml.ElementNode && !inLine[n.DataAtom]:
		w.breaks = max(w.breaks, 2)
		defer func() { w.breaks = max(w.breaks, 2) }()
	}
	verbatim = verbatim || n.DataAtom == atom.Pre
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c, verbatim)
	}
}

// text writes words; verbatim keeps their line breaks.
func (w *textWriter) text(s string, verbatim bool) {
	for _, r := range s {
		switch {
		case verbatim && r == '\n':
			w.breaks++
		case isSpace(r):
			w.blank = true
		default:
			w.word(r)
		}
	}
}

func (w *textWriter) word(r rune) {
	switch {
	case w.b.Len() == 0:
	case w.breaks > 0:
		w.b.WriteString("\n\n"[:min(w.breaks, 2)])
	case w.blank:
		w.b.WriteByte(' ')
	}
	w.breaks, w.blank = 0, false
	if r == 0 {
		r = '\ufffd'
	}
	w.b.WriteRune(r)
}

// isFootnoteMark: "[3]" and the like, raised above the line.
func isFootnoteMark(n *nethtml.Node) bool {
	if n.DataAtom != atom.Sup {
		return false
	}
	var w textWriter
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c, false)
	}
	s := strings.TrimSpace(w.b.String())
	inner, opens := strings.CutPrefix(s, "[")
	inner, closes := strings.CutSuffix(inner, "]")
	return opens && closes && len(inner) <= 16
}
