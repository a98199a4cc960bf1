// Package ententebeam merges and counts files of the entente data format on Apache
// Beam: on this machine, or on Flink, Spark or Dataflow. It is a module of its own.
//
//	p := beam.NewPipeline()
//	s := p.Root()
//	r := ententebeam.Read(s, "gs://bucket/*.json", ententebeam.Options{First: 1990, Last: 2025})
//	r.Write(s, "gs://bucket/result")
//	err := beamx.Run(ctx, p)
//
// The results are the same as on one core: those of [entente.Merge] over the
// files, and of [entente.Dataset.Summary] and [entente.Dataset.PairYears] on
// the merged dataset. The command in cmd/ententebeam does the same from a
// command line.
//
// # How it works
//
// Each file is loaded and checked by itself, and taken apart into entries: records,
// sources, topics, and what the file says of itself.
//
// Entries are grouped by ID. Those under one ID are joined by [entente.Merge], each in
// a small dataset that has the least that it refers to. A conflict names both files.
//
// What other entries refer to is the context: actors, series, and the events that a
// statement or an assessment is about. It goes to every worker as a side input. All
// else is divided into parts by ID. Each part is checked over the context and counted
// by itself. [entente.Summary.Plus] adds the summaries up. The counts of pairs are
// added up by pair, and then become rows with an answer, which needs the coverage.
//
// What no part can see by itself is checked separately: cycles and chains in
// the context, and two editions of a series with one number by that number.
//
// # Limits
//
// A worker must hold the context and one part in memory. Files must be complete
// in themselves, as for [entente.Merge]: what one refers to, it has. The limit
// on pairs that [entente.Merge] has does not apply. The limit on problems,
// 1,000, is for each ID rather than in all.
package ententebeam
