module github.com/entente-go/entente/bench

go 1.26.0

require (
	github.com/biter777/countries v1.7.5
	github.com/bojanz/currency v1.4.2
	github.com/entente-go/entente v0.1.0
	github.com/go-json-experiment/json v1.27.2
	github.com/hashicorp/go-memdb v1.3.5
	github.com/pariz/gountries v0.1.6
	github.com/samber/lo v1.53.0
	golang.org/x/text v0.43.0
)

require (
	github.com/cockroachdb/apd/v3 v3.2.1 // indirect
	github.com/hashicorp/go-immutable-radix v1.3.1 // indirect
	github.com/hashicorp/golang-lru v0.5.4 // indirect
	gopkg.in/yaml.v2 v2.4.0 // indirect
)

replace github.com/entente-go/entente => ../
