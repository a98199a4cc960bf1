// Package entente is about defence diplomacy: which states and officials act,
// what binds them, which exercises they run, who met whom, who said what, and
// what is expected of it, with the source of every fact.
package entente
