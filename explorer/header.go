package explorer

import (
	"net/url"
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/internal/weburl"
)

// A Link leads to a page of the site around a handler.
type Link struct {
	// URL is an address of http or https, or a path that begins with a slash. With
	// any other, the name is shown but leads nowhere.
	URL string
	// Name is what the link says, in the languages of the site. A page shows it in
	// its own language or the best match. A Link without a name is not shown.
	Name entente.Text
}

// address returns the address that a page may link to, or "".
func (l Link) address() string {
	u, err := url.Parse(l.URL)
	switch scheme, _ := weburl.CutScheme(l.URL); {
	case err != nil || strings.Contains(l.URL, `\`): // which browsers take for a slash
		return ""
	case strings.HasPrefix(l.URL, "/") && !strings.HasPrefix(l.URL, "//"):
		return u.String()
	case scheme != "":
		return outside(l.URL)
	}
	return ""
}

// around returns the links to the site around the handler.
func (v *visit) around() []value {
	var list []value
	for _, l := range v.header {
		if name := v.text(l.Name); name.Text != "" {
			name.Href = l.address()
			list = append(list, name)
		}
	}
	return list
}
