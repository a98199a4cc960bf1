package brief

import _ "embed" // for the style sheet

//go:embed style.css
var styleSheet string

// styleHash is what the page's policy admits: the SHA-256 of the style sheet.
const styleHash = "sha256-JoOotr2e3N7fFKRNdsrnGgM5E4vNNCgxTJYP5CW9kIw="

// page returns the document as a whole HTML document. It loads nothing, runs
// nothing, and says so to the browser.
func (d *document) page(o options) []byte {
	p := newMarkup(d, o)
	p.raw("<!DOCTYPE html>\n<html")
	p.attribute("lang", d.lang.String())
	p.attribute("dir", direction(p.rtl))
	p.raw(">\n<head>\n<meta charset=\"utf-8\">\n")
	p.raw(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '` + styleHash +
		`'; base-uri 'none'; form-action 'none'">` + "\n")
	p.raw(`<meta name="viewport" content="width=device-width, initial-scale=1">` + "\n")
	p.raw(`<meta name="color-scheme" content="light dark">` + "\n")
	p.raw(`<meta name="referrer" content="no-referrer">` + "\n<title>")
	title := d.title.text()
	if title == "" && len(d.lead) > 0 {
		title = d.lead[0].line.text()
	}
	p.b = appendHTML(p.b, clean(title))
	p.raw("</title>\n<style>" + styleSheet + "</style>\n</head>\n<body>\n<main>\n")
	p.article(d, o.headingLevel(1))
	p.raw("</main>\n</body>\n</html>\n")
	return p.b
}
