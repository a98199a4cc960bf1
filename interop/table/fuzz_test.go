package table_test

import (
	"testing"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/interop"
	"github.com/entente-go/entente/interop/table"
)

// What Read accepts is sound, and comes back from the tables that it makes.
func FuzzRead(f *testing.F) {
	f.Add("id\nrelease\n", release["exercises.csv"], release["cites.csv"], release["exercises-contingents.csv"], "", "")
	f.Add("id\ts\n", "id;name.en\nx;\"a\nb\"\n", "\ufeffid,source,position\nx,s,1\nx,s,1\n",
		"id,nation,position\nx,FR,-1\n",
		"id,position,member,value\nx,1,when,2020\nx,2,places,\"[{}]\"\n", "id,key,value\nx,a,\"'\"\"a\\r\"\n")
	f.Fuzz(func(t *testing.T, sources, exercises, cites, contingents, claims, extra string) {
		texts := map[string]string{"sources.csv": sources, "exercises.csv": exercises, "cites.csv": cites,
			"exercises-contingents.csv": contingents, "claims.csv": claims, "extra.csv": extra}
		for name, text := range texts {
			if text == "" {
				delete(texts, name)
			}
		}
		records, report, err := table.Read(files(texts), interop.Options{})
		if err != nil {
			if err.Error() == "" {
				t.Error("an error without words")
			}
			return
		}
		if report.Kept != report.Rows {
			t.Errorf("%d rows of %d kept, and no problem", report.Kept, report.Rows)
		}
		d, err := entente.New(records)
		if err != nil {
			t.Fatalf("New refuses what Read accepts: %v", err)
		}
		thereAndBack(t, d)
	})
}
