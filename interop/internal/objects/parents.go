package objects

import (
	"strconv"

	"github.com/entente-go/entente"
)

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

// maxChain is how long a dataset allows a chain of parents to be.
const maxChain = 100

// Resolve sets the parents. Index holds the organizations by the IDs of the file.
// A reference to none, one that would make an organization a part of itself, and
// one that would make a chain too long, is kept as extra and reported.
func (p *Parents) Resolve(
	orgs []entente.Organization, index map[string]int, report func(line, column int, reason string),
) {
	above := make(map[int]int)  // the parents that are set
	height := make(map[int]int) // how many links lead down from an organization
	for _, l := range p.list {
		parent, known := index[l.id]
		reason := ""
		links := 1
		for at, ok := parent, known; ok; at, ok = above[at] {
			if at == l.child {
				reason = "an organization is a part of itself"
				break
			}
			links++
		}
		switch {
		case !known:
			reason = "no organization has the id " + Quote(l.id)
		case reason == "" && links-1+height[l.child] > maxChain:
			reason = "a chain of more than " + strconv.Itoa(maxChain) + " organizations"
		}
		if reason != "" {
			report(l.line, l.column, reason+"; kept as extra "+p.key)
			kept := entente.KeyValue{Key: p.key, Value: KeepText(l.id)}
			orgs[l.child].Extra = Sorted(append(orgs[l.child].Extra, kept))
			continue
		}
		above[l.child] = parent
		orgs[l.child].Parent = orgs[parent].ID
		h := height[l.child]
		for at, ok := parent, true; ok && height[at] <= h; at, ok = above[at] {
			h++
			height[at] = h
		}
	}
}
