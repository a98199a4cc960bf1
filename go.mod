module github.com/entente-go/entente

go 1.26.0

require (
	github.com/go-json-experiment/json v1.27.2
	golang.org/x/text v0.43.0
)

require github.com/google/go-cmp v0.7.0
