// Package parquet writes a dataset as Apache Parquet, for engines that query
// tables: DuckDB, Spark, ClickHouse, BigQuery.
//
//	_, err := parquet.Write(table.Folder("tables"), data, parquet.Options{})
//
// It is a module of its own, so that nothing else depends on a Parquet library.
//
// # The tables
//
// Each kind of record has a file with a row for each record: exercises.parquet,
// meetings.parquet and so on. So have the sources, the topics and the coverage.
// dataset.parquet has one row: the title, edition, authors and licence. A table
// is written even if it has no rows, and its columns never depend on the data.
// So the files of many datasets can be read as one table.
//
// A member of the data format is a column of the same name, as in package
// interop/table. But lists are nested where that package has tables of their own:
//
//	a text        MAP from language to words: name['en']
//	aliases       MAP from language to LIST of names
//	a list        LIST of values, or of structs: contingents, cites, claims
//	an object     struct: edition.version, places[1].at.lat
//	extra         MAP from key to value
//	a number      BIGINT or DOUBLE
//	an enum       its word: 'held'
//	a date        its text in EDTF, such as '2024-10~', and two DATE columns
//
// The DATE columns of when are when_first and when_last: the earliest and the
// latest day that it may include, as [edtf.Period.Span] gives them. So a record
// may be of 2024 if when_first <= '2024-12-31' and when_last >= '2024-01-01'. An
// open or unknown side is NULL, and so is a day outside the years 1 to 9999, which
// some engines refuse.
//
// NULL means not known, and an empty list that there are no entries. The value of
// a claim is its text if it is a string, and JSON if not.
//
// topics.parquet has the whole vocabulary, the known topics too, so that a query
// can follow broader.
//
// # Pairs by year
//
// pairs.parquet has the rows of [table.WritePairs]: how many records tie each pair
// in each year. A count is 0 where a search found nothing, and NULL where nothing
// was searched.
//
// # Reading them
//
//	DuckDB      SELECT name['en'], c.nation FROM 'exercises.parquet', UNNEST(contingents) AS t(c)
//	ClickHouse  SELECT name['en'] FROM file('exercises.parquet') ARRAY JOIN contingents
//	Spark       spark.read.parquet("exercises.parquet").select("id", "name.en")
//	BigQuery    bq load --source_format=PARQUET --parquet_enable_list_inference …
//
// Rows are in the order of the dataset, which for events is that of time, and in row
// groups with statistics. So an engine reads only the groups and columns that a query
// needs. Pages are compressed with Zstandard.
package parquet
