package explorer

import (
	"bytes"
	"context"
	"errors"
	"mime"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-json-experiment/json"
	"golang.org/x/text/language"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/internal/selection"
)

// What a request may ask for.
const (
	maxQuery   = 2048    // bytes
	maxPath    = 256     // bytes
	maxWords   = 200     // bytes of a search
	maxPage    = 100_000 // the highest number of a page
	maxCounted = 20_000  // records that are counted for filters
	maxSorted  = 2000    // records of a kind that are sorted
	maxBriefed = 1000    // records in a briefing
	maxDrawn   = 20_000  // records in a picture
)

// A visit is one request, read.
type visit struct {
	*handler
	*tongue
	ctx      context.Context
	raw      string // the query as it was written
	path     string // without its slash, and without .json
	root     string // leads to the list
	json     bool
	explicit bool // the address names the language
	asked    url.Values
	query    selection.Query
	// selection is what the query means, once it was read.
	selection selection.Selection
	find      string
	matches   func() []entente.Match // the matches in the selection; searches once
	page      int
}

var errTooLong = errors.New("explorer: too long")

// visit reads a request. The visit is usable even if something is wrong with it.
func (h *handler) visit(r *http.Request) (*visit, error) {
	v := &visit{handler: h, tongue: h.tongues[0], ctx: r.Context(), root: "./", page: 1}
	v.path = strings.TrimPrefix(r.URL.Path, "/")
	depth := strings.Count(strings.TrimPrefix(r.URL.EscapedPath(), "/"), "/")
	v.root = "./" + strings.Repeat("../", min(depth, 8))
	v.path, v.json = strings.CutSuffix(v.path, ".json")
	if v.json && v.path == "index" {
		v.path = ""
	}
	v.json = v.json || acceptsOnlyJSON(r.Header.Get("Accept"))
	v.raw = r.URL.RawQuery
	if len(r.URL.RawQuery) > maxQuery || len(v.path) > maxPath {
		return v, errTooLong
	}
	values, err := url.ParseQuery(r.URL.RawQuery)
	if accepted := r.Header.Get("Accept-Language"); len(accepted) <= maxQuery {
		if tags, _, err := language.ParseAcceptLanguage(accepted); err == nil {
			_, i, _ := h.matcher.Match(tags...)
			v.tongue = h.tongues[i]
		}
	}
	v.asked = values
	wrong := v.read(values)
	if err != nil {
		wrong = append(wrong, &selection.Mistake{Word: "?", Reason: selection.ReasonUnknown})
	}
	if len(wrong) > 0 {
		return v, wrong
	}
	return v, nil
}

// read reads the query of an address.
func (v *visit) read(values url.Values) (wrong selection.Mistakes) {
	refuse := func(word, value string, reason selection.Reason) {
		wrong = append(wrong, &selection.Mistake{Word: word, Value: value, Reason: reason})
	}
	if name := values.Get("lang"); name != "" {
		tag, err := language.Parse(name)
		if err != nil {
			refuse("lang", name, selection.ReasonUnknown)
		} else {
			_, i, _ := v.matcher.Match(tag)
			v.tongue, v.explicit = v.tongues[i], true
		}
	}
	if v.find = strings.TrimSpace(values.Get("q")); len(v.find) > maxWords || !utf8.ValidString(v.find) {
		v.find = ""
		refuse("q", "", selection.ReasonLong)
	}
	v.find = printable(v.find)
	if s := values.Get("page"); s != "" {
		n, err := strconv.Atoi(s)
		if err != nil || n < 1 || n > maxPage {
			refuse("page", s, selection.ReasonUnknown)
		} else {
			v.page = n
		}
	}
	query, err := selection.Read(values, "q", "page", "lang", "v")
	v.query = query
	var more selection.Mistakes
	if errors.As(err, &more) {
		wrong = append(wrong, more...)
	}
	return wrong
}

// acceptsOnlyJSON reports whether an Accept header asks for JSON and not for
// pages.
func acceptsOnlyJSON(accept string) bool {
	found := false
	if len(accept) > maxQuery {
		return false
	}
	for part := range strings.SplitSeq(accept, ",") {
		switch media, _, _ := mime.ParseMediaType(part); media {
		case mediaJSON:
			found = true
		case "text/html", "application/xhtml+xml":
			return false
		}
	}
	return found
}

// key names what the answer depends on.
func (v *visit) key() string {
	form := "html"
	if v.json {
		form = "json"
	}
	return form + " " + v.code + " " + v.root + " " + v.path + "?" + v.raw
}

