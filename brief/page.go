package brief

import (
	"crypto/sha256"
	_ "embed" // for the style sheet
	"encoding/base64"
	"strings"
)

//go:embed style.css
var styleSheet string

// Style returns the style sheet of [FormatPage], for a page around a fragment.
func Style() string { return styleSheet }

// styleHash is what the page's policy admits: the SHA-256 of the style sheet.
const styleHash = "sha256-Io23J9POt7sh89gZDRgvc3Kt2NCV8jVSL6lhjDs8/Us="

// page returns the document as a whole HTML document. It loads nothing, runs
// nothing, and says so to the browser.
func (d *document) page(o options) []byte {
	p := newMarkup(d, o)
	style := asRead(o.style)
	p.raw("<!DOCTYPE html>\n<html")
	p.attribute("lang", d.lang.String())
	p.attribute("dir", direction(p.rtl))
	p.raw(">\n<head>\n<meta charset=\"utf-8\">\n")
	p.raw(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '` + styleHash +
		`'` + admit(style) + `; base-uri 'none'; form-action 'none'">` + "\n")
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

// asRead returns a style sheet as a browser reads it before it takes its sum.
func asRead(style string) string {
	return strings.NewReplacer("\r\n", "\n", "\r", "\n", "\x00", "\ufffd").Replace(strings.ToValidUTF8(style, "\ufffd"))
}
