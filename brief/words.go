package brief

import (
	"strings"
	"time"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
)

// vocabularies lists the languages of this package. English, in which every
// other language finds what it lacks, comes first.
var vocabularies = [...]*vocabulary{&english, &russian, &urdu}

// A vocabulary is all the words of one language. Each has a file, words_xx.go,
// which the compiler lays out: there is nothing to build at start-up.
//
// In the words, %[1]d is a number and %[1]s is other words, numbered as the
// arguments of [localizer.sprint]. Names are put in as they are, in the
// nominative. Words that depend on a number have a form for each of plurals,
// divided by bars.
type vocabulary struct {
	lang      string
	plurals   []plural.Form // the last is also the form for every other number
	definite  []string      // how names begin that take an article in a sentence
	manifold  []string      // first words of names that take a verb in the plural; "-X" is an ending
	exercise  []string      // words for an exercise, with which its name may begin
	endings   string        // the letters in which cases of a name differ
	styles    []string      // words of a state's long name that its short name lacks
	adverbs   []string      // how words begin that tell a time in a sentence; "-X" is an ending
	capitals  bool          // whether the cells of a table begin with a capital
	editions  []string      // words at the end of a name that tell the first edition, the second and so on
	words     [tableEnd][]string
	topics    []named[entente.Topic]
	members   []named[string] // of records, by their names in a file
	languages []named[string] // by tag
}

type named[K ~string] struct {
	key   K
	words string
}

// A phrase is the place of some words in a vocabulary. The zero phrase and a
// phrase that English has no words for print nothing.
type phrase struct {
	table uint8
	index uint8  // in a list of words
	name  string // in one of the lists that have names
}

// A wordlist is a list of words in a vocabulary, indexed by values of type E.
type wordlist[E ~uint8 | ~int] uint8

func (t wordlist[E]) of(e E) phrase { return phrase{table: uint8(t), index: uint8(e)} }

const (
	msgs              wordlist[msg]                      = iota
	trends            wordlist[entente.Trend]            = iota
	obligations       wordlist[entente.Obligation]       = iota
	agreementTypes    wordlist[entente.AgreementType]    = iota
	organizationTypes wordlist[entente.OrganizationType] = iota
	statuses          wordlist[entente.Status]           = iota
	exerciseLeads     wordlist[entente.Status]           = iota // with words for the zero Status
	roles             wordlist[entente.Role]             = iota // with words for the zero Role
	domains           wordlist[entente.Domain]           = iota
	forms             wordlist[entente.Form]             = iota
	speechActs        wordlist[entente.SpeechAct]        = iota // none for SpeechActWished: the gist says the wish
	modalities        wordlist[entente.Modality]         = iota
	leads             wordlist[entente.Basis]            = iota // none for BasisReported
	bases             wordlist[entente.Basis]            = iota
	parts             wordlist[entente.Part]             = iota
	paragraph         wordlist[entente.Part]             = iota // with words for the zero Part, none for PartBody
	paragraphs        wordlist[entente.Part]             = iota // with words for the zero Part, none for PartBody
	kinds             wordlist[entente.Kind]             = iota
	kindCounts        wordlist[entente.Kind]             = iota
	answers           wordlist[entente.Answer]           = iota
	months            wordlist[time.Month]               = iota
	monthsOf          wordlist[time.Month]               = iota // after "from" or "since", and before a year
	dates             wordlist[edtf.Precision]           = iota
	datesOf           wordlist[edtf.Precision]           = iota // after "from" or "since"
	seasons           wordlist[edtf.Season]              = iota
	seasonsOf         wordlist[edtf.Season]              = iota // after "from" or "since"
	changeMsgs        wordlist[changeMsg]                = iota
	changeMembers     wordlist[changeMember]             = iota
	changeKinds       wordlist[entente.Kind]             = iota // with words for the zero Kind: sources
	tableEnd                                             = iota
)

