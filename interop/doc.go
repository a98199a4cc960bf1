// Package interop holds what the readers and writers of other formats share:
// the report that accounts for every row of a file, and the limits of reading.
//
// Each format has its package, such as interop/mme. Its Read returns
// [entente.Records], so that the caller can add to them before [entente.New],
// and a [Report]:
//
//	records, report, err := mme.Read(file, interop.Options{})
//	if err != nil {
//		return err // the file is not one of this format, or reading failed
//	}
//	log.Print(report) // 3707 rows: 3707 kept, 0 rejected; 33 repairs; 3707 exercises, …
//	data, err := entente.New(records)
//
// # The formats
//
//	visits   a spreadsheet of visits                                   in
//	mme      Multinational Military Exercises                          in
//	cow      Correlates of War: alliances, states                      in
//	atop     Alliance Treaty Obligations and Provisions                in
//	table    CSV tables for spreadsheets, R and pandas; pairs by year  in and out
//	popolo   Popolo                                                    in and out
//	ftm      FollowTheMoney                                            in and out
//	graph    GraphML, GEXF, DOT and Mermaid                            out
//	geo      GeoJSON                                                   out
//	bib      the sources as CSL-JSON and BibTeX                        out
//	parquet  Apache Parquet; a module of its own                       out
//
// [entente.Merge] makes one dataset of the datasets of several files. Without
// coverage, no answer is "none found". Only package table reads coverage,
// because other files may be parts of a dataset. For a whole one, say before
// [entente.New] what its makers searched:
//
//	records.Coverage = []entente.Coverage{{
//		Kinds:  []entente.Kind{entente.KindExercise},
//		Period: edtf.MustParsePeriod("1980/2010"),
//	}}
//
// # Reading
//
// A reader never drops a row in silence. Values for which records have no
// member are kept in extra, under the name of their column, with their line
// breaks and tabs. Elsewhere these become spaces, and the report says so.
//
// Files may be saved as people save them: with a byte-order mark, in
// Windows-1252, with line ends of CR alone. A file that is something else, such
// as a workbook, a web page or the pointer that a repository keeps in place of
// a large file, is refused, and the error says what it is. Readers never hold
// the whole input in memory, except package table.
//
// # What each format loses
//
// A writer returns the [Losses]: the members and records for which its format
// has no place. The documentation of its package names them. This is what each
// loses of records that have every member:
//
//	              table       popolo      ftm         geo         graph       Mermaid     CSL-JSON    BibTeX
//	nation        nothing     all         all         all         10 members  12 members  all         all
//	bloc          nothing     all         all         all         11 members  13 members  all         all
//	region        nothing     all         all         all         all         all         all         all
//	organization  nothing     9 members   11 members  all         all         all         all         all
//	official      nothing     14 members  16 members  all         all         all         all         all
//	partnership   nothing     all         all         all         12 members  13 members  all         all
//	agreement     nothing     all         all         16 members  20 members  21 members  all         all
//	series        nothing     all         all         all         all         all         all         all
//	exercise      nothing     all         all         19 members  23 members  24 members  all         all
//	meeting       nothing     13 members  15 members  12 members  16 members  17 members  all         all
//	statement     nothing     all         all         all         14 members  15 members  all         all
//	assessment    nothing     all         all         all         all         all         all         all
//	of the data   nothing     7 members   7 members   8 members   8 members   8 members   12 members  11 members
//
// The column graph is for GraphML, GEXF and DOT; package graph also writes
// Mermaid. This is of how many records of entente.Chronicle().Between("PK",
// "RU") each writes at least a part:
//
//	              table       popolo      ftm         geo         graph       Mermaid     CSL-JSON    BibTeX
//	of 159        159         78          78          0           157         157         0           0
//
// Package bib writes only the sources, and of them everything but what its
// documentation names. Only package table keeps everything that a dataset says
// of itself, such as its coverage.
package interop
