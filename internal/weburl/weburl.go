// Package weburl tells the scheme of a web address from the rest. The address of
// a source may lack its scheme.
package weburl

import "strings"

// CutScheme returns the scheme of an address, or "", and what follows it. A scheme
// inside an address, as in "web.archive.org/web/2024/https://example.org/", is not
// that of the address.
func CutScheme(s string) (scheme, rest string) {
	scheme, rest, ok := strings.Cut(s, "://")
	if !ok || strings.ContainsAny(scheme, "/?#") {
		return "", s
	}
	return scheme, rest
}

// WithScheme returns an address with https if it has no scheme. An empty address
// stays empty.
func WithScheme(s string) string {
	if scheme, _ := CutScheme(s); s == "" || scheme != "" {
		return s
	}
	return "https://" + s
}
