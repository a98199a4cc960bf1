package brief

import "golang.org/x/text/language"

// list returns the items with commas between them.
func (l *localizer) list(items ...line) line { return l.joined(msgComma, items) }

// joined puts what is between two items of the message between every two. It
// leaves out empty items.
func (l *localizer) joined(by msg, items []line) line {
	n, size := 0, 0
	var only line
	for _, item := range items {
		if len(item) > 0 {
			n, size, only = n+1, size+len(item)+1, item
		}
	}
	if n < 2 {
		return only
	}
	middle := l.between(by)
	all := l.scratch.take(size)
	for _, item := range items {
		switch {
		case len(item) == 0:
			continue
		case len(all) > 0:
			all = append(all, middle)
		}
		all = append(all, item...)
	}
	return all
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

// bracketed returns the words with the details behind them in brackets.
func (l *localizer) bracketed(words line, details ...line) line {
	all := l.list(details...)
	switch {
	case len(all) == 0:
		return words
	case len(words) == 0:
		return all
	}
	return l.sprint(msgBrackets, words, all)
}

// sentence returns the words as a sentence, with a capital and a full stop.
func (l *localizer) sentence(words line) line {
	return l.labelled(msgStop, words.capital())
}
