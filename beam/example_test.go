package ententebeam_test

import (
	"context"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners/prism"
	"github.com/entente-go/entente"
	ententebeam "github.com/entente-go/entente/beam"
)

func ExampleRead() {
	folder, err := os.MkdirTemp("", "")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(folder)

	p := beam.NewPipeline()
	s := p.Root()
	r := ententebeam.Read(s, "../data/chronicle.json", ententebeam.Options{First: 2014, Last: 2025})
	r.Write(s, folder)
	if _, err := prism.Execute(context.Background(), p); err != nil { // or beamx.Run, which minds the flags
		log.Fatal(err)
	}

	problems, err := os.ReadFile(filepath.Join(folder, "problems.txt"))
	if err != nil || len(problems) > 0 {
		log.Fatal(err, string(problems))
	}
	merged, err := entente.Load(os.DirFS(filepath.Join(folder, "merged")))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(merged.Equal(entente.Chronicle()))
	// Output: true
}
