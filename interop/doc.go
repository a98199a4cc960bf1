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
// A reader never drops a row in silence. Values for which no record has a member
// are kept in extra, under the name of their column.
//
// Files may be saved as people save them: with a byte-order mark, in Windows-1252,
// with line ends of CR alone. A file that is something else, such as a workbook, a
// web page or the pointer that a repository keeps in place of a large file, is
// refused in words. Readers never hold the input whole, except for the tables of
// package table.
package interop
