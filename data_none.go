//go:build entente_generate

package entente

// The program that writes the embedded data is built without it.

func articleContents() contents   { return contents{} }
func chronicleContents() contents { return contents{} }
