package entente

// The members below belong to one type each; see walker_members.go.

// scheme is a slug, and is there.
func (w *walker) scheme(member, s string) {
	w.see(member)
	if w.check != nil {
		w.check.scheme(member, s)
	}
}

// filled is a string that is there and not blank.
func (w *walker) filled(member, s string) {
	w.see(member)
	if w.check != nil {
		w.check.filled(member, s)
	}
}

// quote is a short quotation.
func (w *walker) quote(member, s string) {
	w.string(member, s)
	if w.check != nil && s != "" {
		w.check.quote(member, s)
	}
}

// value is a value of another member of the record that is walked over.
func (w *walker) value(member string, v Value, of string) {
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
	w.see(member)
	if w.check != nil {
		w.check.topics(member, *list)
	}
}

// paragraphs is a list of numbers from 1.
func (w *walker) paragraphs(member string, list *[]int) {
	w.see(member)
	if w.check != nil {
		w.check.paragraphs(member, *list)
	}
}

// grounds is no member, but what basis and by must be together.
func (w *walker) grounds(f *Fact) {
	if w.check != nil {
		w.check.grounds(f.Basis, f.By)
	}
}

// claimed is the name of a member of the record that is walked over.
func (w *walker) claimed(member, name string) {
	w.string(member, name)
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
