// Package chart draws a dataset as SVG in English, Russian or Urdu.
//
//	t := chart.Timeline{Language: language.Russian}
//	err := t.Write(os.Stdout, entente.Chronicle().Between("PK", "RU"))
//
// There are three pictures. A [Timeline] shows when exercises and meetings took
// place, [Ties] who is tied to whom and by what, and [Years] what ties one pair
// in each year.
//
// A picture shows what is not known as well. A date known to the month is drawn
// as the month, dashed, and an approximate one as the days that it may be. Where
// nothing was found and no search is declared for all that is drawn there, the
// ground is hatched (see [entente.Dataset.Answer]). A search for one party is no
// search for all: narrow the data to that party to see it. What is not asked of a
// selection, and a year in which one of a pair did not exist, is blank. Records that do not fit are counted.
//
// # Where it can be shown
//
// The result is one svg element, with a style sheet in it and without scripts or
// references to other files. It can be a file of its own or a part of an HTML
// page. It follows the reader's choice of light or dark; a class "light" or
// "dark" on the svg element, see the Class fields, overrides that. Nothing is
// told by colour alone. Every selector of the style sheet begins with
// .entente-chart. A page whose content security policy forbids style elements
// includes [Style] in its own style sheet, and sets Bare. A briefing has pictures,
// too: see [github.com/entente-go/entente/brief.Figure].
//
// Screen readers find a title, a description, and each mark as an item of a list
// that says in words what it shows. Time runs from left to right in all
// languages.
//
// # Links
//
// A mark is a link to what a Link function returns for its record. Without one
// it is a link to the first source that the record cites. Addresses are
// http, https or relative ones; there is no link for any other.
package chart
