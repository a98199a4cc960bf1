package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"html/template"
	"net/http"
	"time"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/brief"
	"github.com/entente-go/entente/chart"
	"github.com/entente-go/entente/explorer"

	_ "embed" // for the template and the style sheet
)

//go:embed page.html
var pageText string

var pageTemplate = template.Must(template.New("page").Parse(pageText))

//go:embed site.css
var siteStyle string

// What the site says in its languages.
var (
	languages = []language.Tag{language.English, language.Russian, language.Urdu}
	names     = []string{"English", "Русский", "اردو"}
	paper     = inEach("The Paper", "Газета", "اخبار")
	heading   = inEach("Pakistan and Russia", "Пакистан и Россия", "پاکستان اور روس")
	ties      = inEach("Their ties with others", "Их связи с другими", "دوسروں کے ساتھ ان کے تعلقات")
	records   = inEach("All records", "Все записи", "تمام اندراجات")
)

func inEach(en, ru, ur string) entente.Text {
	return entente.English(en).With(language.Russian, ru).With(language.Urdu, ur)
}

// newPages returns the pages of the data.
func newPages(data *entente.Dataset) (http.Handler, error) {
	mux := http.NewServeMux()
	for _, tag := range languages {
		page, err := newPage(data, tag)
		if err != nil {
			return nil, err
		}
		mux.Handle("/"+tag.String()+"/{$}", serve("text/html; charset=utf-8", pagePolicy, page))
		for name, width := range map[string]int{"ties.svg": 960, "ties-narrow.svg": 360} {
			svg, err := picture(data, tag, width)
			if err != nil {
				return nil, err
			}
			mux.Handle("/"+tag.String()+"/"+name, serve("image/svg+xml", picturePolicy(), svg))
		}
	}
	style := siteStyle + brief.Style() + chart.Style()
	mux.Handle("/style.css", serve("text/css; charset=utf-8", pagePolicy, []byte(style)))
	mux.Handle("/facts/", facts(data))
	mux.HandleFunc("/{$}", choose)
	return mux, nil
}

// briefing returns a briefing on the pair as a part of a page, with a picture in it.
func briefing(data *entente.Dataset, tag language.Tag) (template.HTML, error) {
	var b bytes.Buffer
	w := brief.Writer{
		Format:   brief.FormatHTML,
		Language: tag,
		Title:    heading.Words(tag),
		Level:    1,
		Link:     func(id entente.ID) string { return "/facts/record/" + string(id) + "?lang=" + tag.String() },
		Figures: []brief.Figure{{
			Section: brief.SectionRelations,
			Picture: chart.Years{Language: tag, A: "PK", B: "RU", Bare: true},
		}},
	}
	err := w.Write(&b, data.Between("PK", "RU"))
	return template.HTML(b.String()), err // package brief escapes what comes from the data
}

// picture returns a picture as a file of its own.
func picture(data *entente.Dataset, tag language.Tag, width int) ([]byte, error) {
	var b bytes.Buffer
	err := chart.Ties{Language: tag, Width: width, Pairs: 12}.Write(&b, data.Involving("PK", "RU"))
	return b.Bytes(), err
}

// facts serves the records behind the page.
func facts(data *entente.Dataset) http.Handler {
	e := explorer.Explorer{
		Data:   data,
		Header: []explorer.Link{{URL: "/", Name: paper}},
	}
	return http.StripPrefix("/facts", e.Handler())
}

func newPage(data *entente.Dataset, tag language.Tag) ([]byte, error) {
	fragment, err := briefing(data, tag)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = pageTemplate.Execute(&b, map[string]any{
		"Lang": tag.String(), "RightToLeft": brief.NewPhrasebook(tag).RightToLeft(),
		"Languages": languages, "Names": names,
		"Paper": paper.Words(tag), "Heading": heading.Words(tag), "Ties": ties.Words(tag), "Records": records.Words(tag),
		"Briefing": fragment,
	})
	return b.Bytes(), err
}

// The policy of a page admits the site's style sheet and pictures, and no scripts.
const pagePolicy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; " +
	"frame-ancestors 'none'"

// picturePolicy admits the style sheet inside a picture.
func picturePolicy() string {
	sum := sha256.Sum256([]byte(chart.Style()))
	return "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// serve answers with what stays the same until the next edition. Caches may keep it
// for five minutes, and then ask whether it has changed.
func serve(media, policy string, body []byte) http.Handler {
	sum := sha256.Sum256(body)
	tag := `"` + base64.RawURLEncoding.EncodeToString(sum[:12]) + `"`
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Type", media)
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Cache-Control", "public, max-age=300")
		h.Set("ETag", tag)
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(body))
	})
}

var matcher = language.NewMatcher(languages)

// choose leads to the page in the reader's language.
func choose(w http.ResponseWriter, r *http.Request) {
	wanted, _, _ := language.ParseAcceptLanguage(r.Header.Get("Accept-Language"))
	_, i, _ := matcher.Match(wanted...)
	w.Header().Set("Vary", "Accept-Language")
	http.Redirect(w, r, "/"+languages[i].String()+"/", http.StatusFound)
}
