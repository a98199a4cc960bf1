package explorer_test

import (
	"fmt"
	"io/fs"
	"log"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing/fstest"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/explorer"
)

// A site is the part of a web service that knows the data. Each edition has a
// handler of its own, so that reading the files anew disturbs no request.
type site struct {
	now atomic.Pointer[edition]
}

type edition struct {
	data  *entente.Dataset
	pages http.Handler
}

// read puts the files in the place of the edition before. If they have a problem,
// that edition stays. A program calls read at its start and on a signal.
func (s *site) read(files fs.FS) error {
	l := &entente.Loader{Base: entente.Chronicle()} // the files may refer to its records
	data, err := l.Load(files)
	if err != nil {
		return err
	}
	pages := explorer.Explorer{Data: data, Title: "Our desk"}.Handler()
	s.now.Store(&edition{data, http.StripPrefix("/facts", pages)})
	return nil
}

func (s *site) facts(w http.ResponseWriter, r *http.Request) { s.now.Load().pages.ServeHTTP(w, r) }

// exercise answers whether two states held an exercise in a year.
func (s *site) exercise(w http.ResponseWriter, r *http.Request) {
	year, err := edtf.ParsePeriod(r.FormValue("year"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	a, b := entente.ID(r.FormValue("a")), entente.ID(r.FormValue("b"))
	found := s.now.Load().data.Between(a, b).OfKind(entente.KindExercise).During(year)
	for e := range found.Exercises() {
		if !e.Status.NotHeld() {
			fmt.Fprintln(w, e, e.Status)
		}
	}
	fmt.Fprintln(w, found.Answer())
}

// A web service with pages and answers of its own reads its files anew while it
// serves.
func Example_site() {
	files := fstest.MapFS{"visit.json": {Data: []byte(`{
		"format": "entente/1",
		"sources": [{"id": "release", "title": {"en": "A release"}}],
		"exercises": [{
			"id": "passage-2024", "name": {"en": "Passage exercise"}, "when": "2024-05", "status": "held",
			"basis": "reported", "cites": [{"source": "release"}],
			"contingents": [{"nation": "FR"}, {"nation": "JP"}]
		}]
	}`)}} // or os.DirFS("facts")
	var s site
	if err := s.read(files); err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/facts/", s.facts)
	mux.HandleFunc("/exercise", s.exercise)
	get := func(target string) string {
		w := httptest.NewRecorder()
		mux.ServeHTTP(w, httptest.NewRequest(http.MethodGet, target, nil))
		return w.Body.String()
	}
	fmt.Print(get("/exercise?a=FR&b=JP&year=2024"))
	fmt.Print(get("/exercise?a=PK&b=RU&year=2022"))

	files["visit.json"].Data = []byte("{}") // a mistake
	fmt.Println(s.read(files))
	fmt.Println(strings.Contains(get("/facts/record/passage-2024"), "Passage exercise"))
	// Output:
	// exercise passage-2024 (Passage exercise) held
	// found
	// none found
	// visit.json:1:1: no format; write "format": "entente/1"
	// true
}
