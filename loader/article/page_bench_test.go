package article_test

import (
	"strings"
	"testing"

	"github.com/actorgraph/actorgraph/loader/article"
)

// hostilePages are pages within the limits that are made to be slow.
func hostilePages() map[string]string {
	const n = article.MaxElements - 600
	fill := func(s string, elements int) string { return "<!DOCTYPE html><body>" + strings.Repeat(s, n/elements) }
	nested := strings.Repeat("<div>", 480) + "It rained, they said." + strings.Repeat("</div>", 480)
	return map[string]string{
		"paragraphs":      fill("<p>Norland met Sudmark, officials said today.</p>", 1),
		"commas":          fill("<p>"+strings.Repeat("a, ", 100)+"</p>", 1),
		"nested":          fill(nested, 480),
		"nested lists":    fill(strings.Repeat("<ul><li>", 200)+"It rained."+strings.Repeat("</ul>", 200), 400),
		"formats":         fill("<b><i><font a=b>", 3) + "It rained.",
		"links":           fill("<p><a href=a>It rained</a>, and snowed.", 2),
		"tables":          fill("<table><tr><td>It rained.</td></tr></table>", 3),
		"nested tables":   fill(strings.Repeat("<table><tr><td>", 150)+"It rained.", 450),
		"breaks":          fill("It rained, they said.<br><br>", 2),
		"images":          fill("<img src=a.png alt='It rained'>", 1),
		"lone text":       "<!DOCTYPE html><p>" + strings.Repeat("It rained, ", 300_000),
		"attributes":      fill("<p class='"+strings.Repeat("comment-x ", 20)+"' style='a:b'>It rained.", 1),
		"spans":           fill("<span>It rained, they said. ", 1),
		"headings":        fill("<h1>It rained</h1><h2>It snowed</h2>", 2),
		"unclosed script": "<!DOCTYPE html><script>" + strings.Repeat("<script>", 100_000),
	}
}

// BenchmarkHostilePages: each should take no more than a few seconds.
func BenchmarkHostilePages(b *testing.B) {
	for name, page := range hostilePages() {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				for range article.Read(strings.NewReader(page), "in", article.Options{}) {
				}
			}
		})
	}
}
