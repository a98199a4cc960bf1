package explorer

import (
	"net/url"
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
)

// cites returns the passages that support something.
func (v *visit) cites(list []entente.Citation) []cite {
	var cites []cite
	for _, c := range list {
		source, _ := v.data.Source(c.Source)
		one := cite{value: v.sourceName(source), Quote: c.Quote}
		one.Href = v.sourceAt(c.Source)
		var where []string
		if publisher := source.Publisher.Words(v.tag); publisher != "" && !source.Title.IsZero() && publisher != one.Text {
			where = append(where, publisher)
		}
		if !source.Published.IsZero() {
			where = append(where, v.book.Date(source.Published))
		}
		if len(c.Paragraphs) > 0 {
			where = append(where, v.words.paragraphs+" "+v.ranges(c.Paragraphs))
		}
		if c.Locator != "" {
			where = append(where, c.Locator)
		}
		if int(c.Part) < len(v.words.parts) && v.words.parts[c.Part] != "" {
			where = append(where, v.words.parts[c.Part])
		}
		one.Where = v.book.List(where...)
		if source.Language != "" && source.Language != v.code {
			one.QuoteLang = source.Language
		}
		cites = append(cites, one)
	}
	return cites
}

// ranges writes numbers with a dash for three or more in a row.
func (v *visit) ranges(numbers []int) string {
	var words []string
	for i := 0; i < len(numbers); {
		j := i
		for j+1 < len(numbers) && numbers[j+1] == numbers[j]+1 {
			j++
		}
		if j < i+2 {
			words = append(words, v.book.Year(numbers[i]))
			i++
			continue
		}
		words = append(words, v.book.Year(numbers[i])+"–"+v.book.Year(numbers[j]))
		i = j + 1
	}
	return v.book.List(words...)
}

// claims returns what other sources say.
func (v *visit) claims(list []entente.Claim) []field {
	var claims []field
	for _, c := range list {
		f := field{Label: capital(v.member(c.Member)), Cites: v.cites(c.Cites)}
		if words := v.text(c.Words); words.Text != "" {
			f.Values = append(f.Values, words)
		}
		if !c.Value.IsZero() {
			f.Values = append(f.Values, v.claimed(c)...)
		}
		claims = append(claims, f)
	}
	return claims
}

// claimed returns the value of a claim in words: of its own type, as far as that is
// one that a page has words for, and as JSON otherwise.
func (v *visit) claimed(c entente.Claim) []value {
	var text entente.Text
	var id entente.ID
	var ids []entente.ID
	var places []entente.Place
	var number int
	switch c.Member {
	case "when", "in_force", "exists":
		var p edtf.Period
		if c.Value.As(&p) == nil {
			return []value{{Text: v.book.Period(p)}}
		}
	case "strength", "number":
		if c.Value.As(&number) == nil {
			return []value{{Text: v.book.Number(number)}}
		}
	case "places":
		if c.Value.As(&places) == nil {
			l := &fieldList{visit: v}
			l.places(places)
			if len(l.list) == 1 {
				return l.list[0].Values
			}
		}
	case "series", "partnership", "under", "meeting", "about", "by", "nation", "parent", "auspices", "for":
		if c.Value.As(&id) == nil {
			return v.links(id)
		}
	case "parties", "members", "affects", "speakers", "to", "signatories", "commanders":
		if c.Value.As(&ids) == nil {
			return v.links(ids...)
		}
	case "name", "gist", "aims", "nature", "purpose", "meaning", "timing":
		if c.Value.As(&text) == nil {
			return []value{v.text(text)}
		}
	case "status":
		var s entente.Status
		if c.Value.As(&s) == nil {
			return []value{{Text: v.book.Status(s)}}
		}
	case "trend":
		var t entente.Trend
		if c.Value.As(&t) == nil {
			return []value{{Text: v.book.Trend(t)}}
		}
	case "contingents":
		return v.claimedSides(c)
	}
	return []value{{Text: c.Value.String()}}
}

func (v *visit) claimedSides(c entente.Claim) []value {
	var sides []entente.Contingent
	if c.Value.As(&sides) != nil {
		return []value{{Text: c.Value.String()}}
	}
	l := &fieldList{visit: v}
	var list []value
	for _, side := range sides {
		list = append(list, l.contingent(side))
	}
	return list
}

// sourceName returns the title of a source. If it has none, sourceName returns its
// publisher and the host of its address.
func (v *visit) sourceName(s entente.Source) value {
	if title := v.text(s.Title); title.Text != "" {
		return title
	}
	name := v.text(s.Publisher)
	var words []string
	for _, w := range []string{name.Text, hostOf(s.URL)} {
		if w != "" {
			words = append(words, w)
		}
	}
	if name.Text = v.book.List(words...); name.Text == "" {
		name.Text = v.words.untitled
	}
	return name
}

// hostOf returns the host of an address, or "" if it is not one to follow.
func hostOf(address string) string {
	u, err := url.Parse(outside(address))
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}

// sourceFields returns the members of a source in words.
func (v *visit) sourceFields(s entente.Source) []field {
	l := &fieldList{visit: v}
	w := v.words
	l.labelled(w.publisher, v.text(s.Publisher))
	var authors []value
	for _, name := range s.Authors {
		authors = append(authors, value{Text: name})
	}
	l.labelled(w.authors, authors...)
	l.labelled(w.published, value{Text: v.book.Date(s.Published)})
	l.labelled(w.address, value{Text: s.URL, Href: outside(s.URL)})
	l.labelled(w.archived, value{Text: s.Archived, Href: outside(s.Archived)})
	l.labelled(w.read, value{Text: v.book.Date(s.Accessed)})
	l.labelled(w.Language, value{Text: v.languageName(s.Language)})
	if s.Reprints != "" {
		reprinted, _ := v.data.Source(s.Reprints)
		name := v.sourceName(reprinted)
		name.Href = v.sourceAt(s.Reprints)
		l.labelled(w.reprints, name)
	}
	l.labelled(w.note, v.text(s.Note))
	l.identifiers(s.Identifiers, s.Extra)
	return l.list
}

func (v *visit) languageName(code string) string {
	if name := v.words.languages[code]; name != "" {
		return name
	}
	return code
}
