package main

import (
	"bytes"
	"os"
	"testing"
)

func TestGenerate_CodeIsUpToDate(t *testing.T) {
	t.Parallel()
	got, err := generate("../..")
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile("../../members_json.go")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("members_json.go is not up to date: run go generate members_read.go in the root of the module")
	}
}
