// Package edtf parses, compares and writes dates and periods that are as
// precise as their source: a day, "in October 2024", "spring 2024", "about
// 1850", "the 1920s", "since 2016", "from 1954 to a day that nobody recorded".
// It never adds precision. The text form is EDTF, the Extended Date/Time Format
// of ISO 8601-2:2019, as the Library of Congress specifies it at
// https://www.loc.gov/standards/datetime.
//
// A [Date] is a day, a month, a season, a year, a decade or a century. A
// [Period] is a single date, or two sides joined by a slash. A side is a date,
// open ("..") or unknown (empty). Both are small comparable values, like
// [net/netip.Addr]: they can be map keys, and the zero value, whose text is "",
// means that nothing is known. Parsing a valid text and comparing do not
// allocate. Values are safe to share between goroutines and work with
// encoding/json, flag.TextVar and go-cmp.
//
// A question about time has one of three answers, a [Certainty]: no, maybe or
// yes.
//
//	war := edtf.MustParsePeriod("1954-11-01/1962-03")
//	fmt.Println(war.Contains(edtf.MustParsePeriod("1958")))        // yes
//	fmt.Println(war.Contains(edtf.MustParsePeriod("1962-03-19")))  // maybe
//	fmt.Println(war.Before(edtf.MustParsePeriod("1962-04-01/.."))) // yes
//	fmt.Println(war.Start().Year(), war.End().Precision())         // 1954 month
//	fmt.Println(war.Span().Contains(edtf.DayOf(time.Now())))       // false
//
// # Syntax
//
// The package reads EDTF levels 0 and 1, for years -9999 to 9999 of the
// proleptic Gregorian calendar. The year 0000 is 1 BC, and -0043 is 44 BC.
//
//	2024-10-13             a day
//	2024-10                some part of October 2024
//	2024                   some part of 2024
//	-0043                  some part of 44 BC
//	2024-10-XX             means 2024-10, but does not equal it (==)
//	2024-XX, 2024-XX-XX    mean 2024, but do not equal it
//	202X, 20XX             in the 2020s, in the years 2000 to 2099
//	-004X                  in the years -0049 to -0040
//	2024-21                in spring 2024; 22 is summer, 23 autumn, 24 winter
//	2024-10~               approximate: about October 2024
//	2024?                  uncertain: the source doubts it
//	2024%                  approximate and uncertain
//
//	2024-10-13/2024-10-25  from a day to a day, both included
//	2024/2026-05           from a day in 2024 to a day in May 2026
//	2024-10-13/..          from a day, with no end
//	../2024-10-25          up to a day, with no beginning
//	2024-10-13/            from a day to an unknown end
//	/2024-10-25            from an unknown beginning to a day
//
// Any of these dates may be a side of a period, and any may end in ?, ~ or %,
// which qualifies the whole date. The specification does not say so for seasons
// and decades; this package allows it.
//
// Nothing else is accepted. The error, a [*ParseError], says what to write
// instead, even for everyday forms: 13.10.2024, 1991-1995, the 1920s. Its
// documentation lists the forms that it knows.
//
//	2024-10-13T09:30       a time of day
//	Y-17E7, Y12024         a year beyond -9999 to 9999
//	1950S2                 significant digits, level 2
//	2024-25 to 2024-41     seasons of one hemisphere, quarters, …, level 2
//	[1667,1668], {1960..}  sets, level 2
//	2004-06~-11, ?2004-06  a qualifier on part of a date, level 2
//	156X-12-25, 1XXX       other unspecified digits, level 2
//	20241013, 2024-W41     forms of ISO 8601 that EDTF leaves out
//
// # Meaning
//
// A date without a day is not the whole of its month or year. By itself, "2024"
// means some part of 2024, from a single day to all of it, so it may overlap
// 2024-10-13. As a side of a period it means one unknown day:
// "2010/2012" begins on some day in 2010. [Period.Whole] takes years and months
// whole instead.
//
// A season is some part of its months in either hemisphere, since sources
// seldom say which they mean. A summer or winter that spans the turn of a year
// may belong to either year:
//
//	2024-21, 2024-23  March to May 2024, or September to November 2024
//	2024-22, 2024-24  December 2023 to February 2024, June to August 2024,
//	                  or December 2024 to February 2025
//
// The span of a season is from the first of these days to the last. Comparisons
// respect the gap: spring 2024 does not overlap July 2024.
//
// An approximate date may be one unit of its own precision earlier or later:
// "2024-10~" is some part of 2024-09-01 to 2024-11-30, "1850~" of 1849 to 1851.
// The unit of a season is three months. This is a convention of the package;
// the specification has none. All answers rely on it: "1850~" does not overlap
// 1853, and is certainly before it. An uncertain date is not widened. But it may
// be wrong, so the answer is never [CertaintyYes].
//
// # Days
//
// [Date.Span] and [Period.Span] give the earliest and latest [Day] that may be
// meant. Days are integers, for arithmetic and indexes; [Span.Bounds] gives
// them as [time.Time]. Package nation has its own types for time, When and
// Period; its documentation shows how to make a When from a Span.
package edtf
