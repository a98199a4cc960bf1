module github.com/entente-go/entente/internal/browsertest

go 1.26.0

require github.com/entente-go/entente v0.0.0

require (
	github.com/yuin/goldmark v1.8.7 // indirect
	golang.org/x/net v0.62.0 // indirect
)

replace github.com/entente-go/entente => ../..
