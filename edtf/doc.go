// Package edtf reads, compares and writes dates and periods that are as
// precise as their source: a day, "some day in October 2024", "spring 2024",
// "about 1850", "the 1920s", "since 2016", "from 1954 to a day that nobody
// recorded". It never makes them more precise than they are. The text is EDTF,
// the Extended Date/Time Format of ISO 8601-2:2019, as the Library of Congress
// specifies it at https://www.loc.gov/standards/datetime.
//
// A [Date] is a day, or some day of a month, a season, a year, a decade or a
// century. A [Period] is a date, or two sides and a slash, each a date, open or
// not known. Both are small comparable values, like [net/netip.Addr]: they can
// be map keys; the zero value means that nothing is known, and its text is "".
// Parsing and comparing them does not allocate. Goroutines can share them. They
// have the methods that encoding/json, flag.TextVar and go-cmp look for.
//
// A question about time has three answers, each a [Certainty]: no, maybe, yes.
//
//	war := edtf.MustParsePeriod("1954-11-01/1962-03")
//	fmt.Println(war.Contains(edtf.MustParsePeriod("1958")))        // yes
//	fmt.Println(war.Contains(edtf.MustParsePeriod("1962-03-19")))  // maybe
//	fmt.Println(war.Before(edtf.MustParsePeriod("1962-04-01/.."))) // yes
//	fmt.Println(war.Start().Year(), war.End().Precision())         // 1954 month
//	fmt.Println(war.Span().Contains(edtf.DayOf(time.Now())))       // false
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
//	2024-10-XX             means 2024-10, but is not == to it
//	2024-XX, 2024-XX-XX    mean 2024, but are not == to it
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
// Any of these dates may be a side of a period, and any may have one of ?, ~
// and %, which qualifies all of it. That goes for seasons and decades too, of
// which the specification does not say so.
//
// Nothing else is read. The error, a [ParseError], says what to write instead,
// also for dates as people write them: 13.10.2024, 1991-1995, the 1920s.
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
// A year or a month is one of its days, not all of them, and nobody knows
// which. So "2024" overlaps 2024-10-13 maybe, and "2010/2012" begins on some
// day in 2010. [Period.Whole] takes all of the years.
//
// A season may be any day of its months in either hemisphere, since a source
// seldom says which it means. A summer or winter that crosses the year may be
// counted with either year:
//
//	2024-21, 2024-23  March to May 2024, or September to November 2024
//	2024-22, 2024-24  December 2023 to February 2024, June to August 2024,
//	                  or December 2024 to February 2025
//
// The span of a season is from the first of these days to the last. Questions
// know the gap: neither spring of 2024 overlaps July.
//
// An approximate date may be one unit of its own precision earlier or later:
// "2024-10~" is some day from 2024-09-01 to 2024-11-30, "1850~" from 1849 to
// 1851. The unit of a season is three months. This is a convention of the
// package; the specification has none. An uncertain date has the days that are
// written. About an approximate or uncertain date, no answer is yes.
//
// # Days
//
// [Date.Span] and [Period.Span] give the first and the last [Day] that may be
// meant. Days are integers, for computing and for indexes; [Span.Bounds] gives
// them as [time.Time].
package edtf
