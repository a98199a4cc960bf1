// Command entente checks, tells, draws and converts facts about defence diplomacy,
// for editors and researchers who write no Go.
//
//	entente check   [-base DATA] [-json] FILE|DIR…
//	entente brief   [-lang TAG] [-as FORMAT] [-length LENGTH] [-pictures …] [-o FILE] [SELECTION] DATA…
//	entente find    [-json] DATA WORDS…
//	entente summary [-json] [SELECTION] DATA…
//	entente import  -from FORMAT [-o FILE] [-report FILE] FILE|DIR…
//	entente export  -to FORMAT [-o FILE|DIR] [-report FILE] [SELECTION] DATA…
//	entente chart   timeline|ties|years [-lang TAG] [-o FILE] [SELECTION] DATA…
//	entente merge   [-o FILE] DATA DATA…
//	entente diff    [-json] [-lang TAG] [-as FORMAT] [-o FILE] OLD NEW
//	entente serve   [-addr ADDRESS] DATA…
//	entente version
//
// DATA is article or chronicle, which are embedded, a file in the data format,
// or a folder of them. SELECTION is any of -between, -involving, -affecting,
// -about, -during, -kind, -basis and -source. The help explains each command,
// with examples:
//
//	entente help
//	entente help brief
//
// # Exit codes
//
// The exit code is 0 if the command did what it was asked; for diff, whether or
// not there is a difference. It is 1 if the data has problems, nothing was
// found, or reading or writing failed, and 2 if the command line is wrong.
//
// # Output
//
// Results go to standard output, or to the file that -o names; problems,
// remarks and progress go to standard error. Output is written whole or not at
// all: a file gets its name once all of it is written, and nothing is printed
// before the work is done. -json prints a list, [] if it is empty; summary and
// version print an object. Characters that a terminal would act on are escaped.
//
// # A tutorial
//
// examples/tutorial.md goes from a spreadsheet of visits to a checked dataset, a
// chart and a published page.
package main
