package brief

import (
	"crypto/sha256"
	_ "embed" // for the style sheet
	"encoding/base64"
	"strings"
)

//go:embed style.css
var styleSheet string

// Style returns the style sheet of [FormatPage], for a page around a fragment: it
// applies only to article.briefing and what is in it.
func Style() string { return styleSheet }

// styleHash is what the page's policy admits: the SHA-256 of the style sheet.
const styleHash = "sha256-+NYUWhXe4pQPHR7g2KD5GJKfKyXe06kSqmYNx920tzc="

// page returns the document as a whole HTML document. It loads nothing, runs
// nothing, and says so to the browser.
func (d *document) page(o options) []byte {
	p := newMarkup(d, o)
	style := asRead(o.style)
	p.raw("<!DOCTYPE html>\n<html")
	p.attribute("lang", d.lang.String())
	p.attribute("dir", direction(p.rtl))
	p.attribute("class", "briefing-page")
	p.raw(">\n<head>\n<meta charset=\"utf-8\">\n")
	p.raw(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '` + styleHash +
		`'` + d.admitted(style) + `; base-uri 'none'; form-action 'none'">` + "\n")
	p.raw(`<meta name="viewport" content="width=device-width, initial-scale=1">` + "\n")
	p.raw(`<meta name="color-scheme" content="light dark">` + "\n")
	p.raw(`<meta name="referrer" content="no-referrer">` + "\n<title>")
	title := d.title.text()
	if title == "" && len(d.lead) > 0 {
		title = d.lead[0].line.text()
	}
	p.b = appendHTML(p.b, clean(title))
	p.raw("</title>\n<style>" + styleSheet + "</style>\n")
	if style != "" {
		p.raw("<style>" + style + "</style>\n")
	}
	p.raw("</head>\n<body>\n<main>\n")
	p.article(d, o.headingLevel(1))
	p.raw("</main>\n</body>\n</html>\n")
	return p.b
}

// admit returns what the page's policy needs to admit one more style sheet, if
// there is one.
func admit(style string) string {
	if style == "" {
		return ""
	}
	sum := sha256.Sum256([]byte(style))
	return " 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// admitted returns what the policy needs to admit the style sheet, and each one
// that a figure has in it.
func (d *document) admitted(style string) string {
	sums := admit(style)
	for i := range d.sections {
		for _, svg := range d.sections[i].figures {
			rest := string(svg)
			for {
				_, after, found := strings.Cut(rest, "<style>")
				if !found {
					break
				}
				style, rest, _ = strings.Cut(after, "</style>")
				if sum := admit(asRead(style)); !strings.Contains(sums, sum) {
					sums += sum
				}
			}
		}
	}
	return sums
}

// asRead returns a style sheet as a browser reads it before it takes its sum.
func asRead(style string) string {
	return strings.NewReplacer("\r\n", "\n", "\r", "\n", "\x00", "\ufffd").Replace(strings.ToValidUTF8(style, "\ufffd"))
}
