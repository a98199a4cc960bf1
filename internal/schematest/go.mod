module github.com/entente-go/entente/internal/schematest

go 1.26.0

require (
	github.com/entente-go/entente v0.1.0
	github.com/santhosh-tekuri/jsonschema/v6 v6.0.3
)

require (
	github.com/go-json-experiment/json v1.27.2 // indirect
	golang.org/x/text v0.43.0 // indirect
)

replace github.com/entente-go/entente => ../..
