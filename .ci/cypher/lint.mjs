// Runs Neo4j's own linter over the statements of graph/neo4j: syntax, variables, parameters,
// names of labels, relationships and properties, deprecated forms, cartesian products.
//
//   node lint.mjs FILE     FILE comes from: go test ./graph/neo4j -run TestStatementsAreWhole -statements FILE
//
// Prints each finding and exits with 1 if there is one.
import { readFileSync } from "node:fs";
import { lintCypherQuery } from "@neo4j-cypher/language-support";

const { statements, ...known } = JSON.parse(readFileSync(process.argv[2], "utf8"));
let findings = 0;
for (const { name, text, parameters } of statements) {
  const { diagnostics } = lintCypherQuery(text, { ...known, parameters });
  for (const { message, offsets } of diagnostics) {
    findings++;
    console.log(`${name}: ${message}\n    ${text.slice(offsets.start, offsets.end)}`);
  }
}
console.log(`${statements.length} statements, ${findings} findings`);
process.exit(statements.length > 0 && findings === 0 ? 0 : 1);
