.PHONY: all test gen lint race bench demo weights register

all: gen lint test

test: ## the tests, within about five minutes on two cores
	go test ./...

gen: ## regenerate the API's executor from schema/*.graphql
	go generate ./schema/...

lint: ## format, vet, staticcheck
	@test -z "$$(gofmt -l . | tee /dev/stderr)"
	go vet ./...
	go tool staticcheck ./...

race: ## everything under the race detector, the conformance suite on small worlds
	CONFORMANCE_QUERIES=300 go test -race ./...

bench: ## benchmarks; see docs/benchmarks.md
	go test -run '^$$' -bench . -benchmem ./...

demo: ## the examples, loaded and served
	go run . demo
