package entente

// The members below belong to one type each; see walker_members.go.

// scheme is a slug, and is there.
func (w *walker) scheme(member, s string) {
	if w.looks {
		w.seeScheme(member, s)
	}
}

func (w *walker) seeScheme(member, s string) {
	w.see(member)
	if w.check != nil {
		w.check.scheme(member, s)
	}
}

// filled is a string that is there and not blank.
func (w *walker) filled(member, s string) {
	if w.looks {
		w.seeFilled(member, s)
	}
}

func (w *walker) seeFilled(member, s string) {
	w.see(member)
	if w.check != nil {
		w.check.filled(member, s)
	}
}

// quote is a short quotation.
func (w *walker) quote(member, s string) {
	if w.looks {
		w.seeQuote(member, s)
	}
}

func (w *walker) seeQuote(member, s string) {
	w.seeString(member, s)
	if w.check != nil && s != "" {
		w.check.quote(member, s)
	}
}

// value is a value of another member of the record that is walked over.
func (w *walker) value(member string, v Value, of string) {
	if w.looks {
		w.seeValue(member, v, of)
	}
}

func (w *walker) seeValue(member string, v Value, of string) {
	w.see(member)
	if w.refs != nil && v.json != "" && w.kind != 0 {
		eachRefIn(v, w.kind, of, w.refs)
	}
	if w.check != nil {
		w.check.value(member, v, of)
	}
}

// topics is the list of a record's topics, each once.
func (w *walker) topics(member string, list *[]Topic) {
	if w.looks || *list != nil {
		w.seeTopics(member, list)
	}
}

func (w *walker) seeTopics(member string, list *[]Topic) {
	if w.copies {
		*list = copied(w.room, *list)
		return
	}
	w.see(member)
	if w.check != nil {
		w.check.topics(member, *list)
	}
}

// paragraphs is a list of numbers from 1.
func (w *walker) paragraphs(member string, list *[]int) {
	if w.looks || *list != nil {
		w.seeParagraphs(member, list)
	}
}

func (w *walker) seeParagraphs(member string, list *[]int) {
	if w.copies {
		*list = copied(w.room, *list)
		return
	}
	w.see(member)
	if w.check != nil {
		w.check.paragraphs(member, *list)
	}
}

// grounds is no member, but what basis and by must be together.
func (w *walker) grounds(f *Fact) {
	if w.looks {
		w.seeGrounds(f.Basis, f.By)
	}
}

func (w *walker) seeGrounds(basis Basis, by ID) {
	if w.check != nil {
		w.check.grounds(basis, by)
	}
}

// claimed is the name of a member of the record that is walked over.
func (w *walker) claimed(member, name string) {
	if w.looks {
		w.seeClaimed(member, name)
	}
}

func (w *walker) seeClaimed(member, name string) {
	w.seeString(member, name)
	if w.check != nil {
		w.check.claimed(member, name)
	}
}

// ownTopic is the topic that is declared.
func (w *walker) ownTopic(member string, t Topic) { w.see(member) }

// broader is another topic.
func (w *walker) broader(member string, t Topic) {
	w.see(member)
	if w.check != nil && t != "" {
		w.check.knownTopic(member, noIndex, t)
	}
}
