package explorer

import (
	"crypto/sha256"
	_ "embed" // for the style sheet and the icon
	"encoding/base64"
	"net/http"
	"path"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/brief"
	"github.com/entente-go/entente/chart"
)

// An Explorer holds the settings of a handler. The zero Explorer serves an empty
// dataset.
type Explorer struct {
	// Data is the dataset to serve. Nil means an empty one.
	Data *entente.Dataset
	// Title is the title of every page, instead of that of the dataset.
	Title string
	// Language is the language for readers whose browsers ask for none of the
	// pages' languages. The zero Tag means English.
	Language language.Tag
	// Header holds links to the site that the pages are part of, such as its home
	// page. They are at the top of every page.
	Header []Link
}

// Handler returns a handler for the dataset. It is shorthand for
// Explorer{Data: d}.Handler().
func Handler(d *entente.Dataset) http.Handler { return Explorer{Data: d}.Handler() }

// Handler returns a handler, which can be mounted under http.StripPrefix. It
// counts the records and indexes their references when a page first needs them.
// It is safe for concurrent use.
func (e Explorer) Handler() http.Handler {
	h := &handler{data: e.Data, title: e.Title, header: slices.Clone(e.Header), busy: make(chan struct{}, runtime.GOMAXPROCS(0))}
	h.tongues, h.matcher = tongues(e.Language)
	h.summary = sync.OnceValue(e.Data.Summary)
	h.graph = sync.OnceValue(func() *graph { return newGraph(e.Data) })
	h.places = sync.OnceValue(func() placeIndex { return newPlaceIndex(e.Data) })
	h.ofPicture = policyOfPicture()
	h.style = []byte(brief.Style() + chart.Style() + ownStyle)
	h.styleTag = digest(h.style)
	return h
}

//go:embed explorer.css
var ownStyle string

//go:embed icon.svg
var icon []byte

// A handler serves one dataset. It does not change after it is made.
type handler struct {
	data      *entente.Dataset
	title     string
	header    []Link
	tongues   []*tongue
	matcher   language.Matcher
	busy      chan struct{} // one for each costly page that is being made
	summary   func() entente.Summary
	graph     func() *graph
	places    func() placeIndex
	kept      cache
	ofPicture string // the policy of a picture
	style     []byte
	styleTag  string
}

// policy admits the handler's own style sheet, pictures and form, and nothing
// else.
const policy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; " +
	"frame-ancestors 'none'"

// policyOfPicture admits the style sheet inside a picture.
func policyOfPicture() string {
	sum := sha256.Sum256([]byte(chart.Style()))
	return "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) +
		"'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
}

// An answer is what goes to the reader.
type answer struct {
	status  int
	media   string
	body    []byte
	tag     string // the entity tag
	forever bool   // the address changes when the body does
}

const (
	mediaPage    = "text/html; charset=utf-8"
	mediaJSON    = "application/json"
	mediaPicture = "image/svg+xml"
	mediaStyle   = "text/css; charset=utf-8"
)

// ServeHTTP implements [http.Handler].
func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	head := w.Header()
	head.Set("Content-Security-Policy", policy)
	head.Set("X-Content-Type-Options", "nosniff")
	head.Set("Referrer-Policy", "no-referrer")
	head.Set("Vary", "Accept, Accept-Language")
	if to := slashed(r); to != "" {
		head.Set("Location", to)
		w.WriteHeader(http.StatusPermanentRedirect)
		return
	}
	v, wrong := h.visit(r)
	var a answer
	switch {
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		head.Set("Allow", "GET, HEAD")
		a = v.problem(http.StatusMethodNotAllowed, v.words.method)
	case wrong != nil:
		a = v.wrong(wrong)
	default:
		a = h.answer(v)
	}
	if a.media == mediaPicture {
		head.Set("Content-Security-Policy", h.ofPicture)
	}
	a.send(w, r)
}

// answer returns the answer to a request, which may have been made before.
func (h *handler) answer(v *visit) answer {
	key := v.key()
	if a, ok := h.kept.get(key); ok {
		return a
	}
	a := v.answer()
	if a.status == http.StatusOK {
		a.tag = `"` + digest(a.body) + `"`
		h.kept.put(key, a)
	}
	return a
}

// slashed returns where to go if the handler is mounted at an address without a
// slash at its end, from which relative links would lead elsewhere. Otherwise it
// returns "".
func slashed(r *http.Request) string {
	written, query, found := strings.Cut(r.RequestURI, "?")
	if r.URL.Path != "" || written == "" || strings.HasSuffix(written, "/") {
		return ""
	}
	to := "./" + path.Base(written) + "/"
	if found {
		to += "?" + query
	}
	return to
}

func (a answer) send(w http.ResponseWriter, r *http.Request) {
	head := w.Header()
	head.Set("Cache-Control", "no-cache")
	if a.forever {
		head.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	if a.tag != "" {
		head.Set("ETag", a.tag)
		if matches(r.Header.Get("If-None-Match"), a.tag) {
			w.WriteHeader(http.StatusNotModified)
			return
		}
	}
	head.Set("Content-Type", a.media)
	head.Set("Content-Length", strconv.Itoa(len(a.body)))
	w.WriteHeader(a.status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(a.body) // the reader may have left
	}
}

func digest(b []byte) string {
	sum := sha256.Sum256(b)
	return base64.RawURLEncoding.EncodeToString(sum[:12])
}

// matches reports whether an If-None-Match header names the tag.
func matches(header, tag string) bool {
	for part := range strings.SplitSeq(header, ",") {
		if part = strings.TrimPrefix(strings.TrimSpace(part), "W/"); part == tag || part == "*" {
			return true
		}
	}
	return false
}
