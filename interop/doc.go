// Package interop holds what the readers and writers of other formats share:
// the report that accounts for every row of a file, and the limits of reading.
//
// Each format has a package of its own, such as interop/mme. Its Read returns
// [entente.Records], so that the caller can add to them before [entente.New],
// and a [Report]:
//
//	records, report, err := mme.Read(file, interop.Options{})
//	if err != nil {
//		return err // the file is not one of this format, or reading failed
//	}
//	log.Print(report) // 3707 rows: 3707 kept, 0 rejected; 97 repairs
//	data, err := entente.New(records)
//
// A reader never drops a row in silence. Values for which no record has a member
// are kept in extra, under the name of their column.
package interop
