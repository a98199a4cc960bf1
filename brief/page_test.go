package brief

import (
	"crypto/sha256"
	"encoding/base64"
	"strings"
	"testing"
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
