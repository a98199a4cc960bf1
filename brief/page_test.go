package brief

import (
	"crypto/sha256"
	"encoding/base64"
	"regexp"
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

// A site that embeds a fragment looks as before.
func TestStyle_IsForBriefingsAlone(t *testing.T) {
	scoped := regexp.MustCompile(`^(\.briefing\b|:where\(\.briefing[-.,\w ]*\))`)
	sheet := regexp.MustCompile(`(?s)/\*.*?\*/`).ReplaceAllString(styleSheet, "")
	rules := regexp.MustCompile(`([^{};]+)\{`).FindAllStringSubmatch(sheet, -1)
	for _, rule := range rules {
		selectors := strings.TrimSpace(rule[1])
		if strings.HasPrefix(selectors, "@media ") || selectors == "@page briefing" {
			continue
		}
		depth := 0
		for _, selector := range strings.FieldsFunc(selectors, func(r rune) bool {
			switch r {
			case '(':
				depth++
			case ')':
				depth--
			}
			return r == ',' && depth == 0
		}) {
			if !scoped.MatchString(strings.TrimSpace(selector)) {
				t.Errorf("the style sheet has %q", selector)
			}
		}
	}
	if len(rules) < 50 || !strings.Contains(string((&document{}).page(options{})), ` class="briefing-page">`) {
		t.Errorf("%d rules, or a page without its class", len(rules))
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
