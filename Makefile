# What there is to run. .ci/run is everything that must hold before a change lands.

.PHONY: help test race fuzz lint gen bench demo

help: ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1	\2/'

test: ## the tests; without Java and Maven, or without Chromium, it says what is left out
	@command -v java mvn >/dev/null || echo 'LEFT OUT: Neo4j (no java and mvn here)'
	@command -v chromium >/dev/null || echo 'LEFT OUT: the explorer in a browser (no chromium here)'
	go test ./...

race: ## the tests under the race detector, the conformance suite on small worlds
	CONFORMANCE_QUERIES=240 go test -race ./...

fuzz: ## every fuzz target for a few seconds
	@for pkg in $$(go list ./...); do for target in $$(go test -list '^Fuzz' $$pkg | grep '^Fuzz'); do \
		echo $$pkg $$target; go test -run '^$$' -fuzz "^$$target\$$" -fuzztime 5s $$pkg || exit 1; done; done

lint: ## format, vet, staticcheck
	@test -z "$$(gofmt -l . | tee /dev/stderr)"
	go vet ./...
	go tool staticcheck ./...

gen: ## make the API's executor anew from schema/*.graphql
	go generate ./schema/...

bench: ## benchmarks; what they gave is in docs/benchmarks.md
	go test -run '^$$' -bench . -benchmem ./...

demo: ## the examples, loaded and served
	go run . demo
