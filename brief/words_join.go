package brief

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"
)

// lines returns each of the values in words.
func lines[T any](values []T, tell func(T) line) []line {
	list := make([]line, len(values))
	for i, v := range values {
		list[i] = tell(v)
	}
	return list
}

// list returns the items with commas between them.
func (l *localizer) list(items ...line) line { return l.joined(msgComma, items) }

// joined returns the items with the words between them that the message has
// between its arguments. It leaves out empty items.
func (l *localizer) joined(by msg, items []line) line {
	return l.divided(items, func() run { return l.between(by) })
}

// between returns the words that a message has between its two arguments.
func (l *localizer) between(by msg) run {
	blank := line{}
	words, lang := l.template(msgs.of(by), []any{blank, blank})
	for i, s := range words {
		if i > 0 && words[i-1].arg >= 0 && s.arg >= 0 {
			if !sameLanguage(lang, l.lang) {
				l.missing[msgs.of(by)] = true
			}
			return run{words: s.words, lang: lang}
		}
	}
	return run{words: ", ", lang: language.Und}
}

// labelled returns the message with the words in it, or nothing for no words.
func (l *localizer) labelled(m msg, words line) line {
	if len(words) == 0 {
		return nil
	}
	return l.sprint(m, words)
}

// bracketed returns the words followed by the details in brackets.
func (l *localizer) bracketed(words line, details ...line) line {
	all := l.list(details...)
	switch {
	case len(all) == 0:
		return words
	case len(words) == 0:
		return all
	case strings.HasSuffix(words[len(words)-1].words, ")"): // one pair of brackets after another is hard to read
		return l.list(words, all)
	}
	return l.sprint(msgBrackets, words, l.unbracketed(all))
}

// unbracketed returns the line with commas for the brackets in it, so that it can
// be put into brackets.
func (l *localizer) unbracketed(from line) line {
	if !slices.ContainsFunc(from, func(r run) bool { return strings.Contains(r.words, " (") }) {
		return from
	}
	comma := l.between(msgComma).words
	out := append(l.scratch.take(len(from)), from...)
	open := 0
	for i, r := range out {
		if r.solid || !strings.ContainsAny(r.words, "()") {
			continue
		}
		var b strings.Builder
		for s := r.words; s != ""; {
			switch {
			case strings.HasPrefix(s, " (") && abbreviated(s[2:]) > 0: // "لیفٹیننٹ جنرل (ر)"
				n := 2 + abbreviated(s[2:])
				b.WriteString(s[:n])
				s = s[n:]
			case strings.HasPrefix(s, " ("):
				open++
				b.WriteString(comma)
				s = s[2:]
			case s[0] == ')' && open > 0:
				open--
				s = s[1:]
				if strings.HasPrefix(s, " ") && !strings.HasPrefix(s, " (") {
					b.WriteString(comma)
					s = s[1:]
				} else if s == "" && i+1 < len(out) && strings.HasPrefix(out[i+1].words, " ") && !strings.HasPrefix(out[i+1].words, " (") {
					b.WriteString(strings.TrimSuffix(comma, " "))
				}
			default:
				b.WriteByte(s[0])
				s = s[1:]
			}
		}
		out[i].words = b.String()
	}
	return out
}

// abbreviated returns the length of what ends a bracket if that has one or two
// letters, and otherwise 0.
func abbreviated(s string) int {
	end := strings.IndexByte(s, ')')
	if end < 0 || utf8.RuneCountInString(s[:end]) > 2 {
		return 0
	}
	return end + 1
}

// sentence returns the words as a sentence, with a capital and a full stop.
func (l *localizer) sentence(words line) line {
	return l.labelled(msgStop, words.capital())
}
