package article

import "strings"

// Closed lists of the words and phrases that web pages are furnished with, folded as
// graph.Fold does. They hold what pages say about themselves, never what news is about.

// set holds the lines of s, each trimmed.
func set(s string) map[string]bool {
	m := map[string]bool{}
	for l := range strings.Lines(s) {
		if l = strings.TrimSpace(l); l != "" {
			m[l] = true
		}
	}
	return m
}

// wordSet holds the words of s.
func wordSet(s string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(s) {
		m[w] = true
	}
	return m
}

var (
	// navigationLines are whole lines.
	navigationLines = set(`
		home
		homepage
		menu
		main menu
		site menu
		open menu
		close menu
		close
		toggle navigation
		search
		search this site
		sections
		all sections
		back
		back to top
		return to top
		scroll to top
		back to home
		back to homepage
		next
		previous
		next article
		previous article
		next story
		previous story
		print
		print this page
		print this article
		log in
		login
		sign in
		log out
		register
		my account
		site map
		sitemap
		site index
		site search
		site information navigation
		accessibility help
		accessibility links
		show more
		show less
		load more
		load more comments
		view all
		see all
		show all
		hide
		expand
		comments
		view comments
		leave a comment
		post a comment
		add a comment
		join the conversation
		comments are closed
		no comments
		contact us
		about us
		help
		faq
		change language
		change text size
		text size
		larger text
		smaller text
		play
		play video
		play audio
		listen
		listen to article
		listen to this article
		listen to this story
		audio
		read aloud
		hide caption
		toggle caption
		enlarge this image
		enlarge image
		open image in gallery
		view image in fullscreen
		fullscreen
		view gallery
		save
		saved
		save article
		save for later
		save this story
		gift this article
		gift article
		report an error
		report a typo
		give feedback
		feedback`)

	// sectionWords are the departments of a news site; a run of lines made of them is a menu.
	sectionWords = wordSet(`world news national nation local politics business markets economy money finance
		sport sports football opinion opinions editorial editorials comment analysis culture arts
		entertainment music film movies books lifestyle life style fashion food recipes travel
		technology tech science health environment climate education weather video videos photos
		pictures podcasts podcast radio tv live latest breaking games crossword obituaries magazine
		jobs classifieds archive newsletters subscribe home search us uk europe africa asia americas
		australia international regional features investigations data more`)

	shareWords = wordSet(`share shared shares tweet retweet post pin email e mail print facebook twitter x
		whatsapp linkedin reddit telegram messenger flipboard pinterest instagram tumblr bluesky
		threads mastodon wechat weibo line copy link url send save bookmark this the story article
		page on via to with by in your a friend friends comment comments more options tweets likes
		like icon button sharing tools or and`)
	shareAnchors = wordSet(`share shares tweets retweets likes copy tweet retweet facebook twitter whatsapp linkedin reddit pinterest flipboard
		telegram messenger tumblr bluesky instagram email sharing`)

	newsletterOpeners = []string{"sign up", "subscribe", "register", "log in", "enter your", "get", "join",
		"receive", "download", "become a", "start your", "try", "already a", "already have", "want", "not a subscriber",
		"this article is for", "this story is for", "to continue reading", "to read the full", "don t have an account", "unlock", "stay informed", "stay up to date"}
	newsletterNouns = wordSet(`newsletter newsletters email emails inbox alerts subscriber subscribers
		subscription subscriptions app mailing podcast podcasts membership trial account briefing`)
	newsletterAddress = wordSet("our your")

	// relatedHeads stand before a colon or dash, or alone as a heading.
	relatedHeads = set(`
		read more
		read also
		also read
		read next
		related
		related story
		related stories
		related article
		related articles
		related content
		related coverage
		related topics
		related links
		related news
		related video
		related videos
		see also
		see more
		further reading
		recommended reading
		more on this
		more on this story
		more on this topic
		more stories
		more news
		don t miss
		watch
		watch now
		listen
		must read
		in case you missed it
		keep reading`)
	// relatedLines are whole lines only.
	relatedLines = set(`
		most read
		most popular
		most viewed
		most shared
		trending
		trending now
		recommended
		recommended for you
		recommended stories
		you may also like
		you might also like
		you may also be interested in
		up next
		editors picks
		editor s picks
		editor s choice
		top stories
		latest news
		latest stories
		around the web
		from around the web
		what to read next
		popular stories
		read the full story
		read full story
		read the full article
		read full article
		tags
		topics
		related tags`)

	adWords = wordSet(`advertisement advertisements advertising advert ad ads sponsored sponsor promoted paid
		post content story article continues continue below reading after the main this scroll to
		with by feedback report remove skip keep on for`)
	adAnchors = wordSet("advertisement advertisements advertising advert ad ads sponsored promoted continues continue scroll")

	legalWords = wordSet(`privacy policy policies terms of use service conditions and cookie cookies settings
		notice statement manage preferences accept all reject do not sell or share my your personal
		information data california rights legal imprint disclaimer accessibility about contact us
		ad choices adchoices our more learn`)
	legalAnchors = wordSet("privacy terms cookie cookies imprint disclaimer adchoices")

	networks    = wordSet("facebook twitter instagram x youtube linkedin telegram tiktok whatsapp threads bluesky mastodon snapchat")
	followWords = wordSet(`follow us me him her them on like find join our my the channel page and or via at also
		more for updates news facebook twitter instagram x youtube linkedin telegram tiktok whatsapp
		threads bluesky mastodon snapchat email contact author reporter writer tips send by`)

	nameLinks = wordSet(`and in for of at the de da del di la le van von der den bin al el du with
		correspondent editor reporter staff writer senior chief political diplomatic foreign special
		business defence defense security`)

	staffLines = set(`
		staff writer
		staff writers
		staff reporter
		staff and agencies
		our correspondent
		our correspondents`)

	months = map[string]int{}
	// dayWords may stand in a line that says when something was published.
	dayWords = wordSet(`published publish updated update posted post last first modified created date on at issued
		print edition monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu
		thur thurs fri sat sun am pm a p m gmt utc bst ist est edt et cet cest pst pdt pt hours hour
		minutes minute mins min days day ago z th st nd rd`)
	readingVerbs = wordSet("read reading")
	readingWords = wordSet("min mins minute minutes read reading time to estimated approx about")
)

func init() {
	for i, names := range [...]string{"january jan", "february feb", "march mar", "april apr", "may", "june jun",
		"july jul", "august aug", "september sep sept", "october oct", "november nov", "december dec"} {
		for w := range strings.FieldsSeq(names) {
			months[w] = i + 1
		}
	}
}
