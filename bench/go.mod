module github.com/entente-go/entente/bench

go 1.26.0

require (
	github.com/biter777/countries v1.7.5
	github.com/entente-go/entente v0.0.0
	github.com/pariz/gountries v0.1.6
)

require (
	github.com/go-json-experiment/json v1.27.2 // indirect
	golang.org/x/text v0.43.0 // indirect
	gopkg.in/yaml.v2 v2.4.0 // indirect
)

replace github.com/entente-go/entente => ../
