package chart

import (
	"os"
	"testing"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
)

func TestTry(t *testing.T) {
	out := func(name string) *os.File { f, _ := os.Create("/tmp/chart-out/" + name + ".svg"); return f }
	c := entente.Chronicle()
	for _, l := range []string{"en", "ru", "ur"} {
		tag := language.Make(l)
		Timeline{Language: tag}.Write(out("timeline-"+l), c.Between("PK", "RU"))
		Ties{Language: tag}.Write(out("ties-"+l), c)
		Years{Language: tag, A: "PK", B: "RU", First: 2003}.Write(out("years-"+l), c)
	}
	Timeline{Width: 360}.Write(out("narrow-timeline"), c.Between("PK", "RU"))
	Ties{Width: 360}.Write(out("narrow-ties"), c)
	Years{Width: 360, A: "RU", B: "PK"}.Write(out("narrow-years"), c)
	Timeline{}.Write(out("all-timeline"), c)
	Timeline{}.Write(out("us-timeline"), c.Between("PK", "US"))
	Timeline{}.Write(out("empty-timeline"), nil)
	Ties{}.Write(out("empty-ties"), nil)
	Years{A: "FR", B: "DE"}.Write(out("empty-years"), nil)
	Timeline{}.Write(out("article-timeline"), entente.Article())
}
