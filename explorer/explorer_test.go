package explorer_test

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/explorer"
)

func get(h http.Handler, address string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, address, nil))
	return w
}

func TestHandler_Statuses(t *testing.T) {
	t.Parallel()
	h := explorer.Handler(entente.Chronicle())
	for address, want := range map[string]int{
		"/": 200, "/?lang=ru": 200, "/?lang=ur": 200, "/style.css": 200, "/index.json": 200,
		"/record/PK": 200, "/record/fomin": 200, "/record/druzhba-7.json": 200, "/record/nobody": 404, "/record/": 404,
		"/source/nothing": 404, "/nothing": 404, "/chart/pie": 404, "/?page=99": 404, "/record/FR/x": 404,
		"/brief?between=PK,RU": 200, "/chart/timeline": 200, "/chart/ties.svg": 200, "/chart/years": 200,
		"/chart/years?between=PK,RU": 200, "/chart/years.json?between=PK,RU": 200, "/?q=fomin": 200,
		"/?kind=meating": 400, "/?between=PK": 400, "/?page=0": 400, "/?during=yesterday": 400, "/?lang=!": 400,
	} {
		if got := get(h, address); got.Code != want {
			t.Errorf("%s answers %d, want %d", address, got.Code, want)
		}
	}
}
