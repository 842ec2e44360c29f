package article

// Rule names why a passage was left out.
type Rule string

// The rules. Those on single lines go by the shape of the line and closed lists of the
// words that web pages are furnished with; the last two go by repetition.
const (
	RuleFrontMatter   Rule = "front matter"
	RuleMarkup        Rule = "markup"
	RuleCode          Rule = "code"
	RuleImage         Rule = "image"
	RuleTable         Rule = "table"
	RuleSeparator     Rule = "separator"
	RuleTitle         Rule = "title"
	RuleNavigation    Rule = "navigation"
	RuleShare         Rule = "share"
	RuleNewsletter    Rule = "newsletter"
	RuleRelated       Rule = "related"
	RuleAdvertisement Rule = "advertisement"
	RuleCredit        Rule = "photo credit"
	RuleCopyright     Rule = "copyright"
	RuleCookies       Rule = "cookies"
	RuleSocial        Rule = "social"
	RuleByline        Rule = "byline"
	RuleDateline      Rule = "date"
	RuleRepeated      Rule = "repeated"
	RulePullQuote     Rule = "pull quote"
)

// Rules are all of them, in the order above. Read only.
var Rules = []Rule{
	RuleFrontMatter, RuleMarkup, RuleCode, RuleImage, RuleTable, RuleSeparator, RuleTitle, RuleNavigation,
	RuleShare, RuleNewsletter, RuleRelated, RuleAdvertisement, RuleCredit, RuleCopyright, RuleCookies,
	RuleSocial, RuleByline, RuleDateline, RuleRepeated, RulePullQuote,
}

var says = map[Rule]string{
	RuleFrontMatter:   "settings at the head of the file, not part of the article",
	RuleMarkup:        "raw HTML or a link definition",
	RuleCode:          "a block of code",
	RuleImage:         "an image",
	RuleTable:         "a table",
	RuleSeparator:     "no letter and no digit in it",
	RuleTitle:         "the title, or its repetition",
	RuleNavigation:    "part of a menu, a breadcrumb trail or a page control",
	RuleShare:         "made of the words of share buttons",
	RuleNewsletter:    "asks to subscribe, sign up or log in",
	RuleRelated:       "points to other articles",
	RuleAdvertisement: "marks an advertisement or where the story goes on",
	RuleCredit:        "names who took or owns a picture",
	RuleCopyright:     "claims copyright",
	RuleCookies:       "speaks of cookies, scripts, privacy or terms of use",
	RuleSocial:        "only handles, hashtags or addresses",
	RuleByline:        "names who wrote or edited",
	RuleDateline:      "says when the article was published or how long it takes to read",
	RuleRepeated:      "says word for word what an earlier line says",
	RulePullQuote:     "repeats words of a longer paragraph",
}

// String is the rule's name.
func (r Rule) String() string { return string(r) }

// Says is the reason in words, to show to a person; empty for an unknown rule.
func (r Rule) Says() string { return says[r] }
