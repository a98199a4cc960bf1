package brief

import (
	"crypto/sha256"
	"encoding/base64"
	"strings"
	"testing"
	"unicode/utf8"
)

// A browser applies the style sheet only if the policy names it.
func TestPage_PolicyAdmitsTheStyleSheet(t *testing.T) {
	sum := sha256.Sum256([]byte(styleSheet))
	if want := "sha256-" + base64.StdEncoding.EncodeToString(sum[:]); styleHash != want {
		t.Errorf("style.css has changed: write styleHash = %q", want)
	}
}

func TestPage_LoadsNothing(t *testing.T) {
	for _, loading := range []string{"url(", "@import", "@font-face", "</", "http"} {
		if strings.Contains(styleSheet, loading) {
			t.Errorf("the style sheet has %q", loading)
		}
	}
}

func TestPage_AdmitsItsStyleSheets(t *testing.T) {
	t.Parallel()
	for _, style := range []string{"", ".entente-chart{fill:none}\n", "p{}\r\nq{}\ra{content:\"\xff\"}"} {
		out := string((&document{}).page(options{style: style}))
		_, policy, _ := strings.Cut(out, "style-src ")
		policy, _, _ = strings.Cut(policy, ";")
		var want []string
		for rest := out; ; {
			var sheet string
			var ok bool
			if _, rest, ok = strings.Cut(rest, "<style>"); !ok {
				break
			}
			sheet, rest, _ = strings.Cut(rest, "</style>")
			sum := sha256.Sum256([]byte(sheet))
			want = append(want, "'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'")
		}
		if policy != strings.Join(want, " ") || strings.Contains(out, "\r") || !utf8.ValidString(out) {
			t.Errorf("with the style sheet %q the policy is %s, want %s", style, policy, want)
		}
	}
}
