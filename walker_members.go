package entente

// The methods below are what a member can be.

// plain is a member that has no slice, reference, name or words: a date, a
// truth value.
func (w *walker) plain(member string) {
	w.see(member)
}

// see calls visit for a member.
func (w *walker) see(member string) {
	if w.visit != nil {
		w.visit(w.at(member))
	}
}

// ownID is the ID of what is walked over, which is a name of it.
func (w *walker) ownID(member string, id ID) {
	w.see(member)
	if w.names != nil {
		w.names(string(id))
	}
}

// text is words, and no name.
func (w *walker) text(member string, t Text, n want) {
	w.see(member)
	if w.check != nil {
		w.check.text(member, t, n)
	}
}

// name is words by which a record is found.
func (w *walker) name(member string, t Text, n want) {
	w.text(member, t, n)
	if w.names != nil {
		for _, words := range t.phrases {
			w.names(words)
		}
	}
}

// string is a string, and no name.
func (w *walker) string(member, s string) {
	w.see(member)
	if w.check != nil {
		w.check.words(member, noIndex, s)
	}
}

// address is that of a page.
func (w *walker) address(member, s string) {
	w.see(member)
	if w.check != nil {
		w.check.address(member, s)
	}
}

// number is a number that counts, from 0 to maxCount.
func (w *walker) number(member string, n int) {
	w.see(member)
	if w.check != nil && (n < 0 || n > maxCount) {
		w.check.outOfRange(member, n)
	}
}

// enum is a value of an enumeration.
func (w *walker) enum(member string, v uint8, e *enum, n want) {
	w.see(member)
	if w.check != nil && !e.has(v) {
		w.check.enum(member, noIndex, v, e, n)
	}
}

// id is a reference.
func (w *walker) id(member string, id ID, to kindSet, role refRole, n want) {
	w.see(member)
	if id == "" && n == optional {
		return
	}
	if w.refs != nil {
		w.refs(ref{id, to, role})
	}
	if w.check != nil {
		w.check.link(member, noIndex, ref{id, to, role})
	}
}

func (w *walker) enter(member string, index int) {
	w.around[w.depth] = step{member, index}
	w.depth++
}

func (w *walker) leave() { w.depth-- }

// ids is a list of at least so many references, each once.
func (w *walker) ids(member string, list *[]ID, to kindSet, role refRole, atLeast int) {
	w.see(member)
	if w.refs != nil {
		for i, id := range *list {
			w.nth = i + 1
			w.refs(ref{id, to, role})
		}
		w.nth = 0
	}
	if w.check != nil {
		w.check.atLeast(atLeast, member, len(*list))
		w.check.distinct(member, *list)
		for i, id := range *list {
			w.check.link(member, i, ref{id, to, role})
		}
	}
}

// strings is a list of words, each once, none of them empty.
func (w *walker) strings(member string, list *[]string) {
	w.see(member)
	if w.check != nil {
		w.check.strings(member, *list)
	}
}

// aliases is names by which a record is found.
func (w *walker) aliases(member string, n Names) {
	w.see(member)
	if w.check != nil {
		w.check.names(member, n)
	}
	if w.names != nil {
		for _, name := range n.phrases {
			w.names(name)
		}
	}
}

// extra is a sorted list of keys and values.
func (w *walker) extra(member string, x *Extra) {
	w.see(member)
	if w.check != nil {
		w.check.extra(member, *x)
	}
}

// point is a point on the Earth.
func (w *walker) point(member string, p Point) {
	w.see(member)
	if w.check != nil {
		w.check.point(member, p)
	}
}

// enums is a list of values of an enumeration, each once.
func enums[E ~uint8](w *walker, member string, list *[]E, e *enum) {
	w.see(member)
	if w.check == nil {
		return
	}
	for i, v := range *list {
		if !e.has(uint8(v)) {
			w.check.enum(member, i, uint8(v), e, required)
		}
	}
	repeated(*list, func(i int, v E) {
		if e.has(uint8(v)) {
			w.check.twice(member, i, e.what+" "+quote(e.names[v]))
		}
	})
}

// objects is a list of at least so many objects.
func objects[T any, P interface {
	*T
	walk(*walker)
}](w *walker, member string, list *[]T, atLeast int) {
	w.enterList(member, len(*list), atLeast)
	for i := range *list {
		w.around[w.depth-1].index = i
		P(&(*list)[i]).walk(w)
	}
	w.leave()
}

func (w *walker) enterList(member string, n, atLeast int) {
	w.see(member)
	if w.check != nil {
		w.check.atLeast(atLeast, member, n)
	}
	w.enter(member, noIndex)
}

// citations is a list of citations. A record or claim must have one. It does what
// objects does, and is quicker, since the compiler knows the type.
func (w *walker) citations(member string, list *[]Citation, n want) {
	w.enterCitations(member, *list, n)
	for i := range *list {
		w.around[w.depth-1].index = i
		(*list)[i].walk(w)
	}
	w.leave()
}

func (w *walker) enterCitations(member string, list []Citation, need want) {
	switch {
	case w.check == nil:
	case need == required && len(list) == 0:
		w.check.uncited(member)
	case len(list) > 1:
		w.check.citations(member, list)
	}
	w.enterList(member, len(list), 0)
}

// identifiers is a list of identifiers, each once.
func identifiers(w *walker, member string, list *[]Identifier) {
	if w.check != nil {
		w.check.identifiers(member, *list)
	}
	objects(w, member, list, 0)
}
