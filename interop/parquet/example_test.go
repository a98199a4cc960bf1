package parquet_test

import (
	"fmt"
	"log"
	"testing"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/interop/parquet"
)

func ExampleWrite() {
	pair := entente.Chronicle().Between("PK", "RU").OfKind(entente.KindExercise)
	tables := make(files) // or table.Folder("tables")
	losses, err := parquet.Write(tables.create, pair, parquet.Options{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(losses)
	exercises, _ := tables.read(new(testing.T), "exercises") // or any engine
	for _, e := range exercises[:3] {
		fmt.Println(e["id"], e["name"].(map[string]any)["en"], e["when_first"])
	}
	// Output:
	// nothing lost
	// passex-2014-04 Passing exercise off Karachi, April 2014 2014-04-23
	// arabian-monsoon-2014 Arabian Monsoon 2014 2014-10-19
	// arabian-monsoon-2015 Arabian Monsoon 2015 2015-12-01
}
