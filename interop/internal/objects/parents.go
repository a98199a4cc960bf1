package objects

import "github.com/entente-go/entente"

// Parents collects the references from organizations to those of which they are
// a part. The zero Parents has none.
type Parents struct {
	key  string
	list []parent
}

type parent struct {
	child        int
	id           string
	line, column int
}

// Add adds that the organization with the index child is a part of the one that
// the file calls id. Key is the member that says so, the same for all.
func (p *Parents) Add(key string, child int, id string, line, column int) {
	p.key = key
	p.list = append(p.list, parent{child, id, line, column})
}

// Resolve sets the parents. Index holds the organizations by the IDs of the file.
// A reference to none, or one that would make an organization a part of itself,
// is kept as extra and reported.
func (p *Parents) Resolve(orgs []entente.Organization, index map[string]int, report func(line, column int, reason string)) {
	top := make(heads, len(orgs))
	for i := range top {
		top[i] = i
	}
	for _, l := range p.list {
		i, ok := index[l.id]
		reason := "an organization is a part of itself"
		switch {
		case !ok:
			reason = "no organization has the id " + Quote(l.id)
		case top.of(i) != l.child:
			top[l.child] = top.of(i)
			orgs[l.child].Parent = orgs[i].ID
			continue
		}
		report(l.line, l.column, reason+"; kept as extra "+p.key)
		kept := entente.KeyValue{Key: p.key, Value: KeepText(l.id)}
		orgs[l.child].Extra = Sorted(append(orgs[l.child].Extra, kept))
	}
}

// heads holds for each organization one that is above it, or itself at the top.
type heads []int

func (h heads) of(i int) int {
	for h[i] != i {
		h[i] = h[h[i]]
		i = h[i]
	}
	return i
}