// The lists that have names follow the tables.
const (
	topicNames uint8 = tableEnd + iota
	memberNames
	languageNames
)

func topicPhrase(t entente.Topic) phrase { return phrase{table: topicNames, name: string(t)} }
func memberPhrase(member string) phrase  { return phrase{table: memberNames, name: member} }

// languagePhrase looks at the language and its script alone.
func languagePhrase(tag language.Tag) phrase {
	base, _ := tag.Base()
	for _, l := range english.languages {
		if strings.HasPrefix(l.key, base.String()) && sameLanguage(tag, language.Make(l.key)) {
			return phrase{table: languageNames, name: l.key}
		}
	}
	return phrase{}
}

// contexts begin the keys of words that are too short to tell what they mean.
var contexts = [...]string{
	trends: "trend: ", obligations: "obligation: ", agreementTypes: "agreement: ", organizationTypes: "organization: ",
	statuses: "status: ", domains: "domain: ", forms: "form: ", modalities: "modality: ", bases: "basis: ",
	parts: "part: ", kinds: "kind: ", answers: "answer: ", monthsOf: "of ", seasons: "season: ", seasonsOf: "of season: ",
	changeMsgs: "change: ", changeMembers: "changed member: ", changeKinds: "changed: ",
	dates: "date: ", datesOf: "since date: ", topicNames: "topic: ", memberNames: "member: ", languageNames: "language: ",
}

// key returns what a caller's catalogue calls the phrase.
func (p phrase) key() string {
	forms := strings.Split(english.get(p), "|")
	switch p {
	case msgs.of(msgYears):
		return "years: " + forms[0]
	case msgs.of(msgPieceDays):
		return "days: " + forms[0]
	case msgs.of(msgPieceDuring):
		return "during: " + forms[0]
	case msgs.of(msgPieceWhen):
		return "when: " + forms[0]
	}
	return contexts[p.table] + forms[len(forms)-1]
}

// get returns the words of the phrase with all their forms, or "".
func (v *vocabulary) get(p phrase) string {
	switch p.table {
	case topicNames:
		return find(v.topics, entente.Topic(p.name))
	case memberNames:
		return find(v.members, p.name)
	case languageNames:
		return find(v.languages, p.name)
	}
	if list := v.words[p.table]; int(p.index) < len(list) {
		return list[p.index]
	}
	return ""
}

func find[K ~string](list []named[K], key K) string {
	for _, n := range list {
		if n.key == key {
			return n.words
		}
	}
	return ""
}

// form returns which of the forms is the one for the number n.
func (v *vocabulary) form(forms int, tag language.Tag, n int) int {
	want := pluralForm(tag, n)
	for i, f := range v.plurals[:forms-1] {
		if f == want {
			return i
		}
	}
	return forms - 1
}

// isManifold reports whether a verb of which the name is the subject is in the
// plural.
func (v *vocabulary) isManifold(name string) bool {
	first, _, _ := strings.Cut(name, " ")
	for _, m := range v.manifold {
		if ending, ok := strings.CutPrefix(m, "-"); ok && strings.HasSuffix(first, ending) || first == m {
			return true
		}
	}
	return false
}

func pluralForm(tag language.Tag, n int) plural.Form {
	return plural.Cardinal.MatchPlural(tag, n%10_000_000, 0, 0, 0, 0)
}

// phrases returns every phrase of the vocabulary, table by table.
func (v *vocabulary) phrases() []phrase {
	var all []phrase
	for t, list := range v.words {
		for i, words := range list {
			if words != "" {
				all = append(all, phrase{table: uint8(t), index: uint8(i)})
			}
		}
	}
	for _, n := range v.topics {
		all = append(all, topicPhrase(n.key))
	}
	for _, n := range v.members {
		all = append(all, memberPhrase(n.key))
	}
	for _, n := range v.languages {
		all = append(all, phrase{table: languageNames, name: n.key})
	}
	return all
}
