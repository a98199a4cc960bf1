//go:build entente_generate

package entente

// The program that writes the embedded data is built without it.

var articleIndex, chronicleIndex index
