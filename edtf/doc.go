// Package edtf reads, compares and writes dates and periods that are as
// precise as their source: a day, "some day in October 2024", "spring 2024",
// "about 1850", "the 1920s", "since 2016", "from 1954 to a day that nobody
// recorded". It never makes them more precise than they are. The text is EDTF,
// the Extended Date/Time Format of ISO 8601-2:2019, as the Library of Congress
// specifies it at https://www.loc.gov/standards/datetime.
//
// A [Date] is a day, or a month, a year or another time of which it is some
// day. A [Period] is a date, or two sides and a slash, each a date, open or
// not known. Both are small comparable values, like [net/netip.Addr]: they can
// be map keys, and their zero values mean that nothing is known and have the
// empty text. Reading, comparing and copying them does not allocate. They have
// the methods that encoding/json, flag.TextVar and go-cmp look for.
//
// A question about time has three answers, each a [Certainty]: no, maybe, yes.
//
//	war := edtf.MustParsePeriod("1954-11-01/1962-03")
//	fmt.Println(war.Contains(edtf.MustParsePeriod("1958")))                // yes
//	fmt.Println(war.Contains(edtf.MustParsePeriod("1962-03-19")))          // maybe
//	fmt.Println(war.Before(edtf.MustParsePeriod("1962-04-01/..")))         // yes
//	fmt.Println(war.Start().Year(), war.End().Precision())                 // 1954 month
//	fmt.Println(war.Span().Contains(edtf.DayOf(time.Now())))               // false
//
// # What is read
//
// The package reads the dates and intervals of levels 0 and 1 with years from
// -9999 to 9999 of the proleptic Gregorian calendar. The year 0000 is 1 BC,
// and -0043 is 44 BC.
//
//	2024-10-13             a day
//	2024-10                some day, or some days, in October 2024
//	2024                   in 2024
//	-0043                  in 44 BC
//	2024-10-XX             in October 2024, as is 2024-10; == tells them apart
//	2024-XX, 2024-XX-XX    in 2024, likewise
//	202X, 20XX             in the 2020s, in the years 2000 to 2099
//	-004X                  in the years -0049 to -0040
//	2024-21                in spring 2024; 22 is summer, 23 autumn, 24 winter
//	2024-10~               approximate: about October 2024
//	2024?                  uncertain: the source doubts it
//	2024%                  approximate and uncertain
//
//	2024-10-13/2024-10-25  from a day to a day, both included
//	2024/2026-05           from a day in 2024 to a day in May 2026
//	2024-10-13/..          from a day on, without an end
//	../2024-10-25          without a beginning, to a day
//	2024-10-13/            from a day to an end that is not known
//	/2024-10-25            from a beginning that is not known to a day
//
// Any date may be a side of a period, and any date may have one of ?, ~ and %,
// which counts for the whole of it. A season or a decade may be qualified or
// a side too, about which the specification says nothing.
//
// Nothing else is read. The error, a [ParseError], says what to write instead,
// for dates as people write them too: 13.10.2024, 1991-1995, the 1920s.
//
//	2024-10-13T09:30       a time of day
//	Y-17E7, Y12024         a year beyond -9999 to 9999
//	1950S2                 significant digits, level 2
//	2024-25 to 2024-41     seasons of one hemisphere, quarters, …, level 2
//	[1667,1668], {1960..}  sets, level 2
//	2004-06~-11, ?2004-06  a qualifier for a part of a date, level 2
//	156X-12-25, 1XXX       other digits that are not specified, level 2
//	20241013, 2024-W41     forms of ISO 8601 that EDTF leaves out
//
// # What they mean
//
// A date that is less than a day is one of its days, not all of them: nobody
// knows which. So "2024" overlaps 2024-10-13 maybe, and "2010/2012" begins on
// some day in 2010. [Period.Whole] takes such a period as all of its years.
//
// A season may be any day of its months in either hemisphere, since a source
// seldom says where it is spoken of. Winter and summer cross the year, and a
// source seldom says either which of the two years it counts them to:
//
//	2024-21, 2024-23  March to May 2024, or September to November 2024
//	2024-22, 2024-24  June to August 2024, or December to February, of which
//	                  some part is in 2024: December 2023 to February 2024,
//	                  or December 2024 to February 2025
//
// An approximate date may be one unit of its own precision earlier or later:
// "2024-10~" may be any day from 2024-09-01 to 2024-11-30, "1850~" from 1849 to
// 1851. A season's unit is three months. This is a convention of the package;
// the specification has none. An uncertain date has the days that are written,
// but no answer about it is yes.
//
// # Days
//
// [Date.Span] and [Period.Span] give the first and the last [Day] that may be
// meant. Days are integers, for computing and for indexes; [Span.Bounds] gives
// them as [time.Time].
package edtf
