package main

import (
	"bytes"
	"os"
	"testing"
)

func TestGenerate_CodeIsUpToDate(t *testing.T) {
	t.Parallel()
	p, err := readPackage("../..")
	if err != nil {
		t.Fatal(err)
	}
	for name, generate := range files {
		got, err := generate(p)
		if err != nil {
			t.Fatal(err)
		}
		want, err := os.ReadFile("../../" + name)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s is not up to date: run go generate members_read.go in the root of the module", name)
		}
	}
}
