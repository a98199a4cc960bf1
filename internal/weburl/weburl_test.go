package weburl

import "testing"

func TestScheme_IsThatOfTheAddressAlone(t *testing.T) {
	t.Parallel()
	const archived = "web.archive.org/web/2024/https://example.org/"
	for _, tt := range []struct{ in, scheme, rest, with string }{
		{"", "", "", ""},
		{"https://example.org/", "https", "example.org/", "https://example.org/"},
		{"HTTP://example.org", "HTTP", "example.org", "HTTP://example.org"},
		{"example.org:80/a", "", "example.org:80/a", "https://example.org:80/a"},
		{archived, "", archived, "https://" + archived},
		{"https://" + archived, "https", archived, "https://" + archived},
		{"example.org?of=http://a.example", "", "example.org?of=http://a.example", "https://example.org?of=http://a.example"},
		{"example.org#http://a.example", "", "example.org#http://a.example", "https://example.org#http://a.example"},
	} {
		if scheme, rest := CutScheme(tt.in); scheme != tt.scheme || rest != tt.rest {
			t.Errorf("CutScheme(%q) = %q, %q, want %q, %q", tt.in, scheme, rest, tt.scheme, tt.rest)
		}
		if with := WithScheme(tt.in); with != tt.with {
			t.Errorf("WithScheme(%q) = %q, want %q", tt.in, with, tt.with)
		}
	}
}
