package brief

import (
	"strings"

	"github.com/entente-go/entente"
)

// The keys of the words for the values of enumerations. Index 0 stands for the
// zero value, of which nothing is said.

var (
	trendKeys = []string{"", "The ties are warming.", "The ties are steady.", "The ties are growing.",
		"The ties are strained.", "The ties are cooling."}
	statusKeys = []string{"", "Status: wished for by a side.", "Status: planned.", "Status: under way.",
		"Status: held.", "Status: cancelled."}
	roleKeys   = []string{"Part not said: %[1]s.", "Hosted by: %[1]s.", "Taking part: %[1]s.", "Observing: %[1]s."}
	domainKeys = []string{"", "land", "sea", "air", "cyberspace", "space", "special operations"}
	formKeys   = []string{"", "field exercise", "command-post exercise", "tabletop exercise", "passing exercise of ships"}

	organizationTypeKeys = []string{"", "ministry", "armed service", "unit", "headquarters", "centre",
		"press office", "company", "legislature", "committee", "another body"}
	agreementTypeKeys = []string{"", "treaty", "framework agreement", "memorandum of understanding", "contract",
		"protocol", "arrangement of ministries", "joint document"}

	speechActKeys = []string{"", "%[1]s said that %[2]s.", "%[1]s stressed that %[2]s.", "%[1]s reaffirmed that %[2]s.",
		"%[1]s spoke in praise, saying that %[2]s.", "%[1]s acknowledged that %[2]s.", "%[1]s expressed a wish, saying that %[2]s.",
		"%[1]s gave a pledge, saying that %[2]s.", "%[1]s proposed that %[2]s.", "%[1]s announced that %[2]s.",
		"%[1]s agreed that %[2]s.", "%[1]s denied that %[2]s.", "%[1]s warned that %[2]s."}

	// By the source; by another; by another, as the source says.
	modalityKeys = []string{"", "The source judges: %[1]s.", "Likely: %[1]s.", "Possibly: %[1]s."}
	judgedKeys   = []string{"", "%[1]s judges: %[2]s.", "Likely, as %[1]s judges: %[2]s.", "Possibly, as %[1]s judges: %[2]s."}
	saidKeys     = []string{"", "%[1]s is said to judge: %[2]s.", "Likely, as %[1]s is said to judge: %[2]s.",
		"Possibly, as %[1]s is said to judge: %[2]s."}
	degreeKeys      = []string{"", "without a hedge: %[1]d", "likely: %[1]d", "possible: %[1]d"}
	degreeGroupKeys = []string{"", "Stated without a hedge", "Held to be likely", "Held to be possible"}

	basisKeys = []string{"", "reported as so: %[1]d", "as somebody's words: %[1]d", "as a judgement: %[1]d"}
	leadKeys  = []string{"", "", "According to %[1]s: ", "In the judgement of %[1]s: "}

	partKeys = []string{"paragraphs %[1]s", "the text, paragraphs %[1]s", "takeaways, paragraphs %[1]s",
		"headings, paragraphs %[1]s", "headlines of other items, paragraphs %[1]s"}
	partWordKeys = []string{"", "text", "takeaway", "heading", "headline of another item"}

	kindKeys = []string{"", "nations", "blocs", "regions", "organizations", "officials", "partnerships", "agreements",
		"series of exercises", "exercises", "meetings", "statements", "judgements"}

	// memberKeys is a list and no map, which would be made at start-up.
	memberKeys = [...]struct{ member, key string }{
		{"when", "the date"},
		{"timing", "the time in words"},
		{"topics", "the topics"},
		{"name", "the name"},
		{"aliases", "the other names"},
		{"abbreviation", "the abbreviation"},
		{"members", "the members"},
		{"m49", "the M49 code"},
		{"type", "the type"},
		{"nation", "the nation"},
		{"parent", "the body above it"},
		{"postings", "the posts"},
		{"parties", "the parties"},
		{"nature", "the nature of the ties"},
		{"trend", "the direction of the ties"},
		{"signatories", "the signatories"},
		{"place", "the place"},
		{"in_force", "the time in force"},
		{"partnership", "the partnership"},
		{"under", "the agreement above it"},
		{"gist", "the content"},
		{"meaning", "the meaning of the name"},
		{"series", "the series"},
		{"number", "the number in the series"},
		{"status", "the status"},
		{"contingents", "the forces taking part"},
		{"strength", "the number of people"},
		{"aims", "the aims"},
		{"domains", "the domains"},
		{"form", "the form"},
		{"attendees", "those present"},
		{"auspices", "the auspices"},
		{"purpose", "the purpose"},
		{"speakers", "the speakers"},
		{"for", "in whose name"},
		{"to", "those addressed"},
		{"act", "the way of saying it"},
		{"meeting", "the meeting"},
		{"about", "the subject"},
		{"affects", "those affected"},
		{"modality", "the degree"},
		{"hedge", "the hedge"},
	}
)

// memberKey returns the key of the words for a member of a record, or "".
func memberKey(member string) string {
	for _, m := range memberKeys {
		if m.member == member {
			return m.key
		}
	}
	return ""
}

// keyOf returns the key of a value, or "" if nothing is said of it.
func keyOf[E ~uint8](keys []string, e E) string {
	if int(e) >= len(keys) {
		return ""
	}
	return keys[e]
}

// enum returns the words for a value, or nothing.
func enum[E ~uint8](v *voice, keys []string, e E) line {
	if key := keyOf(keys, e); key != "" {
		return v.say(key)
	}
	return nil
}

// topic returns what to call a topic: as the dataset declares it, or as this
// package knows it, or the topic itself.
func (c *composer) topic(t entente.Topic) line {
	if name := c.topics[t]; !name.IsZero() {
		return c.words(name)
	}
	if key := strings.ReplaceAll(string(t), "-", " "); c.v.knows(key) {
		return c.v.say(key)
	}
	return code(string(t))
}
