package objects

import (
	"hash/fnv"
	"strconv"
	"strings"

	"github.com/entente-go/entente"
)

// IDs gives out IDs, each once. The zero IDs has given none.
type IDs struct{ taken map[entente.ID]bool }

// New returns the ID for what a file calls by another: the prefix and a slug of
// it, such as "person-9ba66d41". It is the same in every file. Only if it is
// taken, a number follows it, and New reports false.
func (d *IDs) New(prefix, foreign string) (id entente.ID, asIs bool) {
	id = Slug(prefix, foreign)
	if d.taken == nil {
		d.taken = make(map[entente.ID]bool)
	}
	free, asIs := id, true
	for n := 2; d.taken[free]; n++ {
		asIs = false
		suffix := "-" + strconv.Itoa(n)
		free = entente.ID(cut(string(id), maxID-len(suffix)) + suffix)
	}
	d.taken[free] = true
	return free, asIs
}

const maxID = 64

// Slug returns the ID that [IDs.New] gives for what nothing else is called. If
// letters other than ASCII ones are left out, or the end, a hash of the whole
// takes their place. A prefix that is there is not added.
func Slug(prefix, foreign string) entente.ID {
	if strings.HasPrefix(strings.ToLower(foreign[:min(len(foreign), len(prefix))]), prefix) {
		foreign = foreign[len(prefix):] // which has it
	}
	b := append(make([]byte, 0, maxID), prefix...)
	lossy := false
	for i := range len(foreign) {
		switch c := foreign[i]; {
		case c >= 'A' && c <= 'Z':
			b = append(b, c+'a'-'A')
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
			if len(b) == 0 && c <= '9' {
				b = append(b, "n-"...) // an ID begins with a letter
			}
			b = append(b, c)
		case c >= 0x80:
			lossy = true
			fallthrough
		default:
			if len(b) > 0 && b[len(b)-1] != '-' {
				b = append(b, '-')
			}
		}
		if len(b) > maxID+1 {
			lossy = true
			break
		}
	}
	s := cut(string(b), maxID)
	if lossy || len(s) <= len(prefix)-1 || len(b) > maxID || s == "" {
		h := fnv.New32a()
		h.Write([]byte(foreign))
		sum := strconv.FormatUint(uint64(h.Sum32())|1<<32, 16)[1:]
		if s = cut(s, maxID-1-len(sum)); s == "" {
			s = "n"
		}
		s += "-" + sum
	}
	return entente.ID(s)
}

// cut returns the first bytes of a slug, without a hyphen at the end.
func cut(s string, most int) string {
	s = s[:min(len(s), most)]
	for s != "" && s[len(s)-1] == '-' {
		s = s[:len(s)-1]
	}
	return s
}