// answer finds the page for a request.
func (v *visit) answer() answer {
	first, rest, _ := strings.Cut(v.path, "/")
	switch {
	case v.path == "":
		return v.list()
	case v.path == "style.css":
		return answer{status: http.StatusOK, media: mediaStyle, body: v.style, forever: v.asked.Get("v") == v.styleTag}
	case v.path == "icon.svg":
		return answer{status: http.StatusOK, media: mediaPicture, body: icon}
	case first == "record":
		return v.record(entente.ID(rest))
	case first == "source":
		return v.source(entente.ID(rest))
	case v.path == "brief":
		return v.brief()
	case first == "chart":
		return v.chart(rest)
	}
	return v.missing(v.words.missingPage)
}

// wait waits for the turn of a costly page, and returns a function that ends it. It
// reports false if the reader left.
func (v *visit) wait() (leave func(), ok bool) {
	if v.ctx.Err() != nil {
		return nil, false
	}
	select {
	case v.busy <- struct{}{}:
		return func() { <-v.busy }, true
	case <-v.ctx.Done():
		return nil, false
	}
}

// enter is like wait for a page that is costly if the dataset is large.
func (v *visit) enter(d *entente.Dataset) (leave func(), ok bool) {
	if d.Len() > maxSorted {
		return v.wait()
	}
	return func() {}, true
}

// gone is the answer to a reader who left.
func (v *visit) gone() answer { return v.problem(http.StatusServiceUnavailable, v.words.busy) }

// missing is the answer to an address at which there is nothing.
func (v *visit) missing(words string) answer { return v.problem(http.StatusNotFound, words) }

// to returns a relative address.
func (v *visit) to(path string, q selection.Query, more ...string) string {
	var b strings.Builder
	b.WriteString(v.root + path)
	sep := "?"
	if s := q.Encode(); s != "" {
		b.WriteString(sep + s)
		sep = "&"
	}
	for i := 0; i+1 < len(more); i += 2 {
		if more[i+1] != "" {
			b.WriteString(sep + more[i] + "=" + url.QueryEscape(more[i+1]))
			sep = "&"
		}
	}
	if v.explicit {
		b.WriteString(sep + "lang=" + v.code)
	}
	return b.String()
}

func (v *visit) recordAt(id entente.ID) string {
	return v.to("record/"+url.PathEscape(string(id)), selection.Query{})
}

func (v *visit) sourceAt(id entente.ID) string {
	return v.to("source/"+url.PathEscape(string(id)), selection.Query{})
}

func encoded(status int, value any) answer {
	var b bytes.Buffer
	if err := json.MarshalWrite(&b, value, json.Deterministic(true)); err != nil {
		return answer{status: http.StatusInternalServerError, media: mediaJSON, body: []byte("{}\n")}
	}
	b.WriteByte('\n')
	return answer{status: status, media: mediaJSON, body: b.Bytes()}
}

// problem returns a page that says what is wrong.
func (v *visit) problem(status int, words string) answer {
	if v.json {
		return encoded(status, map[string]any{"problem": words})
	}
	return v.render(status, page{Heading: words})
}

// wrong returns a page with everything that is wrong with a question.
func (v *visit) wrong(err error) answer {
	var ms selection.Mistakes
	if !errors.As(err, &ms) {
		return v.problem(http.StatusRequestURITooLong, v.words.tooLong)
	}
	p := page{Heading: v.words.bad}
	var told []string
	for _, m := range ms {
		label := v.words.asked[m.Word]
		if label == "" {
			label = short(m.Word)
		}
		mistake := mistake{Label: label, Value: short(m.Value), Reason: v.words.reasons[m.Reason]}
		for _, s := range m.Near {
			if name := v.data.Name(entente.ID(s.ID), v.tag); s.Name != "" && name != s.ID {
				s.Name = name // in the language of the page
			}
			if v.query.Get(m.Word) == m.Value && m.Value != "" {
				mistake.Near = append(mistake.Near, value{Text: s.String(), Href: v.to("", v.query.With(m.Word, s.ID))})
				continue
			}
			mistake.Near = append(mistake.Near, value{Text: s.String()})
		}
		p.Mistakes = append(p.Mistakes, mistake)
		told = append(told, m.Error())
	}
	if v.json {
		return encoded(http.StatusBadRequest, map[string]any{"problem": v.words.bad, "mistakes": told})
	}
	return v.render(http.StatusBadRequest, p)
}

// printable replaces what a page cannot have.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == utf8.RuneError || r >= 0xfffe && r <= 0xffff {
			return ' '
		}
		return r
	}, s)
}

// short makes words that a reader wrote fit to be repeated.
func short(s string) string {
	s = printable(s)
	if r := []rune(s); len(r) > 80 {
		return string(r[:79]) + "…"
	}
	return s
}
