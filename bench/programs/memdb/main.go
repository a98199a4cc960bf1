// Memdb puts a record into hashicorp/go-memdb and gets it back.
package main

import (
	"github.com/entente-go/entente/bench/programs/first"
	"github.com/hashicorp/go-memdb"
)

type nation struct{ ID string }

func main() {
	first.Use(func() bool {
		db, err := memdb.NewMemDB(&memdb.DBSchema{Tables: map[string]*memdb.TableSchema{"nation": {
			Name: "nation",
			Indexes: map[string]*memdb.IndexSchema{
				"id": {Name: "id", Unique: true, Indexer: &memdb.StringFieldIndex{Field: "ID"}},
			},
		}}})
		if err != nil {
			return false
		}
		txn := db.Txn(true)
		if err := txn.Insert("nation", &nation{"PK"}); err != nil {
			return false
		}
		txn.Commit()
		found, err := db.Txn(false).First("nation", "id", "PK")
		return err == nil && found.(*nation).ID == "PK"
	})
}
