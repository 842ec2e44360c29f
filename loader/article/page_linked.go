package article

import (
	"encoding/json"
	"strings"
)

// linkedArticle is the article that the JSON-LD of a page describes.
type linkedArticle struct {
	headline, author, publisher, url, language string
	published, modified, body                  string
	found                                      bool
}

// deepestLinked is how deep an article may stand in JSON-LD.
const deepestLinked = 6

// read takes the first article that a block of JSON-LD holds. What is no JSON is passed
// over: pages carry much that is broken.
func (l *linkedArticle) read(source string) {
	var v any
	if l.found || json.Unmarshal([]byte(strings.TrimSpace(source)), &v) != nil {
		return
	}
	l.find(v, 0)
}

func (l *linkedArticle) find(v any, depth int) {
	if l.found || depth > deepestLinked {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			l.find(item, depth+1)
		}
	case map[string]any:
		if isArticleType(v["@type"]) {
			l.take(v)
			return
		}
		for _, key := range []string{"@graph", "mainEntity", "itemListElement", "item"} {
			l.find(v[key], depth+1)
		}
	}
}

func isArticleType(v any) bool {
	switch v := v.(type) {
	case string:
		return strings.HasSuffix(v, "Article") || v == "BlogPosting" || v == "LiveBlogPosting" || v == "Report"
	case []any:
		for _, t := range v {
			if s, ok := t.(string); ok && isArticleType(s) {
				return true
			}
		}
	}
	return false
}

func (l *linkedArticle) take(v map[string]any) {
	l.found = true
	l.headline = firstNonEmpty(unescape(linkedName(v["headline"])), unescape(linkedName(v["name"])))
	l.author = unescape(linkedName(v["author"]))
	l.publisher = unescape(linkedName(v["publisher"]))
	l.language = oneLine(linkedName(v["inLanguage"]))
	l.published, l.modified = linkedName(v["datePublished"]), linkedName(v["dateModified"])
	l.url = firstNonEmpty(linkedID(v["mainEntityOfPage"]), linkedID(v["url"]), linkedID(v["@id"]))
	if s, ok := v["articleBody"].(string); ok {
		l.body = s
	}
}

// linkedName is a value, the name of a thing, or those of several.
func linkedName(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case map[string]any:
		s, _ := v["name"].(string)
		return s
	case []any:
		var names []string
		for _, item := range v {
			if _, nested := item.([]any); nested {
				continue
			}
			if s := linkedName(item); s != "" {
				names = append(names, s)
			}
		}
		return strings.Join(names, ", ")
	}
	return ""
}

func linkedID(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case map[string]any:
		s, _ := v["@id"].(string)
		return s
	}
	return ""
}
