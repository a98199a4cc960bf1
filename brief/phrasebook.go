package brief

import (
	"sync"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
)

// A Phrasebook puts single values into the words of a briefing, for a template,
// a chart or a page. It returns "" for a zero value that means not stated, and
// for a number that is not one of the constants. The zero Phrasebook is in
// English. A Phrasebook is safe for concurrent use.
type Phrasebook struct{ p *phrasebook }

type phrasebook struct {
	mu sync.Mutex
	l  *localizer
}

// NewPhrasebook returns the phrasebook in the language of the tag and with its
// digits; see [Writer.Language].
func NewPhrasebook(tag language.Tag) Phrasebook {
	return Phrasebook{&phrasebook{l: newLocalizer(tag, nil)}}
}

func (p Phrasebook) say(words func(*localizer) line) string {
	if p.p == nil {
		return words(newLocalizer(language.English, nil)).text()
	}
	p.p.mu.Lock()
	defer p.p.mu.Unlock()
	return words(p.p.l).text()
}

func (p Phrasebook) word(of phrase) string {
	return p.say(func(l *localizer) line { return l.word(of) })
}

// Language returns the language of the words, without the digits.
func (p Phrasebook) Language() language.Tag {
	if p.p == nil {
		return language.English
	}
	return p.p.l.lang
}

// RightToLeft reports whether the words are written from right to left.
func (p Phrasebook) RightToLeft() bool { return rightToLeft(p.Language()) }

// Period returns a period, such as "5–12 October 2024" or "since 2016".
func (p Phrasebook) Period(period edtf.Period) string {
	return p.say(func(l *localizer) line { return l.period(period) })
}

// Date returns a date, such as "October 2024".
func (p Phrasebook) Date(d edtf.Date) string {
	return p.say(func(l *localizer) line { return l.date(d, false) })
}

// Name returns what a briefing on d calls the record or nation with the ID: its name
// or gist, or the names of its parties, such as "Pakistan and Russia". For one that
// has none of these it returns the ID.
func (p Phrasebook) Name(d *entente.Dataset, id entente.ID) string {
	return p.say(func(l *localizer) line {
		c := composer{localizer: l, data: d, names: make(map[entente.ID]line)}
		return c.ownName(id)
	})
}

// Number returns a number of things, with the digits and the separators of the
// language.
func (p Phrasebook) Number(n int) string {
	return p.say(func(l *localizer) line { return line{{words: l.count(n)}} })
}

// Year returns a year, or another number that serves as a name, without
// separators.
func (p Phrasebook) Year(n int) string {
	return p.say(func(l *localizer) line { return l.numeral(n) })
}

// Kind returns the name of the records of a kind, in the plural: "exercises".
func (p Phrasebook) Kind(k entente.Kind) string { return p.word(kinds.of(k)) }

// Count returns a number of records of a kind, such as "1 exercise".
func (p Phrasebook) Count(k entente.Kind, n int) string {
	return p.say(func(l *localizer) line { return l.word(kindCounts.of(k), n) })
}

// Form returns how an exercise is run, such as "field exercise".
func (p Phrasebook) Form(f entente.Form) string { return p.word(forms.of(f)) }

// Domain returns a domain of exercises, such as "sea".
func (p Phrasebook) Domain(d entente.Domain) string { return p.word(domains.of(d)) }

// Status returns the stage of an exercise, such as "under way".
func (p Phrasebook) Status(s entente.Status) string { return p.word(statuses.of(s)) }

// Trend returns the trend of a relationship, such as "warming".
func (p Phrasebook) Trend(t entente.Trend) string { return p.word(trends.of(t)) }

// AgreementType returns a type of agreement, such as "treaty".
func (p Phrasebook) AgreementType(t entente.AgreementType) string {
	return p.word(agreementTypes.of(t))
}

// OrganizationType returns a type of organization, such as "ministry".
func (p Phrasebook) OrganizationType(t entente.OrganizationType) string {
	return p.word(organizationTypes.of(t))
}

// Obligation returns what a party to an agreement owes, such as "defence".
func (p Phrasebook) Obligation(o entente.Obligation) string { return p.word(obligations.of(o)) }

// Basis returns what a record rests on, such as "reported".
func (p Phrasebook) Basis(b entente.Basis) string { return p.word(bases.of(b)) }

// Modality returns how firmly a judgement is held, such as "possible".
func (p Phrasebook) Modality(m entente.Modality) string { return p.word(modalities.of(m)) }

// Answer returns the answer of a selection, such as "none found".
func (p Phrasebook) Answer(a entente.Answer) string { return p.word(answers.of(a)) }

// Topic returns a known topic, such as "counterterrorism", and "" for one that a
// file declares; see [entente.Dataset.Topics].
func (p Phrasebook) Topic(t entente.Topic) string { return p.word(topicPhrase(t)) }

// Member returns the name of a member of a record, such as "date" for "when".
func (p Phrasebook) Member(name string) string { return p.word(memberPhrase(name)) }

// List returns the words with commas between them.
func (p Phrasebook) List(words ...string) string {
	return p.say(func(l *localizer) line {
		return l.list(lines(words, func(w string) line { return line{{words: w}} })...)
	})
}
