package parquet_test

import (
	"fmt"
	"log"
	"os"
	"path/filepath"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/interop/parquet"
	"github.com/entente-go/entente/interop/table"
	engine "github.com/parquet-go/parquet-go"
)

func ExampleWrite() {
	folder, err := os.MkdirTemp("", "tables")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(folder)
	pair := entente.Chronicle().Between("PK", "RU").OfKind(entente.KindExercise)
	losses, err := parquet.Write(table.Folder(folder), pair, parquet.Options{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(losses)

	type exercise struct {
		ID   string            `parquet:"id"`
		Name map[string]string `parquet:"name"`
	}
	exercises, err := engine.ReadFile[exercise](filepath.Join(folder, "exercises.parquet")) // or any other engine
	if err != nil {
		log.Fatal(err)
	}
	for _, e := range exercises[:3] {
		fmt.Println(e.ID, e.Name["en"])
	}
	// Output:
	// nothing lost
	// passex-2014-04 Passing exercise off Karachi, April 2014
	// arabian-monsoon-2014 Arabian Monsoon 2014
	// arabian-monsoon-2015 Arabian Monsoon 2015
}
